/** The document on the screen. */
import { h } from '../../core/dom.js';
import { date } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { icon } from '../../core/icons.js';
import '../../elements/source-image.js';
import '../../elements/source-text.js';
import { isText, picturesBeside, seriesOf, versionsOf } from '../../model/sources.js';
import { documentHead, legend } from '../../views/document-text.js';
import { errorState, screenState } from '../../views/states.js';
import { languageName, term } from '../terms.js';
import { labs } from './labs-section.js';
import { marksOnScreen, placed } from './marks.js';
import { chooseVersion, currentDocument, currentID, isOnLabs, openDocument, showCard, shownVersion } from './navigation.js';

export function readerPane(desk) {
  if (currentID(desk) === null) return screenState({
    kind: 'empty', heading: t('case.nothing-to-read'), text: t('case.nothing-to-read-text'),
  });
  const marks = marksOnScreen(desk).map(mark => ({ ...mark, isActive: mark.id === desk.view.active }));
  if (isOnLabs(desk)) {
    return labs(desk, desk.state.dossier.series, marks);
  }
  const document = currentDocument(desk);
  const series = seriesOf(desk.state, document.id);
  return [
    h('div', {
      class: 'document', key: document.id,
      'onmark-chosen': event => showCard(desk, event.detail.id),
      'onpassage-wanted': event => desk.findings.startAtLine(event.detail),
      'onpassage-selected': event => select(desk, event),
      'onregion-drawn': event => desk.findings.startAtRegion(event.detail),
      'onsource-read': event => markRead(desk, event.detail.name),
    },
    documentHead({ title: document.title, meta: meta(desk, document), tools: tools(desk, document) }),
    legend(kindsOf(marks)),
    body(desk, document, marks),
    selectionMenu(desk)),
    series.length > 0 && labs(desk, series, marks),
  ];
}

function body(desk, document, marks) {
  const pictures = picturesBeside(desk.state, document);
  return h('div', { class: ['document-body', pictures.length === 0 && 'plain'] },
    h('div', { class: 'parts' }, document.parts.map(part => section(desk, document, part, marks))),
    pictures.length > 0 && h('div', { class: 'keys' }, pictures.map(picture => thumbnail(desk, picture))));
}

function thumbnail(desk, { id, title, parts: [part] }) {
  const content = desk.library.look('image', part.content[0], part.mediaType);
  return h('button', { key: id, type: 'button', onclick: () => openDocument(desk, id) },
    content.state === 'ready' && h('img', { src: content.value, alt: '' }), h('span', { lang: part.language }, title));
}

const kindsOf = marks => ['own', 'agree', 'differ'].filter(kind => marks.some(({ mark }) => mark === kind));

function meta(desk, document) {
  return [
    document.date && date(document.date), document.institution, term('kind', document.kind),
    ...new Set(document.parts.map(part => versionText(shownVersion(desk, part)))),
    document.isLate && t('case.came-later'),
  ];
}

function versionText({ language, translation }) {
  if (!translation) return t('case.original-in', { language: languageName(language) });
  const kind = translation.isMachine ? 'case.machine-translation' : 'case.translation-by';
  return t(kind, { language: languageName(language), translator: translation.translator });
}

function tools(desk, document) {
  const parts = document.parts.filter(part => part.translations.length > 0);
  const languages = [...new Set(parts.flatMap(part => versionsOf(part).map(({ language }) => language)))];
  return [
    parts.length > 0 && languages.map(language => h('button', {
      class: 'btn quiet', key: language, type: 'button', lang: language,
      'aria-pressed': String(parts.every(part => shownVersion(desk, part).language === language)),
      onclick: () => showLanguage(desk, parts, language),
    }, languageName(language))),
    h('button', {
      class: 'btn quiet', key: 'marks', type: 'button', 'aria-pressed': String(!desk.view.isHidden), onclick: () => toggleMarks(desk),
    }, icon('pen', 16), t('case.marks')),
  ];
}

function showLanguage(desk, parts, language) {
  for (const part of parts) {
    const version = versionsOf(part).find(one => one.language === language);
    if (version) chooseVersion(desk, part.id, version.id);
  }
}

export function toggleMarks(desk) {
  desk.set({ isHidden: !desk.view.isHidden });
  desk.painter.hide(desk.view.isHidden);
  desk.announce(t(desk.view.isHidden ? 'case.marks-hidden' : 'case.marks-shown'), 'marks');
}

function section(desk, document, part, marks) {
  const version = shownVersion(desk, part);
  const content = desk.library.look(isText(part) ? 'text' : 'image', version.content[0], part.mediaType);
  if (content.state === 'loading') return h('div', { key: version.id }, screenState({ kind: 'loading' }));
  if (content.state === 'failed') return h('div', { key: version.id }, errorState(content.error, content.retry));
  if (!isText(part)) return picture(desk, document, version, content.value, marks);
  return h('tb-source-text', { key: version.id, props: {
    name: version.id, source: content.value, language: version.language, marks: placed(marks, version.id, content.value),
    canAdd: desk.findings.canAdd, passage: desk.findings.passage(version.id, content.value), painter: desk.painter,
  } });
}

function picture(desk, document, version, url, marks) {
  return h('tb-source-image', { key: version.id, props: {
    name: version.id, url, alt: document.title, canAdd: desk.findings.canAdd, draft: desk.findings.draftRegion(version.id),
    marks: marks.filter(
      ({ target }) => target.part === version.id && target.region).map(mark => ({ ...mark, region: mark.target.region })),
  } });
}

function select(desk, event) {
  if (!event.detail) {
    if (desk.view.selection) desk.set({ selection: null });
    return;
  }
  const { name, start, end, range } = event.detail;
  const pane = event.target.closest('.pane');
  const [place, frame] = [range.getBoundingClientRect(), pane.getBoundingClientRect()];
  const left = Math.max(8, Math.min(place.left - frame.left, frame.width - 190));
  desk.set({ selection: { name, start, end, left, top: place.bottom - frame.top + pane.scrollTop + 6 } });
}

function selectionMenu(desk) {
  const { selection } = desk.view;
  if (!selection || !desk.findings.canAdd) return null;
  return h('div', { class: 'selection-menu', css: { '--left': `${selection.left}px`, '--top': `${selection.top}px` } },
    h('button', {
      class: 'btn small', type: 'button', onmousedown: event => event.preventDefault(), onclick: () => desk.findings.startAtSelection(),
    },
      icon('plus', 15), t('case.new-finding'), h('kbd', { 'aria-hidden': 'true' }, 'N')));
}

function markRead(desk, name) {
  if (desk.may('markRead') && desk.state.own.read[name] === undefined) desk.post('markRead', { part: name });
}
