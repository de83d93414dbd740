/** Laboratory values: a chart per row; above and below the range have a glyph and words. */
import { standing, spark } from '../chart/spark.js';
import { h } from '../core/dom.js';
import { date, decimal, number } from '../core/format.js';
import { has, t } from '../core/i18n.js';
import { unitText } from '../core/units.js';

/** The reference range as it is written: `< 7`, `0.9–1.2`, `> 60`, or nothing. */
export function referenceText({ low, high }) {
  if (low && high) return `${decimal(low)}–${decimal(high)}`;
  if (high) return `< ${decimal(high)}`;
  return low ? `> ${decimal(low)}` : '';
}

/** What the laboratory says beside a value: `preliminary · haemolytic`, or nothing. */
export function remarkText({ status, note }) {
  const stated = status && (has(`parts.lab-status-${status}`) ? t(`parts.lab-status-${status}`) : status);
  return [stated, note].filter(Boolean).join(' · ');
}

/**
 * Series are those of the protocol: `{id, analyte, unit, points: [{date, value, flag, low, high, status, note}]}`, oldest first.
 * `caption` names the table; `onfinding(series, point)` offers to annotate a value.
 */
export function labTable({ id, caption, remark, series, onfinding }) {
  const heads = ['analyte', 'trend', 'latest', 'change', 'reference', 'drawn'];
  return h('section', { class: 'labs' },
    h('div', { class: 'labs-head' }, h('h2', { id }, caption), remark && h('p', { class: 'muted small' }, remark)),
    h('div', { class: 'table-wrap', role: 'region', 'aria-labelledby': id, tabindex: '0' },
      h('table', { class: 'lab' },
        h('thead', {}, h('tr', {}, heads.map((head, index) => h('th', {
          key: head, scope: 'col', class: columnClass(index),
        }, t(`parts.lab-${head}`))))),
        h('tbody', {}, series.map(one => row(one, onfinding))))));
}

const columnClass = index => [index > 1 && 'end', index > 2 && 'spare'].filter(Boolean).join(' ');

function row({ id, analyte, unit, points }, onfinding) {
  const latest = points.at(-1);
  const reference = referenceText(latest);
  const state = standing(Number(latest.value), latest);
  return h('tr', { key: id, id: `series-${id}` },
    h('th', { scope: 'row' }, analyte, unit && h('small', {}, unitText(unit))),
    h('td', {}, spark({ name: analyte, unit, points, low: latest.low, high: latest.high, reference })),
    h('td', { class: ['end num value', state] },
      state !== 'within' && h('span', { class: 'flag' },
        h('span', { 'aria-hidden': 'true' }, state === 'above' ? '▲' : '▼'), h('span', { class: 'vh' }, t(`parts.${state}-range`))),
      onfinding
        ? h('button', {
          class: 'link', type: 'button', 'aria-label': t('parts.add-finding-to', { text: `${analyte} ${decimal(latest.value)}` }),
          onclick: () => onfinding(id, latest.date),
        }, decimal(latest.value))
        : decimal(latest.value),
      remarkText(latest) && h('small', { class: 'lab-remark' }, remarkText(latest))),
    h('td', { class: 'end num muted spare' }, change(points)),
    h('td', { class: 'end num muted spare' }, reference),
    h('td', { class: 'end num muted spare' }, date(latest.date)));
}

/** The difference of the last two printed values where both are numbers, with as many decimals as the more precise of them. */
function change(points) {
  if (points.length < 2) return '';
  const [before, last] = points.slice(-2).map(({ value }) => String(value));
  if (!Number.isFinite(Number(last) - Number(before))) return '';
  const decimals = Math.max(...[before, last].map(text => text.split('.')[1]?.length ?? 0));
  return number(Number(last) - Number(before), decimals, true);
}
