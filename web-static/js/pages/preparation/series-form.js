/** A laboratory series as a form holds it: rows of values, pasted from a table if need be, and back. */

export const emptyRow = Object.freeze({ date: '', value: '', flag: '', low: '', high: '' });
export const columns = Object.keys(emptyRow);
export const flags = ['', 'N', 'L', 'H', 'LL', 'HH', 'A'];

/** Decimal digits as printed; a comma as German laboratories print it becomes the point of the wire. */
const digits = text => text.trim().replace(/^([<>]=?)?\s*(-?\d+),(\d+)$/,
  (_, comparator = '', whole, fraction) => `${comparator}${whole}.${fraction}`);

/** `19.10.2026` as `2026-10-19`; ISO dates stay. */
export function isoDate(text) {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text.trim());
  return german ? [german[3], german[2].padStart(2, '0'), german[1].padStart(2, '0')].join('-') : text.trim();
}

/** Rows of a pasted table (tabs or semicolons between cells), or `null` when it is no table. */
export function pastedRows(text) {
  const lines = text.split(/\r?\n/).filter(line => line.trim());
  const rows = lines.map(line => line.split(/\t|;/).map(cell => cell.trim()));
  if (!rows.some(cells => cells.length > 1)) return null;
  return rows.map(cells => Object.fromEntries(columns.map((column, index) => [column, tidy(column, cells[index] ?? '')])));
}

function tidy(column, cell) {
  if (column === 'date') return isoDate(cell);
  if (column === 'flag') return flags.includes(cell.toUpperCase()) ? cell.toUpperCase() : '';
  return digits(cell);
}

export const isBlank = row => columns.every(column => row[column].trim() === '');

/** The series of the protocol; `id` is drawn by the caller. */
export function seriesOf(values, id) {
  const optional = name => (values[name].trim() ? { [name]: values[name].trim() } : {});
  return {
    id, analyte: values.analyte.trim(), ...optional('document'), ...optional('loinc'), ...optional('unit'),
    points: values.rows.filter(row => !isBlank(row)).map(pointOf).sort((one, other) => one.date.localeCompare(other.date)),
  };
}

function pointOf(row) {
  const optional = Object.fromEntries(['flag', 'low', 'high'].flatMap(name => (row[name].trim() ? [[name, digits(row[name])]] : [])));
  return { date: isoDate(row.date), value: digits(row.value), ...optional };
}

const dated = /^\d{4}-\d\d-\d\d(T.*)?$/;

/** What does not hold yet: `[{field, lack, row?}]`; rows count from 1. */
export function lacksOfSeries({ analyte, rows }) {
  const filled = rows.map((row, index) => ({ row, number: index + 1 })).filter(({ row }) => !isBlank(row));
  return [
    ...(analyte.trim() ? [] : [{ field: 'analyte', lack: 'missing' }]),
    ...(filled.length > 0 ? [] : [{ field: 'rows', lack: 'missing' }]),
    ...filled.filter(({ row }) => !dated.test(isoDate(row.date))).map(({ number }) => ({ field: `date-${number}`, lack: 'date',
      row: number })),
    ...filled.filter(({ row }) => !row.value.trim()).map(({ number }) => ({ field: `value-${number}`, lack: 'value', row: number })),
  ];
}
