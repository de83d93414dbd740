/** The chair's editor: the text, what is adopted, and a value per dimension with everybody's beside it. Nothing is prefilled. */
import { h } from '../../core/dom.js';
import { t } from '../../core/i18n.js';
import { icon } from '../../core/icons.js';
import { dimensions } from '../../model/dimensions.js';
import { needingJudgement } from '../../model/recommendation.js';
import { availableOptions, letter } from '../../model/voting.js';
import { segments } from '../../views/choices.js';
import { checkbox, field } from '../../views/field.js';
import { term } from '../terms.js';
import { valueField, valueText } from './value-field.js';

export function draftForm(desk) {
  const { drafting } = desk;
  const { form } = drafting;
  const toggle = id => drafting.change({
    options: form.options.includes(id) ? form.options.filter(one => one !== id) : [...form.options, id],
  });
  return h('form', { class: 'form', key: 'editor', novalidate: true, onsubmit: event => { event.preventDefault(); drafting.save(); } },
    field({
      id: 'draft-text', label: t('draft.text'), control: 'textarea', rows: 6, value: form.text,
      oninput: event => drafting.change({ text: event.target.value }),
    }),
    h('fieldset', { class: 'field' }, h('legend', {},
      t('draft.options')), availableOptions(desk.state).map(({ id, text }, index) => checkbox({
      id: `draft-option-${id}`, label: `${letter(index)} ${text}`, checked: form.options.includes(id), onchange: () => toggle(id),
    }))),
    h('section', {
      class: 'dimensions', id: 'draft-values', tabindex: '-1',
    }, h('h3', {}, t('draft.values')), h('p', { class: 'muted small' }, t('draft.values-hint')),
      h('ul', { class: 'accordion' }, dimensions.map(dimension => row(desk, dimension)))),
    field({
      id: 'draft-uncertainty', label: t('draft.uncertainty'), control: 'textarea', rows: 3, value: form.residualUncertainty,
      isOptional: true, oninput: event => drafting.change({ residualUncertainty: event.target.value }),
    }),
    field({
      id: 'draft-preference', label: t('draft.preference'), control: 'textarea', rows: 2, value: form.patientPreference,
      isOptional: true, oninput: event => drafting.change({ patientPreference: event.target.value }),
    }));
}

function row(desk, dimension) {
  const { drafting } = desk;
  const value = drafting.form.values[dimension];
  const isOpen = drafting.open === dimension;
  const id = `draft-${dimension}`;
  const owes = needingJudgement(drafting.form.values, drafting.firstValues).includes(dimension) && !drafting.form.judged[dimension];
  const state = owes ? 'draft' : value ? 'done' : 'open';
  return h('li', { key: dimension, data: { state } },
    h('h4', {}, h('button', {
      class: 'accordion-head', id, type: 'button', 'aria-expanded': String(isOpen), 'aria-controls': `${id}-panel`,
      onclick: () => drafting.toggle({ open: isOpen ? null : dimension }),
    },
    h('span', { class: 'state-mark', 'aria-hidden': 'true' }, state !== 'open' && icon(state === 'draft' ? 'alert' : 'check', 16)),
    h('b', {}, term('dimension', dimension)), h('span', { class: 'said' }, value ? valueText(value) : t('draft.no-value')))),
    h('div', { class: 'accordion-body', id: `${id}-panel`, hidden: !isOpen }, isOpen && [
      beside(desk, dimension),
      h('div', { class: 'form', key: 'value' },
        valueField({ id: `${id}-value`, dimension, value, onchange: changed => drafting.setValue(dimension, changed) })),
      judgement(desk, dimension),
    ]));
}

/** What the first physicians and each reviewer say on it. */
function beside(desk, dimension) {
  const { opinions } = desk.revelation.content;
  const first = drafts(desk, dimension);
  return h('dl', { class: 'beside', key: 'beside' },
    h('dt', { key: 'first' }, t('discussion.first-opinion')),
    h('dd', { key: 'first value' }, first ? valueText(first) : t('discussion.not-stated')),
    Object.entries(opinions).map(([as, opinion]) => {
      const latest = desk.state.board.amendments.findLast(
        one => one.as === as && one.dimension === dimension)?.answer ?? opinion?.answers?.[dimension];
      return [
        h('dt', { key: as }, as), h('dd', { key: `${as} value` }, latest?.value ? valueText(latest.value) : t('review.cannot-judge')),
      ];
    }));
}

const drafts = (desk, dimension) => desk.drafting.firstValues[dimension];

function judgement(desk, dimension) {
  const { form, firstValues } = desk.drafting;
  if (!needingJudgement(form.values, firstValues).includes(dimension)) return null;
  return h('div', { key: 'judgement', class: 'judgement' }, segments({
    name: `judge-${dimension}`, legend: t('draft.judge'), value: form.judged[dimension],
    options: ['same', 'different'].map(value => ({ value, label: t(`draft.judge-${value}`) })),
    onchoose: verdict => desk.drafting.judge(dimension, verdict),
  }));
}
