/** Importing a FHIR resource or bundle, and an exact report of what came of every piece of it. */
import { h } from '../../core/dom.js';
import { fileSize, list } from '../../core/format.js';
import { has, t } from '../../core/i18n.js';
import { icon } from '../../core/icons.js';
import { chip } from '../../views/chip.js';
import { term } from '../terms.js';
import { form } from './form.js';
import { sectionHead } from './section-head.js';
import { problemText } from './source-field.js';
import { readSource } from './source-file.js';

export function describeImport(bench) {
  const { report } = bench.found;
  return report ? reportView(bench, report) : choosing(bench);
}

function choosing(bench) {
  const draft = bench.draft('from-fhir', () => ({}));
  const { bundle } = bench.found;
  const leave = () => { bench.drop('from-fhir'); bench.forget('bundle'); bench.go('documents'); };
  const choose = async file => {
    if (!file) return;
    const source = readSource(new Uint8Array(await file.arrayBuffer()));
    bench.found.bundle = source.kind === 'fhir' ? { name: file.name, text: source.text } : undefined;
    const why = source.problem ? problemText(source) : t('filing.not-fhir');
    draft.problems = source.kind === 'fhir' ? [] : [{ id: draft.id('file'), text: t('filing.file-problem', { name: file.name, why }) }];
    bench.update();
  };
  const onsubmit = async () => {
    const problems = bundle ? [] : [{ field: 'file', text: t('filing.import-missing') }];
    const say = async () => {
      const report = await bench.casework.importResource(bundle.text);
      bench.found.report = { name: bundle.name, ...report };
      bench.found.conclusions = { ...bench.found.conclusions, ...conclusionsOf(report) };
    };
    if (await draft.submit({ problems, say })) bench.forget('bundle');
    bench.update();
  };
  return [
    sectionHead(t('filing.import-heading')),
    h('p', { class: 'muted' }, t('filing.import-text')),
    form({
      draft, label: t('filing.import-heading'), submit: t('filing.import-it'), onsubmit, cancel: { onclick: leave },
      content: h('div', { class: 'field' },
        h('label', { for: draft.id('file') }, t('filing.import-file')),
        h('input', {
          class: 'input', type: 'file', id: draft.id('file'), accept: '.json,application/json,application/fhir+json',
          'aria-describedby': 'import-said', onchange: event => choose(event.target.files[0]),
        }),
        h('p', { class: 'hint num', id: 'import-said', role: 'status' }, bundle ? said(bundle) : t('filing.import-hint'))),
    }),
  ];
}

/** Where texts repeat their conclusion, by document: kept for whoever divides them. */
const conclusionsOf = ({ documents }) => Object.fromEntries(
  documents.filter(({ conclusion, refused }) => conclusion && !refused).map(({ id, conclusion }) => [id, conclusion]));

function said({ name, text }) {
  const { resourceType, entry } = JSON.parse(text);
  const size = fileSize(new TextEncoder().encode(text).length);
  return Array.isArray(entry) ? t('filing.import-bundle', { name, size, count: entry.length })
    : t('filing.import-resource', { name, size, type: resourceType });
}

const severities = ['error', 'warning', 'notice'];
const tones = { error: 'brick', warning: 'amber', notice: null };

function reportView(bench, { name, documents, series, problems, ignored }) {
  const kept = lines => lines.filter(({ refused }) => !refused).length;
  const ordered = [...problems].sort((one, other) => severities.indexOf(one.severity) - severities.indexOf(other.severity));
  const done = () => { bench.forget('report'); bench.drop('from-fhir'); bench.go('documents'); };
  return [
    sectionHead(t('filing.report-heading', { name })),
    h('p', { class: 'num' }, t('filing.report-kept',
      { documents: t('filing.count-documents', { count: kept(documents) }),
      series: t('filing.count-series', { count: kept(series) }) })),
    lines(bench, t('filing.report-documents'), documents, true),
    lines(bench, t('filing.report-series'), series, false),
    ordered.length > 0 && h('section', { class: 'stack', key: 'problems' },
      h('h3', {}, t('filing.report-problems', { count: ordered.length })),
      h('ul', { class: 'report' }, ordered.map((problem, index) => h('li', { key: index }, problemRow(problem))))),
    ignored.length > 0 && h('section', { class: 'stack', key: 'ignored' },
      h('h3', {}, t('filing.report-ignored')),
      h('p', { class: 'muted num' }, ignored.map(({ entry, resourceType }) => `${resourceType} (${entry})`).join(', '))),
    h('div', { class: 'actions' }, h('button', { class: 'btn primary', type: 'button', onclick: done }, t('filing.report-done'))),
  ];
}

function lines(bench, heading, all, areDocuments) {
  if (all.length === 0) return null;
  return h('section', { class: 'stack', key: heading }, h('h3', {}, heading),
    h('ul', { class: 'report' }, all.map(({ id, title, source, nature, conclusion, remarks, refused }) => h('li', { key: id },
      h('div', { class: 'cluster' },
        icon(refused ? 'alert' : 'check', 17),
        areDocuments && !refused ? h('a', { href: bench.href('documents', id) }, title) : h('b', {}, title),
        nature && chip({ text: term('nature', nature), tone: nature === 'unclassified' ? 'amber' : null }),
        refused && chip({ text: t('filing.report-refused'), tone: 'brick' })),
      conclusion && !refused && h('p', { class: 'small', key: 'conclusion' },
        t('filing.report-conclusion', { start: conclusion.start + 1, end: conclusion.end }), ' ',
        h('a', { href: bench.href('documents', id, 'divide') }, t('filing.divide'))),
      remarks && !refused && h('p', { class: 'small', key: 'remarks' },
        t('filing.report-remarks', { list: list(remarks.map(({ date, text }) => `${date}: ${text}`)) })),
      h('p', { class: 'muted small' }, h('code', {}, source), refused && ` · ${refused}`)))));
}

function problemRow({ severity, code, entry, element, why }) {
  return [
    h('div', { class: 'cluster' }, chip({ text: t(`filing.severity-${severity}`), tone: tones[severity],
      icon: severity === 'error' ? 'alert' : null }),
      h('b', {}, has(`filing.import-${code}`) ? t(`filing.import-${code}`) : code)),
    h('p', { class: 'small' }, h('code', {}, [entry, element].filter(Boolean).join(' · '))),
    h('p', { class: 'muted small', lang: 'en' }, why),
  ];
}
