/** One document: what it is, its parts with their nature and translations, and how it is taken away again. */
import { h } from '../../core/dom.js';
import { date, fileSize } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { icon } from '../../core/icons.js';
import { isText } from '../../model/sources.js';
import { chip } from '../../views/chip.js';
import { segments } from '../../views/choices.js';
import { languageName, natures, options, term } from '../terms.js';
import { fieldOf, form, segmentsOf } from './form.js';
import { needsTranslation } from './readiness.js';
import { sectionHead } from './section-head.js';
import { contentView } from './source-view.js';

export function describeDocument(bench, document) {
  const { kind, institution, date: day, title, parts } = document;
  const isPublished = bench.state.dossier.documents.some(({ id }) => id === document.id);
  return [
    h('p', { class: 'back', key: 'back' }, h('a', { href: bench.href('documents') }, t('filing.back'))),
    sectionHead(h('span', { lang: parts[0].language }, title)),
    h('p', { class: 'muted num' }, [term('kind', kind), institution, day && date(day)].filter(Boolean).join(' · ')),
    isPublished && h('p', { class: 'cluster' }, chip({ text: t('filing.published'), icon: 'check' }),
      h('span', { class: 'muted small' }, t('filing.published-text'))),
    parts.map((part, index) => partView(bench, document, part, index)),
    actions(bench, document),
  ];
}

function partView(bench, document, part, index) {
  const { sheet } = bench.state.dossier;
  const length = isText(part) ? t('filing.characters', { count: part.length }) : fileSize(part.content[1]);
  return h('section', { class: 'part', key: part.id, data: { nature: part.nature } },
    h('header', {},
      h('h3', {}, document.parts.length > 1 ? t('filing.part', { number: index + 1 }) : t('filing.whole')),
      h('span', { class: 'muted small num' }, [languageName(part.language), length].join(' · '))),
    nature(bench, part),
    h('p', { class: 'hint' }, t(`filing.nature-${isLate(bench) && part.nature === 'unclassified' ? 'late' : part.nature}-hint`)),
    contentView(bench, part, document.title),
    isText(part) && translations(bench, document, part, needsTranslation(part, sheet.language)));
}

const isLate = bench => bench.state.dossier.phase !== 'intake';

/** What a part is: changed freely in preparation, said once after the freeze, where it opens the part to the panel. */
function nature(bench, part) {
  const name = `nature-${part.id}`;
  if (!bench.may('classifyPart') || (isLate(bench) && part.nature !== 'unclassified')) {
    return h('p', {}, chip({ text: term('nature', part.nature), tone: part.nature === 'primary' ? 'teal' : null }));
  }
  const say = chosen => ['classifyPart', { part: part.id, nature: chosen }];
  if (!isLate(bench)) {
    return segments({
      name, legend: t('filing.nature'), value: part.nature, options: options('nature', natures),
      onchoose: chosen => bench.tell(...say(chosen)),
    });
  }
  const draft = bench.draft(name, () => ({ nature: null }));
  const onsubmit = async () => {
    const chosen = draft.values.nature;
    const problems = chosen ? [] : [{ field: 'nature', text: t('filing.nature-late') }];
    if (await draft.submit({ problems, say: () => bench.casework.ask(...say(chosen)) })) bench.drop(name);
  };
  return form({
    draft, label: t('filing.nature'), submit: t('filing.classify'), onsubmit, isPlain: true,
    content: h('div', { id: draft.id('nature'), tabindex: '-1' }, segmentsOf(draft, 'nature', {
      legend: t('filing.nature'), options: options('nature', natures.filter(one => one !== 'unclassified')),
    })),
  });
}

function translations(bench, document, part, isNeeded) {
  if (part.translations.length === 0 && !isNeeded) return null;
  const isFrozen = bench.state.dossier.documents.some(({ id }) => id === document.id);
  return h('div', { class: 'stack', key: 'translations' },
    h('h4', {}, t('filing.translations')),
    isNeeded && h('p', { class: 'lack' }, icon('alert', 16),
      t('filing.translation-needed', { language: languageName(bench.state.dossier.sheet.language) })),
    part.translations.length > 0 && h('ul', { class: 'stack' }, part.translations.map(one => h('li', { class: 'translation', key: one.id },
      h('div', { class: 'cluster' },
        h('b', {}, languageName(one.language)),
        h('span', { class: 'muted' }, t(one.isMachine ? 'filing.by-machine' : 'filing.by-human', { name: one.translator })),
        chip(one.isReleased ? { text: t('filing.released'), tone: 'teal', icon: 'check' }
          : { text: t('filing.not-released'), tone: 'amber' }),
        !one.isReleased && mayRelease(bench) && !isFrozen && h('button', {
          class: 'btn small', type: 'button', onclick: () => bench.tell('releaseTranslation', { id: one.id }),
        }, t('filing.release'))),
      one.isMachine && h('p', { class: 'hint' }, t('filing.machine-hint')),
      contentView(bench, { ...one, mediaType: 'text/plain' }, document.title)))),
    bench.may('fileTranslation') && !isFrozen && h('p', {},
      h('a', { class: 'btn small', href: bench.href('documents', document.id, 'translate', part.id) }, t('filing.translate'))));
}

/** After the freeze a release publishes, which is the coordinator's alone. */
const mayRelease = bench => bench.may('releaseTranslation') && (bench.state.dossier.phase === 'intake' || bench.role === 'coordinator');

function actions(bench, document) {
  if (!bench.may('removeDocument')) return null;
  const series = bench.state.quarantine.series.filter(one => one.document === document.id).length;
  const canDivide = document.parts.every(isText);
  return h('section', { class: 'stack ruled', key: 'actions' },
    h('h3', {}, t('filing.change')),
    canDivide && (series > 0
      ? h('p', { class: 'muted' }, t('filing.divide-series', { count: series }))
      : h('p', {}, h('a', { class: 'btn', href: bench.href('documents', document.id, 'divide') }, t('filing.divide')))),
    removal(bench, document, series));
}

function removal(bench, document, series) {
  const draft = bench.draft(`remove-${document.id}`, () => ({ reason: '' }));
  const onsubmit = async () => {
    const { reason } = draft.values;
    const problems = reason.trim() ? [] : [{ field: 'reason', text: t('filing.remove-reason-missing') }];
    const say = () => bench.casework.ask('removeDocument', { document: document.id, reason: reason.trim() });
    if (!await draft.submit({ problems, say })) return;
    bench.drop(draft.name);
    bench.app.announce(t('filing.removed', { title: document.title }));
    bench.go('documents');
  };
  return h('details', { class: 'over', key: 'remove' }, h('summary', {}, t('filing.remove')),
    h('p', { class: 'hint' }, series > 0 ? t('filing.remove-series', { count: series }) : t('filing.remove-hint')),
    form({
      draft, label: t('filing.remove'), submit: t('filing.remove-it'), onsubmit, isPlain: true,
      content: fieldOf(draft, 'reason', { label: t('filing.remove-reason'), control: 'textarea', rows: 2, required: true }),
    }));
}
