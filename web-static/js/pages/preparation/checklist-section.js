/** The checklist: each item is there, missing, or cannot be had for a reason that everybody will read. */
import { h } from '../../core/dom.js';
import { t } from '../../core/i18n.js';
import { icon } from '../../core/icons.js';
import { chip } from '../../views/chip.js';
import { term } from '../terms.js';
import { itemsOf } from './checklist-template.js';
import { titleOf } from './item-names.js';
import { fieldOf, form, segmentsOf } from './form.js';
import { isAnswered } from './readiness.js';
import { sectionHead } from './section-head.js';

const tones = { present: 'teal', missing: 'amber', 'not-obtainable': null };
const icons = { present: 'check', missing: 'alert', 'not-obtainable': 'minus' };

export function describeChecklist(bench) {
  const { dossier, quarantine } = bench.state;
  const items = itemsOf(dossier.sheet.indication, quarantine.checklist);
  const isWritable = bench.may('checkItem');
  return [
    sectionHead(t('checklist.heading'), h('div', { class: 'grow' }),
      isWritable && h('a', { class: 'btn', href: bench.href('checklist', 'new') }, t('checklist.add'))),
    h('p', { class: 'muted' }, t('checklist.text', { indication: term('indication', dossier.sheet.indication) })),
    isWritable && bench.place[1] === 'new' && adding(bench),
    h('ul', { class: 'checklist' }, items.map(item => h('li', { key: item.id, class: shownState(item, quarantine) },
      itemView(bench, item, isWritable)))),
  ];
}

/** A document or series that was removed meanwhile leaves its item missing. */
const shownState = (item, quarantine) => (item.state === 'present' && !isAnswered(item, quarantine) ? 'missing' : item.state);

function itemView(bench, item, isWritable) {
  const { quarantine } = bench.state;
  const state = shownState(item, quarantine);
  const document = quarantine.documents.find(({ id }) => id === item.document);
  const isOpen = isWritable && bench.place[1] === item.id;
  return [
    icon(icons[state], 20),
    h('b', {}, titleOf(item), item.required && h('span', { class: 'muted' }, ` ${t('parts.required')}`)),
    h('div', { class: 'cluster answer' },
      chip({ text: t(`parts.${state}`), tone: tones[state] }),
      isWritable && !isOpen && h('a', {
        class: 'btn small', href: bench.href('checklist', item.id), 'aria-label': t('checklist.answer-for', { title: titleOf(item) }),
      }, t(item.state === 'missing' ? 'checklist.answer' : 'checklist.change'))),
    noteOf(bench, item, state, document),
    isOpen && answering(bench, item),
  ];
}

function noteOf(bench, item, state, document) {
  if (state === 'present' && item.series) return h('p', {}, h('a', { href: bench.href('laboratory') },
    bench.state.quarantine.series.find(({ id }) => id === item.series).analyte));
  if (state === 'present') return h('p', {}, h('a',
    { href: bench.href('documents', document.id), lang: document.parts[0].language }, document.title));
  if (state === 'not-obtainable') return h('p', {}, item.reason);
  const lack = item.series ? 'checklist.series-removed' : 'checklist.removed';
  return item.state === 'present' ? h('p', { class: 'lack' }, t(document ? 'checklist.unreadable' : lack)) : null;
}

function answering(bench, item) {
  const draft = bench.draft(`item-${item.id}`, () => ({ state: item.state, answer: answerOf(item),
    reason: item.reason ?? '', title: titleOf(item) }));
  return answerForm(bench, draft, t('checklist.answer-for', { title: titleOf(item) }), () => itemOf(item, draft.values));
}

function adding(bench) {
  const draft = bench.draft('item-new', () => ({ id: crypto.randomUUID().replaceAll('-', ''), state: 'missing', answer: '',
    reason: '', title: '', required: true }));
  return h('div', { class: 'panel', key: 'new' }, answerForm(bench, draft, t('checklist.add'),
    () => itemOf({ id: draft.values.id, required: true }, draft.values),
    fieldOf(draft, 'title', { label: t('checklist.title'), maxlength: 300, required: true })));
}

/** What answers an item, as one value of the field that offers documents and series together: `document:d1`. */
export const answerOf = ({ document, series }) => {
  if (document) return `document:${document}`;
  return series ? `series:${series}` : '';
};

/** The item as the server is told. */
export function itemOf({ id, required }, { title, state, answer, reason }) {
  const [kind, name] = [answer.slice(0, answer.indexOf(':')), answer.slice(answer.indexOf(':') + 1)];
  return {
    id, title: title.trim(), required, state,
    ...(state === 'present' ? { [kind]: name } : {}), ...(state === 'not-obtainable' ? { reason: reason.trim() } : {}),
  };
}

/** Everything filed that may answer an item. */
function answers({ documents, series }) {
  return [
    ...documents.map(({ id, title }) => ({ value: answerOf({ document: id }), label: title })),
    ...series.map(({ id, analyte }) => ({ value: answerOf({ series: id }), label: t('checklist.series', { analyte }) })),
  ];
}

function answerForm(bench, draft, label, item, ...before) {
  const leave = () => { bench.drop(draft.name); bench.go('checklist'); };
  const lack = (field, holds, text) => (holds ? [] : [{ field, text }]);
  const onsubmit = async () => {
    const { state, answer, reason, title } = draft.values;
    const problems = [
      ...lack('title', title.trim(), t('checklist.title-missing')),
      ...lack('answer', state !== 'present' || answer, t('checklist.document-missing')),
      ...lack('reason', state !== 'not-obtainable' || reason.trim(), t('checklist.reason-missing')),
    ];
    if (await draft.submit({ problems, say: () => bench.casework.say('checkItem', { item: item() }) })) leave();
  };
  const { state } = draft.values;
  const offered = answers(bench.state.quarantine);
  return h('div', { class: 'item-form', key: 'form' }, form({
    draft, label, submit: t('checklist.save'), onsubmit, cancel: { onclick: leave },
    content: [
      ...before,
      segmentsOf(draft, 'state', { legend: t('checklist.state'),
        options: Object.keys(tones).map(value => ({ value, label: t(`parts.${value}`) })) }),
      state === 'present' && fieldOf(draft, 'answer', {
        label: t('checklist.document'), control: 'select',
        hint: offered.length === 0 ? t('checklist.no-documents') : null,
        options: [{ value: '', label: t('sheet.choose') }, ...offered],
      }),
      state === 'not-obtainable' && fieldOf(draft, 'reason', {
        label: t('checklist.reason'), hint: t('checklist.reason-hint'), control: 'textarea', rows: 2, maxlength: 300, required: true,
      }),
    ],
  }));
}
