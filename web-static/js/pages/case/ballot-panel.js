/** The ballot: who will see what afterwards, the options, the receipt. */
import { h } from '../../core/dom.js';
import { dateTime, list } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { icon } from '../../core/icons.js';
import { currentDraft } from '../../model/recommendation.js';
import { findOption, letter, missingInBallot, openRound, ownBallot, ownBallots } from '../../model/voting.js';
import { segments } from '../../views/choices.js';
import { rating, scaleKey } from '../../views/rating.js';
import { note, screenState } from '../../views/states.js';

const adoptions = ['yes', 'no', 'abstain'];

export function ballotPanel(desk) {
  const round = openRound(desk.state);
  if (!round) return screenState({ kind: 'loading' });
  return [
    facts(round),
    note({ heading: t('vote.who-sees'), text: t(`vote.who-sees-${round.method}`) }),
    round.draft && draftText(desk),
    desk.ballots.isOpen ? ballotForm(desk, round) : receipt(desk, round),
  ];
}

/** What stands above the options for whoever reads along while others vote. */
export function voteOfOthers(desk) {
  const round = openRound(desk.state);
  if (!round || desk.may('castBallot')) return null;
  return [facts(round), h('p', { class: 'muted', key: 'not-yours' }, t('vote.not-yours')), round.draft && draftText(desk)];
}

const facts = round => h('p', { class: 'cluster muted', key: 'facts' },
  h('span', {}, t('vote.round', { number: round.number })), h('span', {}, t(`vote.method-${round.method}`)),
  round.closes && h('span', { class: 'num' }, t('vote.closes-at', { time: dateTime(round.closes) })));

function draftText(desk) {
  const current = currentDraft(desk.state);
  return current && h('section', { class: 'majority', key: 'draft' },
    h('h3', {}, t('draft.version', { version: current.draft.version })),
    h('p', {}, current.draft.text));
}

function ballotForm(desk, round) {
  const { choices, reasons } = desk.ballots.filled(round.number);
  return h('div', { class: 'ballot', key: 'form' },
    h('p', {}, t(`vote.ask-${round.method}`)),
    round.method === 'appropriateness' && scaleKey(),
    round.method === 'appropriateness'
      ? round.options.map((option, index) => rate(desk, round, option, index, choices, reasons))
      : adopted(round).map((option, index) => adopt(desk, round, option, index, choices, reasons)));
}

/** An adoption of the draft asks once, whatever options the draft adopts. */
const adopted = round => (round.draft ? [round.options[0]] : round.options);

const titleOf = (desk, round, option) => (round.draft
  ? t('vote.adopt-draft', { version: round.draft }) : findOption(desk.state, option)?.text ?? option);

function rate(desk, round, option, index, choices, reasons) {
  return h('div', { key: option, id: `choice-${option}`, tabindex: '-1' }, rating({
    id: option, letter: letter(index), title: titleOf(desk, round, option), value: choices[option],
    reason: { value: reasons[option] }, onrate: value => desk.ballots.choose(round.number, option, value),
    onreason: text => desk.ballots.explain(round.number, option, text),
  }));
}

function adopt(desk, round, option, index, choices, reasons) {
  const all = round.draft ? round.options : [option];
  const isNo = choices[option] === 'no';
  return h('div', { class: 'adopt', key: option, id: `choice-${option}`, tabindex: '-1' },
    segments({
      name: `adopt-${option}`,
      legend: h('span', {}, !round.draft && h('span', { class: 'letter' }, letter(index)), titleOf(desk, round, option)),
      value: choices[option], options: adoptions.map(value => ({ value, label: t(`vote.${value}`) })),
      onchoose: value => all.forEach(one => desk.ballots.choose(round.number, one, value)),
    }),
    h('label', { for: `reason-${option}`, class: 'small' }, t(isNo ? 'vote.reason-required' : 'vote.reason-optional')),
    h('textarea', {
      class: 'input', id: `reason-${option}`, rows: 2, value: reasons[option] ?? '', 'aria-required': isNo ? 'true' : null,
      oninput: event => all.forEach(one => desk.ballots.explain(round.number, one, event.target.value)),
    }));
}

/** What was cast, and the commitment that proves it. */
function receipt(desk, round) {
  const cast = ownBallot(desk.state, round.number);
  const earlier = ownBallots(desk.state, round.number).length - 1;
  return h('section', { class: 'receipt', key: 'receipt' },
    h('h3', { id: 'receipt', tabindex: '-1' }, icon('seal', 18), t('vote.sealed-at', { time: dateTime(cast.at ?? desk.now) })),
    h('ul', { class: 'stack tight' }, round.options.map((option, index) => h('li', { key: option, class: 'cast' },
      h('span', {}, h('span', { class: 'letter' }, letter(index)), findOption(desk.state, option)?.text ?? option),
      h('b', { class: 'num' }, choiceText(cast.choices[option]))))),
    h('p', { class: 'fingerprint' }, t('vote.receipt', { commitment: cast.commitment })),
    h('p', { class: 'muted small' }, t('vote.receipt-text')),
    earlier > 0 && h('p', { class: 'muted small' }, t('vote.superseded', { count: earlier })));
}

export const choiceText = choice => (typeof choice === 'number' ? String(choice) : choice ? t(`vote.${choice}`) : t('parts.no-entry'));

/** One line for all options that lack the same; its button leads to the first of them. */
function lacking(round, missing, lack) {
  const options = missing.filter(one => one.lack === lack).map(({ option }) => option);
  if (options.length === 0) return null;
  const letters = options.map(option => letter(round.options.indexOf(option)));
  return { id: lack, text: t(`vote.todo-${lack}`, { count: options.length, list: list(letters) }), state: 'open', canGo: true };
}

export function ballotDock(desk) {
  const round = openRound(desk.state);
  if (!round) return null;
  const close = desk.may('closeRound') ? [{ id: 'close', label: t('vote.close'), icon: 'check' }] : [];
  const run = {
    close: () => desk.ballots.close(), seal: () => desk.ballots.seal(), recast: () => desk.ballots.recast(),
    keep: () => desk.ballots.keep(),
  };
  if (!desk.may('castBallot')) return null;
  if (!desk.ballots.isOpen) return { actions: [{ id: 'recast', label: t('vote.recast') }, ...close], run };
  const { choices, reasons } = desk.ballots.filled(round.number);
  const missing = missingInBallot(round, choices, reasons);
  const first = lack => missing.find(one => one.lack === lack)?.option;
  run.choice = () => { desk.set({ tab: 'ballot' }); desk.focusOn(`choice-${first('choice')}`); };
  run.reason = () => { desk.set({ tab: 'ballot' }); desk.focusOn(`reason-${first('reason')}`); };
  return {
    todo: [
      ...['choice', 'reason'].map(lack => lacking(round, missing, lack)),
      missing.length === 0 && { id: 'complete', text: t('vote.todo-complete'), state: 'done' },
      !desk.isOnline && { id: 'offline', text: t('vote.todo-offline'), state: 'open' },
    ].filter(Boolean),
    primary: {
      id: 'seal', label: t('vote.seal'), icon: 'seal', isDisabled: missing.length > 0 || !desk.isOnline || desk.view.busy !== null,
    },
    actions: [...(desk.ballots.isRecasting ? [{ id: 'keep', label: t('vote.keep') }] : []), ...close],
    refusal: t('vote.incomplete'),
    run,
  };
}
