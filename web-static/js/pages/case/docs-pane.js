/** The question of the case, and its documents by kind with what was read of them. */
import { h } from '../../core/dom.js';
import { t } from '../../core/i18n.js';
import { ownNotes } from '../../model/opinion.js';
import { groupDocuments, labsID, readShare, versionsOf } from '../../model/sources.js';
import { docList } from '../../views/doc-list.js';
import { screenState } from '../../views/states.js';
import { currentID, openDocument } from './navigation.js';

export function docsPane(desk) {
  const { dossier } = desk.state;
  return [
    questions(dossier.sheet),
    dossier.documents.length === 0 && dossier.series.length === 0
      ? screenState({ kind: 'empty', heading: t('case.no-documents'), text: t('case.no-documents-text') })
      : docList({ groups: groups(desk), onopen: id => openDocument(desk, id), hints: hints(desk) }),
  ];
}

export function questions(sheet) {
  if (!sheet) return null;
  return h('section', { class: 'ask' },
    h('h2', { class: 'eyebrow' }, t('parts.question')),
    h('p', { class: 'ask-title' }, sheet.title),
    sheet.questions.length > 0 && h('details', { open: sheet.questions.join('').length < 160 },
      h('summary', { class: 'small' }, t('case.in-own-words')),
      sheet.questions.map(question => h('p', { key: question, class: 'voice', lang: sheet.language },
        t('parts.quoted', { text: question }))),
      sheet.preferences.map(preference => h('p', { key: preference, class: 'voice', lang: sheet.language }, preference))));
}

function groups(desk) {
  const { dossier } = desk.state;
  const found = groupDocuments(dossier.documents).map(({ id, documents }) => ({
    id, label: t(`case.group-${id}`), documents: documents.map(document => entry(desk, document)),
  }));
  if (dossier.series.length === 0) return found;
  return [...found, { id: 'values', label: t('case.group-values'), documents: [labs(desk)] }];
}

function entry(desk, document) {
  return {
    id: document.id,
    title: h('span', { lang: document.parts[0]?.language }, document.title),
    date: document.date ?? '',
    read: desk.isPanel ? readShare(document, desk.state.own.read) : null,
    findings: findingsOn(desk, document.parts.flatMap(part => versionsOf(part).map(({ id }) => id))),
    chip: document.isLate ? { text: t('case.came-later'), tone: 'amber' } : null,
    isCurrent: currentID(desk) === document.id,
  };
}

function labs(desk) {
  const { series } = desk.state.dossier;
  const latest = series.flatMap(({ points }) => points.map(({ date }) => date)).sort().at(-1) ?? '';
  return {
    id: labsID,
    title: t('case.lab-trends'),
    date: latest,
    read: null,
    findings: findingsOn(desk, series.map(({ id }) => id)),
    chip: series.some(({ isLate }) => isLate) ? { text: t('case.came-later'), tone: 'amber' } : null,
    isCurrent: currentID(desk) === labsID,
  };
}

function findingsOn(desk, sources) {
  return ownNotes(desk.state).filter(({ annotation: { target } }) => sources.includes(target.part ?? target.series)).length;
}

function hints(desk) {
  return [
    { keys: ['J', 'K'], label: t('case.hint-document') },
    desk.may('annotate') && { keys: ['N'], label: t('case.hint-finding') },
    { keys: ['?'], label: t('case.hint-all') },
  ].filter(Boolean);
}
