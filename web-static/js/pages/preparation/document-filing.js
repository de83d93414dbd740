/** Filing a document: its content, what it is, and whether it is primary data, a conclusion, or both. */
import { h } from '../../core/dom.js';
import { blob, text as textOf } from '../../core/blobs.js';
import { t } from '../../core/i18n.js';
import '../../elements/segment-editor.js';
import { errorState, note, screenState } from '../../views/states.js';
import { kinds, languageName, options, term } from '../terms.js';
import { fieldOf, form, segmentsOf } from './form.js';
import { sectionHead } from './section-head.js';
import { proposed, segments } from '../../text/segmentation.js';
import { contentOf, emptySource, sourceField } from './source-field.js';
import { readText } from './source-file.js';

const emptyDocument = language => ({
  ...emptySource, title: '', kind: '', institution: '', date: '', language, nature: 'unclassified', spans: [], replaces: null,
});

export function describeFiling(bench) {
  const draft = bench.draft('filing', () => ({ ...emptyDocument(bench.state.dossier.sheet.language), documentID: crypto.randomUUID() }));
  return describe(bench, draft, t('filing.new-heading'));
}

/** The same document anew, with the text it was filed with: filed in parts, then the undivided one is removed. */
export function describeDivision(bench, document) {
  const [hash] = bench.state.quarantine.originals[document.id] ?? document.parts[0].content;
  const content = bench.look(`text ${hash}`, async () => textOf(await blob(bench.app.api, bench.casework.id, hash)));
  if (!content) return screenState({ kind: 'loading' });
  if (content.error) return errorState(content.error, () => { bench.forget(`text ${hash}`); bench.update(); });
  const { title, kind, institution = '', date = '', parts } = document;
  const conclusion = bench.found.conclusions?.[document.id];
  const draft = bench.draft(`divide-${document.id}`, () => ({
    ...emptyDocument(parts[0].language), documentID: crypto.randomUUID(), text: content.value, title, kind, institution, date,
    nature: 'mixed',
    spans: conclusion ? proposed(content.value, conclusion) : [],
    replaces: document.id,
  }));
  const proposal = conclusion && note({ heading: t('filing.proposed'), text: t('filing.proposed-text'), icon: 'split', tone: 'amber' });
  return describe(bench, draft, t('filing.divide-heading'), proposal);
}

function describe(bench, draft, heading, proposal) {
  const isLate = bench.state.dossier.phase !== 'intake';
  const { language } = draft.values;
  return [
    sectionHead(heading),
    proposal,
    isLate && note({ heading: t('filing.late'), text: t('filing.late-text'), icon: 'clock', tone: 'amber' }),
    form({
      draft, label: heading, submit: t('filing.file-it'), onsubmit: () => submit(bench, draft),
      cancel: { onclick: () => leave(bench, draft) },
      content: [
        h('fieldset', { class: 'group', key: 'content' }, h('legend', {}, t('filing.group-content')),
          sourceField(bench, draft, { label: t('filing.text'), language })),
        metadata(bench, draft),
        nature(draft, isLate),
      ],
    }),
  ];
}

function metadata(bench, draft) {
  const known = [...new Set(bench.state.dossier.sheet.institutions)];
  return h('fieldset', { class: 'group', key: 'metadata' }, h('legend', {}, t('filing.group-metadata')),
    fieldOf(draft, 'title', { label: t('filing.title'), maxlength: 300, required: true }),
    h('div', { class: 'field-row' },
      fieldOf(draft, 'kind', {
        label: t('filing.kind'), control: 'select', required: true,
        options: [{ value: '', label: t('sheet.choose') }, ...options('kind', kinds)],
      }),
      fieldOf(draft, 'institution', { label: t('filing.institution'), isOptional: true, maxlength: 300, list: 'known-institutions' }),
      fieldOf(draft, 'date', { label: t('filing.date'), hint: t('filing.date-hint'), isOptional: true, inputmode: 'numeric',
        maxlength: 10 }),
      fieldOf(draft, 'language', {
        label: t('filing.language'), hint: languageName(draft.values.language), isShown: true, maxlength: 35,
        spellcheck: 'false', required: true,
      })),
    h('datalist', { id: 'known-institutions' }, known.map(name => h('option', { key: name, value: name }))));
}

function nature(draft, isLate) {
  const { image, text, spans, language } = draft.values;
  const natures = ['primary', 'conclusion', !image && 'mixed', !isLate && 'unclassified'].filter(Boolean);
  const chosen = draft.values.nature;
  const isMixed = chosen === 'mixed' && !image;
  const canonical = isMixed ? readText(text) : null;
  return h('fieldset', { class: 'group', key: 'nature', id: draft.id('nature'), tabindex: '-1' }, h('legend', {}, t('filing.group-nature')),
    h('p', { class: 'hint' }, t('filing.nature-hint')),
    segmentsOf(draft, 'nature', {
      legend: h('span', { class: 'vh' }, t('filing.group-nature')),
      options: natures.map(value => ({ value, label: value === 'mixed' ? t('filing.nature-mixed') : term('nature', value) })),
    }),
    natures.includes(chosen) && h('p', { class: 'hint' }, t(`filing.nature-${chosen}-hint`)),
    isMixed && (canonical.text
      ? h('tb-segment-editor', {
        'onspans-changed': event => draft.set('spans', event.detail.spans, true), props: { text: canonical.text, language, spans },
      })
      : h('p', { class: 'muted' }, t('filing.divide-first'))));
}

async function submit(bench, draft) {
  const { values } = draft;
  const source = contentOf(values);
  const body = { fileDocument: commandOf(values, source.text ?? ''), content: source.content };
  const say = async () => {
    await bench.casework.upload('documents', body);
    if (values.replaces) await bench.casework.say('removeDocument', { document: values.replaces, reason: t('filing.divided-reason') });
  };
  const isTaken = await draft.submit({ problems: problems(bench, values, source), labels: labels(), say });
  if (!isTaken) return;
  bench.app.announce(t('filing.filed', { title: values.title }));
  leave(bench, draft);
}

function leave(bench, draft) {
  bench.drop(draft.name);
  bench.go('documents');
}

function commandOf({ documentID, title, kind, institution, date, language, nature: chosen, spans, image }, text) {
  const isMixed = chosen === 'mixed' && !image;
  return {
    id: documentID, title: title.trim(), kind, language: language.trim(),
    ...(institution.trim() ? { institution: institution.trim() } : {}),
    ...(date.trim() ? { date: date.trim() } : {}),
    ...(isMixed ? { segments: segments(text, spans, documentID) } : { nature: chosen }),
  };
}

function problems(bench, values, source) {
  const lack = (field, holds, text) => (holds ? [] : [{ field, text }]);
  const isMixed = values.nature === 'mixed' && !values.image;
  const isLate = bench.state.dossier.phase !== 'intake';
  return [
    ...lack('text', !source.problem, source.problem),
    ...lack('title', values.title.trim(), t('filing.title-missing')),
    ...lack('kind', values.kind, t('filing.kind-missing')),
    ...lack('date', /^(\d{4}(-\d\d(-\d\d)?)?)?$/.test(values.date.trim()), t('filing.date-invalid')),
    ...lack('language', values.language.trim(), t('filing.language-missing')),
    ...lack('nature', !isMixed || values.spans.length > 0, t('filing.spans-missing')),
    ...lack('nature', !isLate || values.nature !== 'unclassified', t('filing.nature-late')),
  ];
}

const labels = () => Object.fromEntries(['title', 'kind', 'institution', 'date',
  'language'].map(field => [field, { field, label: t(`filing.${field}`) }]));
