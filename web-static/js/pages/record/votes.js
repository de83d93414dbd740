/** A vote as the document keeps it: method, ballots, and each option's figures in a table, void rounds included. */
import { h } from '../../core/dom.js';
import { decimal } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { term } from '../terms.js';
import { legible, letter, thresholdOf } from '../../model/voting.js';

const adoptions = ['yes', 'no', 'abstain'];

export function roundSection(record, { round, ballots, isVoid, results: printed }) {
  const results = printed.map(legible);
  return h('div', { class: 'stack' },
    h('p', { class: 'muted' },
      `${t(`vote.method-${round.method}`)} · ${t('vote.ballots', { count: ballots })}`,
      round.draft && ` · ${t('vote.adopt-draft', { version: round.draft })}`,
      round.method === 'adoption' && results.length > 0
        && ` · ${t('vote.threshold', { threshold: term('threshold', thresholdOf(results[0].rules)) })}`),
    isVoid ? h('p', {}, t('vote.void')) : tables[round.method](record, round, results));
}

/** What an option says; a document signed before options were kept has the letter alone. */
function optionName(record, round, id) {
  const place = letter(round.options.indexOf(id));
  const text = record.options.find(option => option.id === id)?.text;
  return text ? `${place} ${text}` : t('record.option', { letter: place });
}

function ratingTable(record, round, results) {
  const heads = ['option', 'distribution', 'median', 'range', 'index', 'verdict'];
  return wrapped(t('record.vote', { number: round.number }), heads, results.map(result => [
    optionName(record, round, result.option),
    h('span', { class: 'num distribution', 'aria-label': spoken(result.distribution) },
      result.distribution.map((count, index) => h('span', { key: index, class: count > 0 ? 'some' : '' }, count))),
    decimal(result.median), `${decimal(result.p30)}–${decimal(result.p70)}`, decimal(result.index),
    [t(`parts.${result.appropriateness}`), result.disagreement && t('parts.disagreement')].filter(Boolean).join(', '),
  ]));
}

const tables = { appropriateness: ratingTable, adoption: adoptionTable };

const spoken = distribution => distribution.map((count, index) => `${index + 1}: ${count}`).join(', ');

function adoptionTable(record, round, results) {
  const shown = round.draft ? results.slice(0, 1) : results;
  return wrapped(t('record.vote', { number: round.number }), ['option', ...adoptions, 'percent', 'verdict'], shown.map(result => [
    round.draft ? t('vote.adopt-draft', { version: round.draft }) : optionName(record, round, result.option),
    ...result.distribution.map(String), result.percentYes ? decimal(result.percentYes) : '–',
    [t(`vote.strength-${result.strength ?? 'undefined'}`),
      result.adopted !== undefined && t(result.adopted ? 'vote.adopted' : 'vote.not-adopted')].filter(Boolean).join(', '),
  ]));
}

function wrapped(caption, heads, rows) {
  return h('div', { class: 'table-wrap', role: 'region', 'aria-label': caption, tabindex: '0' }, h('table', { class: 'table votes' },
    h('caption', { class: 'vh' }, caption),
    h('thead', {}, h('tr', {}, heads.map(head => h('th', { key: head, scope: 'col' }, t(`record.head-${head}`))))),
    h('tbody', {},
      rows.map(([name, ...cells], row) => h('tr', { key: row },
        h('th', { scope: 'row' }, name),
        cells.map((cell, index) => h('td', { key: index, class: 'num' }, cell)))))));
}
