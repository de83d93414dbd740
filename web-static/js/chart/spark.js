/** A laboratory value over time as a small line with its reference band; the sentence says all of it. */
import { h } from '../core/dom.js';
import { date, decimal, list } from '../core/format.js';
import { t } from '../core/i18n.js';
import { unitText } from '../core/units.js';

const size = { width: 132, height: 30, padding: 4 };

/** `'above'`, `'below'` or `'within'` a reference range of which either end may be missing. */
export function standing(value, { low, high }) {
  if (present(high) && value > Number(high)) return 'above';
  if (present(low) && value < Number(low)) return 'below';
  return 'within';
}

/**
 * `points` are `{date, value}` in order, values as the server printed them; `low` and `high` bound the reference range;
 * `reference` is that range in words. A value that is no number, such as `<0.5` or a word, is said and not drawn.
 */
export function spark({ name, unit = '', points, low, high, reference }) {
  const values = points.map(point => Number(point.value)).filter(Number.isFinite);
  if (values.length === 0) return null;
  const { x, y, lowest, highest } = scales(values, { low, high });
  const top = Math.max(1, y(present(high) ? Math.min(Number(high), highest) : highest));
  const bottom = Math.min(size.height - 1, y(present(low) ? Math.max(Number(low), lowest) : lowest));
  const last = values.length - 1;
  return h('svg', {
    class: 'spark', width: size.width, height: size.height, viewBox: `0 0 ${size.width} ${size.height}`,
    role: 'img', 'aria-label': sparkSentence({ name, unit, points, reference }),
  },
  (present(low) || present(high)) && h('rect', {
    class: 'band', x: 0, y: top.toFixed(1), width: size.width, height: Math.max(2, bottom - top).toFixed(1), rx: 2,
  }),
  h('polyline', { points: values.map((value, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`).join(' ') }),
  h('circle', { class: standing(values[last], { low, high }), cx: x(last).toFixed(1), cy: y(values[last]).toFixed(1), r: 2.8 }));
}

/** "AFP: 18 ng/ml on 2 Sep 2026, …; reference below 7." */
export function sparkSentence({ name, unit, points, reference }) {
  const values = list(points.map(point => t('chart.value-on', {
    value: [decimal(point.value), unitText(unit)].filter(Boolean).join('\u00a0'), date: date(point.date),
  })));
  return reference ? t('chart.trend', { name, values, reference }) : t('chart.trend-without-reference', { name, values });
}

/** A distant reference limit must not flatten the line: the range is shown as far as it lies near the values. */
function scales(values, { low, high }) {
  const [smallest, largest] = [Math.min(...values), Math.max(...values)];
  const reach = Math.max((largest - smallest) * 0.6, Math.abs(largest) * 0.15);
  const lowest = present(low) ? Math.min(smallest, Math.max(Number(low), smallest - reach)) : smallest;
  const highest = present(high) ? Math.max(largest, Math.min(Number(high), largest + reach)) : largest;
  const span = highest - lowest || 1;
  const { width, height, padding } = size;
  return {
    lowest,
    highest,
    x: index => padding + (values.length < 2 ? 1 : index / (values.length - 1)) * (width - 2 * padding),
    y: value => height - padding - ((value - lowest) / span) * (height - 2 * padding),
  };
}

const present = bound => bound !== undefined && bound !== null && bound !== '';
