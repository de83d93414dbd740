/** The form of one answer: a value or *cannot judge*, how sure, why, and the places it rests on. */
import { h } from '../../core/dom.js';
import { t } from '../../core/i18n.js';
import { icon } from '../../core/icons.js';
import { ownNotes } from '../../model/opinion.js';
import { targetKey } from '../../model/sources.js';
import { segments } from '../../views/choices.js';
import { field } from '../../views/field.js';
import { valueField } from './value-field.js';

const confidences = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/**
 * `answer` is a draft as `Answers` holds it; `missing` names what it lacks; `onchange(values)` takes a change. The same
 * form serves the opinion and its amendment.
 */
export function answerForm({ desk, id, dimension, answer, missing, onchange }) {
  return h('div', { class: 'form answer', key: `form ${id}` },
    segments({
      name: `${id}-judge`, legend: t('review.answer'), value: answer.canJudge,
      options: [{ value: true, label: t('review.can-judge') }, { value: false, label: t('review.cannot-judge') }],
      onchoose: canJudge => onchange({ canJudge }),
    }),
    answer.canJudge && [
      valueField({ id, dimension, value: answer.value, onchange: value => onchange({ value }) }),
      segments({
        name: `${id}-confidence`, legend: t('review.confidence'), value: answer.confidence,
        options: confidences.map(value => ({ value, label: String(value) })), onchoose: confidence => onchange({ confidence }),
      }),
    ],
    answer.canJudge !== null && field({
      id: `${id}-rationale`, label: t(answer.canJudge ? 'review.rationale' : 'review.why-not'), control: 'textarea', rows: 3,
      value: answer.rationale,
      isOptional: !answer.canJudge, oninput: event => onchange({ rationale: event.target.value }),
    }),
    answer.canJudge && citations(desk, id, answer, onchange),
    answer.canJudge && missing.length > 0 && h('p', { class: 'lacking', id: `${id}-lacks` }, icon('alert', 15),
      t('review.not-kept-yet', { list: missing.map(name => t(`review.lack-${name}`)).join(', ') })));
}

function citations(desk, id, answer, onchange) {
  const notes = ownNotes(desk.state);
  const cited = new Set(answer.citations.map(targetKey));
  const others = answer.citations.filter(target => !notes.some(({ annotation }) => targetKey(annotation.target) === targetKey(target)));
  const toggle = target => onchange({
    citations: cited.has(targetKey(target))
      ? answer.citations.filter(one => targetKey(one) !== targetKey(target)) : [...answer.citations, target],
  });
  const choices = [
    ...notes.map(({ annotation, number }) => (
      { key: annotation.id, label: `${number} · ${annotation.statement}`, target: annotation.target })),
    ...others.map(target => ({ key: targetKey(target), label: target.text?.exact ?? desk.findings.nameOf(target), target })),
  ];
  return h('fieldset', { class: 'field', key: `${id}-citations` },
    h('legend', {}, t('review.citations')),
    choices.length === 0
      ? h('p', { class: 'hint' }, t('review.citations-none'))
      : h('div', { class: 'stack tight' }, choices.map(({ key, label, target }) => h('label', { class: 'check', key },
        h('input', { type: 'checkbox', checked: cited.has(targetKey(target)), onchange: () => toggle(target) }),
        h('span', {}, label)))));
}
