/** Laboratory series with their findings: latest value, change and range in a table, every value on request. */
import { h } from '../../core/dom.js';
import { standing } from '../../chart/spark.js';
import { date, decimal } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { unitText } from '../../core/units.js';
import { labTable, remarkText } from '../../views/lab-table.js';
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
    h('details', { class: 'lab-values', key: 'values' }, h('summary', {}, t('case.all-values')), ordered.map(values)),
    onThese.length > 0 && h('div', { class: 'lab-marks', key: 'lab-marks' }, onThese.map(mark => h('button', {
      key: mark.id, id: `mark-${mark.id}`, class: 'num', type: 'button', data: { mark: mark.mark },
      'aria-pressed': String(Boolean(mark.isActive)),
      'aria-label': t('parts.finding-at', { number: mark.number, statement: mark.statement }), onclick: () => showCard(desk, mark.id),
    }, mark.number, ' ', h('span', { class: 'statement' }, mark.statement)))),
  ];
}

/** Every value of a series, the latest first, with how it stands to its own reference range. */
function values({ id, analyte, unit, points }) {
  return h('section', { key: id }, h('h3', {}, analyte, unit && h('small', {}, ` ${unitText(unit)}`)),
    h('ul', {}, [...points].reverse().map(point => {
      const state = standing(Number(point.value), point);
      return h('li', { key: point.date, class: ['num', state] },
        state !== 'within' && h('span', {},
          h('span', { 'aria-hidden': 'true' }, state === 'above' ? '▲ ' : '▼ '),
          h('span', { class: 'vh' }, `${t(`parts.${state}-range`)} `)),
        h('b', {}, decimal(point.value)), ' ',
        h('span', { class: 'muted' }, [date(point.date), remarkText(point)].filter(Boolean).join(' · ')));
    })));
}
