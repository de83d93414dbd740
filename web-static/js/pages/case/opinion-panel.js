/** One's opinion, dimension by dimension, each with what is said so far. */
import { h } from '../../core/dom.js';
import { t } from '../../core/i18n.js';
import { icon } from '../../core/icons.js';
import { dimensions } from '../../model/dimensions.js';
import { mayWork } from '../../model/opinion.js';
import { term } from '../terms.js';
import { answerForm } from './answer-form.js';
import { answerText } from './value-field.js';

export function opinionPanel(desk) {
  const mayChange = desk.may('stateOpinion') && mayWork(desk.state, desk.now);
  return h('section', { class: 'dimensions', 'aria-labelledby': 'opinion-title' },
    h('h3', { class: 'vh', id: 'opinion-title', tabindex: '-1' }, t('review.opinion')),
    mayChange && h('p', { class: 'muted small' }, t('review.opinion-hint')),
    h('ul', { class: 'accordion' }, dimensions.map(dimension => row(desk, dimension, mayChange))));
}

function row(desk, dimension, mayChange) {
  const { answers } = desk;
  const stored = desk.state.own.answers[dimension];
  const isOpen = answers.open === dimension;
  const isDraft = answers.isDraft(dimension);
  const id = `answer-${dimension}`;
  const state = isDraft ? 'draft' : stored ? 'done' : 'open';
  return h('li', { key: dimension, data: { state } },
    h('h4', {}, h('button', {
      class: 'accordion-head', id, type: 'button', 'aria-expanded': String(isOpen), 'aria-controls': `${id}-panel`,
      onclick: () => answers.toggle(dimension),
    },
    h('span', { class: 'state-mark', 'aria-hidden': 'true' }, icons[state] && icon(icons[state], 16)),
    h('b', {}, term('dimension', dimension)),
    h('span', { class: 'said' }, isDraft ? t('review.not-kept') : stored ? answerText(stored.answer) : t('review.nothing-said')),
    stored?.isWaiting && h('span', { class: 'chip amber' }, t('parts.not-sent-yet')))),
    h('div', { class: 'accordion-body', id: `${id}-panel`, hidden: !isOpen }, isOpen && (mayChange
      ? answerForm({
        desk, id, dimension, answer: answers.shown(dimension), missing: answers.missing(dimension),
        onchange: values => answers.change(dimension, values),
      })
      : h('p', { class: 'muted' }, stored?.answer.rationale))));
}

const icons = { done: 'check', draft: 'alert' };
