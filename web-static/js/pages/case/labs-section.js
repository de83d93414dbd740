/** Laboratory series with their findings: latest value, change and range in a table, every value on request. */
import { h } from '../../core/dom.js';
import { t } from '../../core/i18n.js';
import { labTable } from '../../views/lab-table.js';
import { showCard } from './navigation.js';

export function labs(desk, series, marks) {
  const ordered = series.map(one => ({ ...one, points: [...one.points].sort((a, b) => a.date.localeCompare(b.date)) }))
    .filter(({ points }) => points.length > 0);
  const onThese = marks.filter(({ target }) => ordered.some(({ id }) => id === target.series));
  return [
    labTable({
      id: 'labs',
      caption: t('case.lab-trends'),
      remark: t('case.lab-count', { count: ordered.length }),
      series: ordered,
      onfinding: desk.findings.canAdd ? (id, point) => desk.findings.startAtValue(id, point) : null,
    }),
    onThese.length > 0 && h('div', { class: 'lab-marks', key: 'lab-marks' }, onThese.map(mark => h('button', {
      key: mark.id, id: `mark-${mark.id}`, class: 'num', type: 'button', data: { mark: mark.mark }, 'aria-pressed': String(Boolean(mark.isActive)),
      'aria-label': t('parts.finding-at', { number: mark.number, statement: mark.statement }), onclick: () => showCard(desk, mark.id),
    }, mark.number, ' ', h('span', { class: 'statement' }, mark.statement)))),
  ];
}
