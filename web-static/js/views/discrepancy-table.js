/** Where positions differ: rows are dimensions or fields, columns are reviewers; the minority values are marked in words too. */
import { h } from '../core/dom.js';
import { t } from '../core/i18n.js';

/**
 * Columns are `{id, label, title}`; rows `{id, label, isSplit, isActive, cells: [{text, isOther} | null]}`, a `null` for who
 * said nothing. `onopen(id)` opens the thread of a row.
 */
export function discrepancyTable({ caption, columns, rows, onopen }) {
  return h('div', { class: 'table-wrap', role: 'region', 'aria-label': caption, tabindex: '0' }, h('table', { class: 'differ' },
    h('caption', { class: 'vh' }, caption),
    h('thead', {}, h('tr', {}, h('td', {}),
      columns.map(({ id, label, title }) => h('th', { key: id, scope: 'col', title }, label)))),
    h('tbody', {}, rows.map(row => h('tr', {
      key: row.id, class: row.isSplit ? 'split' : '', 'aria-current': row.isActive ? 'true' : null,
    },
      h('th', { scope: 'row' }, onopen && row.isSplit
        ? h('button', { class: 'link', type: 'button', onclick: () => onopen(row.id) }, row.label) : row.label),
      row.cells.map((cell, index) => h('td', {
        key: columns[index].id, class: ['num', cell?.isOther && 'other'],
      }, cellText(cell))))))));
}

function cellText(cell) {
  if (!cell) return [h('span', { class: 'muted', 'aria-hidden': 'true' }, '·'), h('span', { class: 'vh' }, t('parts.no-entry'))];
  return h('span', {}, cell.text, cell.isOther && h('span', { class: 'vh' }, ` ${t('parts.differs')}`));
}
