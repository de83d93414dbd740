import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as checklist from '../../../web-static/js/pages/preparation/checklist-section.js';
import { itemsOf, template } from '../../../web-static/js/pages/preparation/checklist-template.js';
import * as opinion from '../../../web-static/js/pages/preparation/first-opinion-form.js';
import * as series from '../../../web-static/js/pages/preparation/series-form.js';
import { lacksOfSheet, sheetOf, valuesOf } from '../../../web-static/js/pages/preparation/sheet-form.js';

const sheet = {
  title: 'Low rectal cancer', patient: { pseudonym: 'AHORN-17', birthDate: '1972-05-28', sex: 'male' },
  indication: 'complex-surgery', icd: 'C20',
  questions: ['Is that the only way?'], preferences: [], language: 'de', conferenceType: 'praeth', urgency: 'soon',
  urgencyReason: 'Surgery reserved',
  clinicalDeadline: new Date(2026, 10, 26, 17, 0).getTime(), institutions: ['Kreisklinik'],
};

test('a case sheet survives its form', () => assert.deepEqual(sheetOf(valuesOf(sheet)), sheet));

test('what is left out of the sheet is absent, and routine has no reason', () => {
  const values = { ...valuesOf(sheet), icd: ' ', urgency: 'routine', questions: ['  a ', ''], institutions: [''] };
  const said = sheetOf(values);
  assert.equal('icd' in said, false);
  assert.equal('urgencyReason' in said, false);
  assert.deepEqual([said.questions, said.institutions], [['a'], []]);
});

test('a new sheet says what it lacks, in the order of the form', () => {
  assert.deepEqual(lacksOfSheet(valuesOf(null), Date.now()).map(({ field }) => field),
    ['title', 'pseudonym', 'birthDate', 'indication', 'questions', 'clinicalDeadline']);
});

test('a birth date in the future and a tag that is none are invalid', () => {
  const values = { ...valuesOf(sheet), birthDate: '2999-01-01', language: 'German!' };
  assert.deepEqual(lacksOfSheet(values, Date.now()), [{ field: 'birthDate', lack: 'invalid' }, { field: 'language', lack: 'invalid' }]);
});

test('the checklist shows the template first, answered or not, then what was added', () => {
  const items = itemsOf('unclear-diagnosis', [{ id: 'own', title: 'Own', required: false, state: 'missing' },
    { id: 'examination', title: 'Seen', required: true, state: 'present', document: 'd' }]);
  assert.deepEqual(items.map(({ id, state, isTemplate }) => [id, state, isTemplate]),
    [['imaging', 'missing', true], ['examination', 'present', true], ['own', 'missing', false]]);
  assert.deepEqual(template('complex-surgery'), ['histology', 'imaging', 'operability']);
});

test('a series is said in order of its dates, with points for commas and without empty rows', () => {
  const values = {
    analyte: ' CEA ', loinc: '', unit: 'ng/mL', document: '',
    rows: [{ date: '08.10.2026', value: '7,1', flag: 'H', low: '', high: '5,0' }, series.emptyRow,
      { date: '2026-09-08', value: '<0,5', flag: '', low: '', high: '' }],
  };
  assert.deepEqual(series.seriesOf(values, 's1'), {
    id: 's1', analyte: 'CEA', unit: 'ng/mL',
    points: [{ date: '2026-09-08', value: '<0.5' }, { date: '2026-10-08', value: '7.1', flag: 'H', high: '5.0' }],
  });
});

test('a table pasted from a spreadsheet becomes rows, a single value does not', () => {
  assert.deepEqual(series.pastedRows('1.9.2026\t12,8\tl\t13,5\t17,5\r\n2026-10-01;11;;;\n'), [
    { date: '2026-09-01', value: '12.8', flag: 'L', low: '13.5', high: '17.5' },
    { date: '2026-10-01', value: '11', flag: '', low: '', high: '' },
  ]);
  assert.equal(series.pastedRows('12.8'), null);
});

test('a series names the rows that do not hold', () => {
  const rows = [{ ...series.emptyRow, date: 'yesterday', value: '1' }, { ...series.emptyRow, date: '2026-01-01' }];
  assert.deepEqual(series.lacksOfSeries({ analyte: '', rows }).map(({ field }) => field), ['analyte', 'date-1', 'value-2']);
  assert.deepEqual(series.lacksOfSeries({ analyte: 'x', rows: [series.emptyRow] }).map(({ field }) => field), ['rows']);
});

const transcribed = {
  author: 'Kreisklinik', date: '2026-10-27', source: 'doc9',
  values: {
    stage: { system: 'tnm-8', codes: ['cT3', 'cN1'], text: 'UICC III' }, intent: { system: 'intent', codes: ['curative'] },
    sequence: { system: 'obds-therapy-ordered', codes: ['OP', 'CH'] }, scope: { codes: [], text: 'APR' },
  },
  findings: [{ field: 'MSI', value: 'MSS', primary: 'C20' }],
};

test('a first opinion survives its form', () => assert.deepEqual(opinion.opinionOf(opinion.valuesOf(transcribed)), transcribed));

test('what the letter does not state is absent', () => {
  assert.deepEqual(opinion.opinionOf(opinion.valuesOf(null)), { values: {}, findings: [] });
  assert.deepEqual(opinion.lacksOfOpinion(opinion.valuesOf(null)).map(({ lack }) => lack), ['empty']);
});

test('a finding needs a field without spaces and a value', () => {
  const form = opinion.valuesOf(transcribed);
  const findings = [...form.findings.slice(0, 1), { ...opinion.emptyFinding, field: 'two words', value: '1' },
    { ...opinion.emptyFinding, field: 'cT' }];
  assert.deepEqual(opinion.lacksOfOpinion({ ...form, findings }).map(({ field }) => field), ['finding-2', 'finding-3']);
});

test('chosen codes keep the order of the choosing', () => {
  assert.deepEqual(opinion.toggled(opinion.toggled(opinion.toggled([], 'CH'), 'OP'), 'CH'), ['OP']);
  assert.deepEqual(opinion.toggled(['ST'], 'CH'), ['ST', 'CH']);
});

test('an item is answered by a document or by a laboratory series, and by neither when it is not present', () => {
  const item = { id: 'laboratory', required: true };
  const values = { title: 'Laboratory', state: 'present', reason: '' };
  for (const answer of [{ document: 'a:b' }, { series: 's1' }]) {
    const said = checklist.itemOf(item, { ...values, answer: checklist.answerOf(answer) });
    assert.deepEqual(said, { ...item, title: 'Laboratory', state: 'present', ...answer });
  }
  assert.equal(checklist.answerOf({}), '');
  assert.deepEqual(checklist.itemOf(item, { ...values, state: 'missing', answer: 'document:d1' }),
    { ...item, title: 'Laboratory', state: 'missing' });
});
