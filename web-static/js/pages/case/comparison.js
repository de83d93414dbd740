/** How a recommendation stands to the first opinion, question by question, as the server compared them. */
import { h } from '../../core/dom.js';
import { t } from '../../core/i18n.js';
import { dimensions } from '../../model/dimensions.js';
import { term } from '../terms.js';
import { valueText } from '../value-text.js';

const marks = { same: '=', different: '≠', 'chair-same': '=', 'chair-different': '≠', 'not-compared': '·' };

/** `[{dimension, first, now, comparison, isDifferent}]` of what either side answers; `first` may be unknown. */
function rows({ values, comparisons, first = {} }) {
  return dimensions.filter(dimension => values[dimension] || first[dimension]).map(dimension => {
    const comparison = comparisons[dimension] ?? 'not-compared';
    return { dimension, first: first[dimension], now: values[dimension], comparison, isDifferent: comparison.endsWith('different') };
  });
}

const said = value => (value ? valueText(value) : t('draft.nothing'));

const verdict = comparison => h('span', { class: 'compared' },
  h('span', { 'aria-hidden': 'true' }, `${marks[comparison]} `),
  t(`draft.compare-${comparison}`));

/** For a narrow pane: one entry per question. */
export function comparisonList(compared) {
  return h('ul', {
    class: 'comparison-list',
  }, rows(compared).map(({ dimension, first, now, comparison, isDifferent }) => h('li', {
    key: dimension, class: isDifferent ? 'differs' : '',
  },
    h('p', { class: 'head' }, h('b', {}, term('dimension', dimension)), verdict(comparison)),
    h('p', { key: 'now' }, said(now)),
    comparison !== 'same' && h('p', { class: 'muted small', key: 'first' }, t('draft.first-said', { value: said(first) })))));
}

/** For a page: a table, with the first opinion where it is known. */
export function comparisonTable(compared) {
  const heads = ['dimension', compared.first && 'first', 'now', 'compared'].filter(Boolean);
  return h('div', {
    class: 'table-wrap', role: 'region', 'aria-label': t('draft.comparison'), tabindex: '0',
  }, h('table', { class: 'table comparison' },
    h('caption', { class: 'vh' }, t('draft.comparison')),
    h('thead', {}, h('tr', {}, heads.map(head => h('th', { key: head, scope: 'col' }, t(`draft.head-${head}`))))),
    h('tbody', {}, rows(compared).map(({ dimension, first, now, comparison, isDifferent }) => h('tr', {
      key: dimension, class: isDifferent ? 'differs' : '',
    },
      h('th', { scope: 'row' }, term('dimension', dimension)), compared.first && h('td', {}, said(first)),
      h('td', {}, said(now)), h('td', {}, verdict(comparison)))))));
}
