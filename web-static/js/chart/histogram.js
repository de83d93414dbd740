/**
 * The distribution of 1-9 ratings in its three zones, with the median, the range between the 30th and 70th percentile and
 * the reader's own vote. Every figure comes from the server; nothing is computed here but places on the page.
 */
import { h } from '../core/dom.js';
import { figure, list } from '../core/format.js';
import { t } from '../core/i18n.js';
import { zoneOf } from './zone.js';

const column = 24;
const unit = 16;
const pitch = unit + 2;
const width = 9 * column + 6;
const ratings = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/**
 * `distribution` counts the ratings 1 to 9; `labels`, where they may be known, are lists of two-letter names per rating;
 * `tallest` makes the charts of several options one scale.
 */
export function histogram({ title, distribution, labels, mine, median, p30, p70, disagreement, tallest }) {
  const base = Math.max(tallest ?? 0, ...distribution, 2) * pitch + 7;
  return h('svg', {
    class: 'histogram', width, height: base + 28, viewBox: `0 0 ${width} ${base + 28}`, role: 'img',
    'aria-label': histogramSentence({ title, distribution, median, mine }),
  },
  ['low', 'middle', 'high'].map((zone, index) => h('rect', {
    class: zone, key: zone, x: left(3 * index + 1) + 1, y: 0, width: 3 * column - 2, height: base + 1, rx: 5,
  })),
  ratings.flatMap(rating => columnOf(rating, distribution[rating - 1], labels?.[rating - 1] ?? [], mine === rating, base)),
  range(Number(p30), Number(p70), disagreement, base),
  median !== undefined && h('path', { class: 'median', d: `M${centre(Number(median))} ${base + 16.5}l5 5-5 5-5-5z` }));
}

/** "A Transplant: 2 votes for 7 and 3 votes for 8. Median 8. Your vote 7." */
export function histogramSentence({ title, distribution, median, mine }) {
  const counts = ratings.filter(rating => distribution[rating - 1] > 0)
    .map(rating => t('chart.rating-count', { rating, count: distribution[rating - 1] }));
  const sentence = counts.length
    ? t('chart.histogram', { title, counts: list(counts), median: figure(median) })
    : t('chart.histogram-empty', { title });
  return mine === undefined || mine === null ? sentence : `${sentence} ${t('chart.own-vote', { rating: mine })}`;
}

const left = rating => 3 + (rating - 1) * column;
const centre = rating => left(rating) + column / 2;

function columnOf(rating, count, names, isMine, base) {
  const units = Array.from({ length: count }, (_, index) => {
    const y = base - (index + 1) * pitch + 1;
    const key = `${rating}-${index}`;
    return [
      h('rect', {
        class: `unit in-${zoneOf(rating)}`, key: `unit ${key}`, x: left(rating) + 3, y, width: column - 6, height: unit, rx: 3.5,
      }),
      names[index] && h('text', { class: 'who', key: `who ${key}`, x: centre(rating), y: y + 11.4 }, names[index]),
      isMine && index === 0 && h('rect', {
        class: 'mine', x: left(rating) + 1.2, y: y - 1.8, width: column - 2.4, height: unit + 3.6, rx: 5,
      }),
    ];
  });
  return [...units, h('text', { key: `rating ${rating}`, x: centre(rating), y: base + 13 }, rating)];
}

function range(p30, p70, disagreement, base) {
  if (!(p70 > p30)) return null;
  return h('path', { class: ['range', disagreement && 'wide'], d: `M${centre(p30)} ${base + 21.5}H${centre(p70)}` });
}
