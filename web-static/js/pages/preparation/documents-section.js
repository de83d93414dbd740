/** Documents: what is filed, and the ways to file, divide, translate and remove. */
import { h } from '../../core/dom.js';
import { date } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { chip } from '../../views/chip.js';
import { note, screenState } from '../../views/states.js';
import { languageName, term } from '../terms.js';
import { describeDivision, describeFiling } from './document-filing.js';
import { describeDocument } from './document-detail.js';
import { describeImport } from './import-section.js';
import { needsTranslation } from './readiness.js';
import { sectionHead } from './section-head.js';
import { describeTranslation } from './translation-form.js';

export function describeDocuments(bench) {
  const [, what, how, part] = bench.place;
  if (what === 'new' && bench.may('fileDocument')) return describeFiling(bench);
  if (what === 'from-fhir' && bench.may('fileDocument')) return describeImport(bench);
  const document = bench.state.quarantine.documents.find(({ id }) => id === what);
  if (!document) return list(bench);
  if (how === 'divide' && bench.may('removeDocument')) return describeDivision(bench, document);
  if (how === 'translate' && bench.may('fileTranslation')) return describeTranslation(bench, document, part);
  return describeDocument(bench, document);
}

function list(bench) {
  const { dossier, quarantine } = bench.state;
  const isLate = dossier.phase !== 'intake';
  const isToTranslate = document => isUnpublished(document, dossier)
    && document.parts.some(part => needsTranslation(part, dossier.sheet.language));
  const waiting = quarantine.documents.filter(isToTranslate);
  const isTranslator = bench.role === 'translator';
  // What a translator is here for stands first.
  const documents = isTranslator ? [...waiting, ...quarantine.documents.filter(one => !waiting.includes(one))] : quarantine.documents;
  return [
    sectionHead(t('filing.heading'), h('div', { class: 'grow' }), bench.may('fileDocument') && h('div', { class: 'actions' },
      h('a', { class: 'btn', href: bench.href('documents', 'from-fhir') }, t('filing.from-fhir')),
      h('a', { class: 'btn primary', href: bench.href('documents', 'new') }, t('filing.new')))),
    isLate && bench.may('fileDocument') && note({ heading: t('filing.late'), text: t('filing.late-text'), icon: 'clock', tone: 'amber' }),
    isTranslator && h('p', { class: waiting.length > 0 ? 'lack' : 'muted' }, t('filing.to-translate', { count: waiting.length })),
    documents.length === 0
      ? screenState({ kind: 'empty', heading: t('filing.none'), text: t('filing.none-text') })
      : h('ul', { class: 'boards' }, documents.map(document => h('li', { key: document.id }, row(bench, document)))),
  ];
}

function row(bench, document) {
  const { kind, institution, date: day, parts, title } = document;
  const facts = [term('kind', kind), institution, day && date(day), languageName(parts[0].language)].filter(Boolean).join(' · ');
  return h('a', { class: 'board document-row', href: bench.href('documents', document.id) },
    h('b', { lang: parts[0].language }, title), h('p', { class: 'num' }, facts),
    h('div', { class: 'side-note' }, h('div', { class: 'cluster' }, chipsOf(document, bench.state.dossier))));
}

const tones = { primary: 'teal', conclusion: null, unclassified: 'amber' };

const isUnpublished = (document, { documents }) => !documents.some(({ id }) => id === document.id);

/** What a document's parts are, and what it still needs. */
export function chipsOf(document, { sheet, documents }) {
  const counts = ['primary', 'conclusion', 'unclassified'].map(nature => [nature,
    document.parts.filter(part => part.nature === nature).length]);
  const isPublished = !isUnpublished(document, { documents });
  return [
    counts.filter(([, count]) => count > 0).map(([nature, count]) => chip({
      text: count > 1 ? t('filing.nature-count', { nature: term('nature', nature), count }) : term('nature', nature),
      tone: tones[nature], icon: nature === 'unclassified' ? 'alert' : null,
    })),
    !isPublished && document.parts.some(part => needsTranslation(part, sheet.language))
      && chip({ text: t('filing.needs-translation'), tone: 'amber', icon: 'alert' }),
    isPublished && chip({ text: t('filing.published'), icon: 'check' }),
  ];
}
