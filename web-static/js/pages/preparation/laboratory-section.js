/** Laboratory series: what is filed, and a form for what came on paper. */
import { h } from '../../core/dom.js';
import { t } from '../../core/i18n.js';
import { labTable } from '../../views/lab-table.js';
import { screenState } from '../../views/states.js';
import { fieldOf, form } from './form.js';
import { sectionHead } from './section-head.js';
import { columns, emptyRow, flags, lacksOfSeries, pastedRows, seriesOf } from './series-form.js';

export function describeLaboratory(bench) {
  return bench.place[1] === 'new' && bench.may('fileSeries') ? filing(bench) : list(bench);
}

function list(bench) {
  const { series } = bench.state.quarantine;
  return [
    sectionHead(t('laboratory.heading'), h('div', { class: 'grow' }),
      bench.may('fileSeries') && h('a', { class: 'btn primary', href: bench.href('laboratory', 'new') }, t('laboratory.new'))),
    series.length === 0
      ? screenState({ kind: 'empty', heading: t('laboratory.none'), text: t('laboratory.none-text') })
      : labTable({ id: 'series', caption: t('laboratory.filed', { count: series.length }), series }),
  ];
}

function filing(bench) {
  const draft = bench.draft('series', () => ({
    seriesID: crypto.randomUUID(), analyte: '', loinc: '', unit: '', document: '',
    rows: [{ ...emptyRow }, { ...emptyRow }, { ...emptyRow }],
  }));
  const leave = () => { bench.drop('series'); bench.go('laboratory'); };
  const onsubmit = async () => {
    const problems = lacksOfSeries(draft.values).map(({ field, lack, row }) => ({ field,
      text: t(`laboratory.${row ? lack : field}-missing`, { row }) }));
    const say = () => bench.casework.say('fileSeries', { series: seriesOf(draft.values, draft.values.seriesID) });
    if (await draft.submit({ problems, say, labels: { analyte: { field: 'analyte', label: t('laboratory.analyte') } } })) leave();
  };
  const { documents } = bench.state.quarantine;
  return [
    sectionHead(t('laboratory.new-heading')),
    form({
      draft, label: t('laboratory.new-heading'), submit: t('laboratory.file'), onsubmit, cancel: { onclick: leave },
      content: [
        h('div', { class: 'field-row', key: 'row' },
          fieldOf(draft, 'analyte', { label: t('laboratory.analyte'), maxlength: 300, required: true }),
          fieldOf(draft, 'unit', { label: t('laboratory.unit'), hint: t('laboratory.unit-hint'), isOptional: true,
            maxlength: 300, spellcheck: 'false' }),
          fieldOf(draft, 'loinc', { label: t('laboratory.loinc'), isOptional: true, maxlength: 300, spellcheck: 'false' }),
          fieldOf(draft, 'document', {
            label: t('laboratory.document'), isOptional: true, control: 'select',
            options: [{ value: '', label: t('laboratory.no-document') },
              ...documents.map(({ id, title }) => ({ value: id, label: title }))],
          })),
        rows(draft),
      ],
    }),
  ];
}

function rows(draft) {
  const all = draft.values.rows;
  const change = (index, column, value) => draft.set('rows',
    draft.values.rows.map((row, at) => (at === index ? { ...row, [column]: value } : row)));
  const paste = (event, index) => {
    const pasted = pastedRows(event.clipboardData.getData('text/plain'));
    if (!pasted) return;
    event.preventDefault();
    const { rows: now } = draft.values;
    draft.set('rows', [...now.slice(0, index), ...pasted, ...now.slice(index + pasted.length)], true);
  };
  return h('fieldset', { class: 'group', key: 'rows', id: draft.id('rows'), tabindex: '-1' },
    h('legend', {}, t('laboratory.values')),
    h('p', { class: 'hint' }, t('laboratory.values-hint')),
    h('table', { class: 'value-rows' },
      h('thead', {}, h('tr', {}, columns.map(column => h('th', { key: column, scope: 'col' }, t(`laboratory.${column}`))))),
      h('tbody', {}, all.map((row, index) => h('tr', { key: index },
        columns.map(column => h('td', { key: column, data: { label: t(`laboratory.${column}`) } },
        cell(draft, { row, index, column, change, paste }))))))),
    h('button', { class: 'btn small', type: 'button',
      onclick: () => draft.set('rows', [...draft.values.rows, { ...emptyRow }], true) }, t('laboratory.add-row')));
}

function cell(draft, { row, index, column, change, paste }) {
  const name = `${column}-${index + 1}`;
  const problem = draft.problemOf(name);
  const label = t('laboratory.cell', { column: t(`laboratory.${column}`), row: index + 1 });
  const common = { class: 'input', id: draft.id(name), 'aria-label': label, 'aria-invalid': problem ? 'true' : null };
  if (column === 'flag') {
    return h('select', { ...common, onchange: event => change(index, column, event.target.value) },
      flags.map(flag => h('option', { key: flag, value: flag, selected: flag === row.flag }, flag || '–')));
  }
  return h('input', {
    ...common, value: row[column], inputmode: column === 'date' ? null : 'decimal',
    placeholder: column === 'date' ? t('laboratory.date-form') : null,
    oninput: event => change(index, column, event.target.value), onpaste: event => paste(event, index),
  });
}
