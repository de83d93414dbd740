/** Closed rounds, the latest first: distribution and verdict as the server printed them, minority statements beside them. */
import { h } from '../../core/dom.js';
import { dateTime, decimal, figure, list } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { icon } from '../../core/icons.js';
import { memberOf } from '../../model/people.js';
import { findOption, legible, letter, ownBallot, ownChoice, pastRounds, thresholdOf, voterOf } from '../../model/voting.js';
import { chip } from '../../views/chip.js';
import { note } from '../../views/states.js';
import { statement, voteResult, zoneKey } from '../../views/vote-result.js';
import { term } from '../terms.js';
import { choiceText } from './ballot-panel.js';

export function resultsPanel(desk) {
  const [latest, ...earlier] = pastRounds(desk.state);
  return [
    roundView(desk, latest),
    earlier.map(one => h('details', { class: 'earlier', key: one.round.number },
      h('summary', {}, t('vote.earlier-round', { number: one.round.number, time: dateTime(one.closedAt) })), roundView(desk, one))),
  ];
}

function roundView(desk, { round, opened, closedAt, commitments }) {
  return h('section', { class: 'round stack', key: `round ${round.number}` },
    h('p', { class: 'cluster muted' }, h('b', {},
      t('vote.round', { number: round.number })), h('span', {}, t(`vote.method-${round.method}`)),
      h('span', { class: 'num' }, t('vote.ballots', { count: opened.count })), h('time', {}, dateTime(closedAt))),
    opened.isVoid ? voided(opened) : results(desk, round, opened),
    desk.state.board.minorities.filter(one => one.round === round.number).map(({ text, by, at }) => {
      const { name, discipline } = memberOf(desk.state, by);
      return h('div', { key: at },
        statement({
          heading: t('vote.minority'), text, who: [name, discipline && term('discipline', discipline)].filter(Boolean).join(', '),
        }));
    }),
    desk.may('stateMinority') && h('p', {},
      h('button', { class: 'btn small', type: 'button', onclick: () => desk.ballots.stateMinority(round.number) },
        t('vote.minority-state'))),
    proof(desk, round, commitments),
    reasons(desk, round, opened));
}

function voided({ count, missingDisciplines }) {
  const missing = missingDisciplines.map(discipline => term('discipline', discipline));
  return note({
    heading: t('vote.void'), icon: 'alert', tone: 'amber',
    text: missing.length > 0 ? t('vote.void-missing', { list: list(missing) }) : t('vote.void-few', { count }),
  });
}

function results(desk, round, opened) {
  const tallest = Math.max(...opened.results.flatMap(({ distribution }) => distribution));
  const box = ballotsOf(desk, opened);
  const mine = ownBallot(desk.state, round.number);
  const ownVoter = mine ? voterOf(mine) : null;
  return [
    opened.results.map(legible).map((result, index) => (round.method === 'appropriateness'
      ? voteResult({
        letter: letter(round.options.indexOf(result.option)), title: findOption(desk.state, result.option)?.text ?? result.option,
        result,
        mine: ownChoice(desk.state, round.number, result.option) ?? undefined, labels: labelsOf(box, result.option, ownVoter), tallest,
      })
      : adoption(desk, round, result, index))),
    round.method === 'appropriateness' && zoneKey(),
  ];
}

function adoption(desk, round, { option, distribution, percentYes, strength, adopted, rules }, index) {
  const [yes, no, abstain] = distribution;
  if (round.draft && index > 0) return null;
  const title = round.draft ? t('vote.adopt-draft', { version: round.draft }) : findOption(desk.state, option)?.text ?? option;
  const mine = ownChoice(desk.state, round.number, option);
  return h('section', { class: 'option adopted', key: option },
    h('div', {},
      h('h3', {}, title),
      h('p', { class: 'verdict' },
        chip({ text: t(`vote.strength-${strength ?? 'undefined'}`), tone: strength && strength !== 'none' ? 'teal' : 'amber' }),
        adopted !== undefined && chip({ text: t(adopted ? 'vote.adopted' : 'vote.not-adopted'), tone: adopted ? 'teal' : 'amber' }),
        h('span', { class: 'muted small' }, term('threshold', thresholdOf(rules)))),
      h('p', { class: 'figures num' },
        percentYes && h('span', {}, t('vote.percent-yes', { percent: decimal(percentYes) })),
        mine && h('span', {}, t('vote.your-choice', { choice: choiceText(mine) })))),
    h('dl', { class: 'tally num' }, [
      ['yes', yes], ['no', no], ['abstain', abstain],
    ].map(([kind, count]) => h('div', { key: kind, class: [kind, kind === mine && 'mine'] },
      h('dt', {}, t(`vote.${kind}`)), h('dd', {}, count)))));
}

/** The opened ballots, once they are there: `[{voter, choices, reasons}]`. */
function ballotsOf(desk, opened) {
  const box = desk.library.look('json', opened.ballots[0]);
  if (box.state !== 'ready') return [];
  return box.value.ballots.map(({ text, reasons }) => ({ voter: voterOf({ text }), choices: JSON.parse(text)[5], reasons }));
}

/** Who rated what, by pseudonym; oneself at the foot of the column, where the chart marks the reader's own. */
const labelsOf = (ballots, option, ownVoter) => Array.from({ length: 9 }, (_, index) => ballots
  .filter(({ choices }) => choices[option] === index + 1)
  .sort((one, other) => (other.voter === ownVoter) - (one.voter === ownVoter))
  .map(({ voter }) => voter.replace('V-', '')));

/** One's own ballot in the published list: anybody can recount, everybody can look for theirs. */
function proof(desk, { number }, commitments = []) {
  const mine = ownBallot(desk.state, number);
  if (!mine) return null;
  const isListed = commitments.includes(mine.commitment);
  return h('p', { class: ['ballot-proof small', !isListed && 'broken'] }, icon(isListed ? 'check' : 'alert', 15),
    t(isListed ? 'vote.listed' : 'vote.not-listed', { commitment: mine.commitment.slice(0, 16), voter: voterOf(mine) ?? '' }));
}

function reasons(desk, round, opened) {
  const said = ballotsOf(desk, opened).flatMap(({ voter, choices, reasons: given }) => Object.entries(given ?? {})
    .map(([option, text]) => ({ voter, option, choice: choices[option], text })));
  if (said.length === 0) return null;
  return h('details', { class: 'reasons' }, h('summary', {}, t('vote.reasons', { count: said.length })),
    h('ul', { class: 'stack tight' }, said.map(({ voter, option, choice, text }) => h('li', { key: `${voter} ${option}` },
      h('b', { class: 'num' }, `${voter} · ${letter(round.options.indexOf(option))} ${choiceText(choice)}`), ' ', text))));
}
