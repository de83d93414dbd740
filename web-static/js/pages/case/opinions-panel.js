/** The opinions side by side, one dimension at a time: under pseudonyms, the first opinion among them, amendments beside. */
import { h } from '../../core/dom.js';
import { date } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { icon } from '../../core/icons.js';
import { dimensions } from '../../model/dimensions.js';
import { missingInAnswer, ownPseudonym } from '../../model/opinion.js';
import { isReidentified } from '../../model/people.js';
import { chip } from '../../views/chip.js';
import { note } from '../../views/states.js';
import { term } from '../terms.js';
import { valueText } from '../value-text.js';
import { answerForm } from './answer-form.js';
import { answerOf } from './answers.js';
import { showTarget } from './navigation.js';
import { answerText } from './value-field.js';

export function opinionsPanel(desk) {
  const current = desk.view.dimension ?? dimensions[0];
  return [
    note({ heading: t('discussion.pseudonyms'), text: t('discussion.pseudonyms-text'), icon: 'people' }),
    h('div', { class: 'field', key: 'dimension' },
      h('label', { for: 'opinions-dimension' }, t('discussion.dimension')),
      h('select', { class: 'input', id: 'opinions-dimension', onchange: event => desk.set({ dimension: event.target.value }) },
        dimensions.map(dimension => h('option', { key: dimension, value: dimension, selected: dimension === current },
          term('dimension', dimension))))),
    h('ul', { class: 'opinions', key: current },
      first(desk, current),
      desk.state.board.reveal.reviewers.map(reviewer => opinion(desk, reviewer, current))),
  ];
}

function first(desk, dimension) {
  const { firstOpinion } = desk.revelation.content;
  if (!firstOpinion) return null;
  if (firstOpinion.isBroken) return h('li', { key: 'first' }, t('errors.hash-mismatch'));
  const value = firstOpinion.values[dimension];
  return h('li', { key: 'first', class: 'first' },
    h('p', { class: 'who' },
      h('b', {}, t('discussion.first-opinion')),
      [firstOpinion.author, firstOpinion.date && date(firstOpinion.date)].filter(Boolean).map(fact => ` · ${fact}`)),
    h('p', { class: 'value' }, value ? valueText(value) : t('discussion.not-stated')));
}

function opinion(desk, { as, discipline, late }, dimension) {
  const isMine = as === ownPseudonym(desk.state);
  const sealed = desk.revelation.content.opinions[as];
  return h('li', { key: as, class: isMine ? 'mine' : '' },
    h('p', { class: 'who cluster' }, h('b', {}, as), h('span', { class: 'muted' }, term('discipline', discipline)),
      isMine && chip({ text: t('common.you'), tone: 'teal' }),
      isReidentified(desk.state, as) && !isMine && h('span', { class: 'muted small' }, t('discussion.only-member'))),
    late && h('p', { class: 'muted' }, t('discussion.late-text')),
    !late && (sealed?.isBroken ? h('p', {},
      icon('alert', 15),
      t('errors.hash-mismatch')) : stated(desk, as, sealed?.answers[dimension])),
    amendments(desk, as, dimension),
    isMine && !late && desk.may('amendOpinion') && amendment(desk, as, dimension, sealed?.answers[dimension]));
}

function stated(desk, as, answer) {
  if (!answer) return h('p', { class: 'muted' }, t('parts.no-entry'));
  return h('div', { class: 'stated' },
    h('p', { class: 'value' },
      answerText(answer),
      answer.confidence && h('span', { class: 'muted small' }, ` ${t('discussion.confidence', { value: answer.confidence })}`)),
    answer.rationale && h('p', {}, answer.rationale),
    answer.citations.length > 0 && h('ul', { class: 'cluster' }, answer.citations.map((target, index) => h('li', { key: index },
      h('button', { class: 'link small', type: 'button', onclick: () => showTarget(desk, target) }, citationName(desk, target))))));
}

const citationName = (desk, target) => (target.text ? t(
  'parts.quoted',
  { text: target.text.exact.slice(0, 48) }) : desk.findings.nameOf(target));

function amendments(desk, as, dimension) {
  return desk.state.board.amendments.filter(
    one => one.as === as && one.dimension === dimension).map(({ answer, reason, at }) => h('div', { class: 'amendment', key: at },
    h('p', { class: 'eyebrow' },
      t('discussion.amended', { date: date(at) })), h('p', { class: 'muted' }, reason), stated(desk, as, answer)));
}

function amendment(desk, as, dimension, answer) {
  const { talk } = desk;
  if (talk.amending?.dimension !== dimension) {
    const latest = desk.state.board.amendments.findLast(one => one.as === as && one.dimension === dimension)?.answer ?? answer;
    return h('button', { class: 'btn small', key: 'amend', type: 'button', onclick: () => talk.startAmending(dimension, latest) },
      t('discussion.amend'));
  }
  const draft = talk.amending.answer;
  const missing = draft.canJudge === null ? ['value'] : missingInAnswer(answerOf(draft));
  return h('div', { class: 'form ruled', key: 'amending' },
    answerForm({
      desk, id: 'amend', dimension, answer: draft, missing,
      onchange: values => talk.change({ amending: { dimension, answer: { ...draft, ...values } } }),
    }),
    h('div', { class: 'actions' },
      h('button', { class: 'btn', type: 'button', 'aria-disabled': missing.length > 0 ? 'true' : null, onclick: () => talk.amend() },
        t('discussion.amend')),
      h('button', { class: 'btn quiet', type: 'button', onclick: () => talk.change({ amending: null }) }, t('common.cancel'))));
}
