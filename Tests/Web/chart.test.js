import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { histogram, histogramSentence } from '../../web-static/js/chart/histogram.js';
import { spark, sparkSentence, standing } from '../../web-static/js/chart/spark.js';
import { byDay } from '../../web-static/js/chart/timeline.js';
import { useLanguage, useCatalogues } from '../../web-static/js/core/i18n.js';
import { labTable, referenceText, remarkText } from '../../web-static/js/views/lab-table.js';

before(async () => { await useCatalogues('start'); await useLanguage('en'); });

const all = (description, tag) => [
  ...(description.tag === tag ? [description] : []), ...(description.children ?? []).flatMap(child => all(child, tag)),
];
const points = values => values.map((value, index) => ({ date: `2026-11-0${index + 1}`, value }));

test('above, below and within follow the bounds that are given', () => {
  assert.deepEqual([13, 14, 15].map(value => standing(value, { low: '13.5', high: '14.5' })), ['below', 'within', 'above']);
  assert.equal(standing(0, { high: '7' }), 'within');
  assert.equal(standing(8, { high: '7' }), 'above');
  assert.equal(standing(8, {}), 'within');
});

test('the sentence of a sparkline has every value with its date and unit', () => {
  assert.equal(
    sparkSentence({ name: 'AFP', unit: 'ng/ml', points: points(['18', '22']), reference: '< 7' }),
    'AFP: 18\u00a0ng/ml on 1 Nov 2026 and 22\u00a0ng/ml on 2 Nov 2026; reference < 7.',
  );
});

test('what is no number is said and not drawn', () => {
  const mixed = spark({ name: 'CEA', points: points(['4.1', 'haemolytic', '<0.5', '5']), reference: '' });
  const [line] = all(mixed, 'polyline');
  assert.equal(line.props.points.split(' ').length, 2);
  assert.doesNotMatch(JSON.stringify(mixed), /NaN/);
  assert.match(mixed.props['aria-label'], /haemolytic/);
  assert.equal(spark({ name: 'CEA', points: points(['haemolytic']), reference: '' }), null);
});

test('what the laboratory says beside its latest value stands in the table', () => {
  assert.equal(remarkText({ status: 'preliminary', note: 'haemolytic' }), 'preliminary · haemolytic');
  assert.equal(remarkText({ status: 'a-new-one' }), 'a-new-one');
  assert.equal(remarkText({}), '');
  const point = { date: '2026-11-01', value: '6.1', status: 'preliminary', note: 'haemolytic' };
  const series = [{ id: 's', analyte: 'K', unit: 'mmol/L', points: [point] }];
  const [remark] = all(labTable({ id: 't', caption: 'Laboratory', series }), 'small').filter(({ props }) => props.class === 'lab-remark');
  assert.match(JSON.stringify(remark), /preliminary · haemolytic/);
});

test('a sparkline stays in its frame, whatever the values', () => {
  for (const values of [['5'], ['5', '5', '5'], ['-3', '1e3'], ['0.001', '0.002'], ['18', '22', '212']]) {
    for (const bounds of [{}, { low: '1', high: '7' }, { high: '7' }, { low: '100000' }]) {
      const chart = spark({ name: 'x', points: points(values), ...bounds });
      const places = all(chart, 'polyline')[0].props.points.split(' ').flatMap(pair => pair.split(',').map(Number));
      assert.ok(places.every((place, index) => place >= 0 && place <= (index % 2 ? 30 : 132)), `${values} ${JSON.stringify(bounds)}`);
      for (const band of all(chart, 'rect')) assert.ok(Number(band.props.y) >= 0 && Number(band.props.height) > 0);
    }
  }
});

const result = { title: 'A Transplant', distribution: [0, 0, 0, 0, 0, 0, 2, 3, 1], median: '8', p30: '7', p70: '8', mine: 7 };

test('a histogram draws one unit per vote and marks one’s own', () => {
  const chart = histogram(result);
  assert.equal(all(chart, 'rect').filter(({ props }) => String(props.class).startsWith('unit')).length, 6);
  assert.equal(all(chart, 'rect').filter(({ props }) => props.class === 'mine').length, 1);
  assert.equal(all(chart, 'rect').filter(({ props }) => String(props.class).startsWith('unit in-high')).length, 6);
});

test('a histogram says its distribution, its median and one’s own vote', () => {
  assert.equal(histogramSentence(result), 'A Transplant: 2 votes for 7, 3 votes for 8 and 1 vote for 9. Median 8. Your vote 7.');
  assert.equal(histogramSentence({ title: 'B', distribution: Array(9).fill(0) }), 'B: no votes.');
});

test('a round nobody voted in is drawn without a median', () => {
  assert.equal(all(histogram({ title: 'B', distribution: Array(9).fill(0) }), 'path').length, 0);
});

test('reference ranges are written with the bounds there are', () => {
  assert.deepEqual([{ low: '0.9', high: '1.2' }, { high: '7' }, { low: '60' }, {}].map(referenceText), ['0.9–1.2', '< 7', '> 60', '']);
});

test('a time line groups by the reader’s calendar day, in the order given', () => {
  const at = (day, hour) => new Date(2026, 10, day, hour).getTime();
  const days = byDay([{ at: at(3, 9) }, { at: at(3, 17) }, { at: at(4, 8) }]);
  assert.deepEqual(days.map(({ day, entries }) => [day, entries.length]), [['3 Nov 2026', 2], ['4 Nov 2026', 1]]);
});
