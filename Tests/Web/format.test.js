import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import * as format from '../../web-static/js/core/format.js';
import { useLanguage } from '../../web-static/js/core/i18n.js';

afterEach(() => useLanguage('en'));
const inGerman = async check => { await useLanguage('de'); check(); };

test('numbers have the decimals asked for, a true minus, and the separators of the language', async () => {
  assert.equal(format.number(-1234.5, 1), '\u22121,234.5');
  assert.equal(format.number(0.2, 1, true), '+0.2');
  assert.equal(format.number(0, 0, true), '0');
  await inGerman(() => assert.equal(format.number(-1234.5, 1), '\u22121.234,5'));
});

test('a decimal of the server keeps every digit it was printed with', async () => {
  assert.deepEqual(['8', '7.40', '0.1639', '-0.0234'].map(format.decimal), ['8', '7.40', '0.1639', '\u22120.0234']);
  assert.equal(format.decimal('undefined'), 'undefined');
  await inGerman(() => assert.equal(format.decimal('7.40'), '7,40'));
});

test('a calendar date is the same day in every time zone, and partial dates stay partial', async () => {
  assert.equal(format.date('2026-11-14'), '14 Nov 2026');
  assert.equal(format.date('2026-11'), 'Nov 2026');
  assert.equal(format.date('2026'), '2026');
  assert.equal(format.day('2026-11-14'), '14 Nov');
  assert.equal(format.numericDate('1962-03-14'), '14/03/1962');
  await inGerman(() => {
    assert.equal(format.date('2026-11-14'), '14. Nov. 2026');
    assert.equal(format.numericDate('1962-03-14'), '14.03.1962');
  });
});

test('relative time is whole units, rounded towards now', async () => {
  const now = Date.UTC(2026, 10, 20, 12);
  const hour = 3_600_000;
  assert.equal(format.relative(now + 71 * hour, now), 'in 2 days');
  assert.equal(format.relative(now + 12 * 24 * hour, now), 'in 12 days');
  assert.equal(format.relative(now - 90 * 60_000, now), '1 hour ago');
  assert.equal(format.relative(now + 20_000, now), 'now');
  await inGerman(() => assert.equal(format.relative(now + 24 * hour, now), 'morgen'));
});

test('file sizes count in thousands', async () => {
  assert.deepEqual([0, 999, 1402, 9_120, 1_048_310].map(format.fileSize), ['0 byte', '999 byte', '1.4 kB', '9.1 kB', '1 MB']);
  await inGerman(() => assert.equal(format.fileSize(1402), '1,4 kB'));
});

test('a countdown rounds up, so that it is zero only at the end', () => {
  assert.deepEqual([250_000, 59_001, 1, 0, -5, 3_909_000].map(format.countdown), ['4:10', '1:00', '0:01', '0:00', '0:00', '1:05:09']);
});

test('lists are joined as the language joins them', async () => {
  assert.equal(format.list(['a', 'b', 'c']), 'a, b and c');
  await inGerman(() => assert.equal(format.list(['a', 'b']), 'a und b'));
});

test('percentages follow the language', async () => {
  assert.equal(format.percent(0.616), '62%');
  await inGerman(() => assert.equal(format.percent(0.616), '62\u00a0%'));
});

test('what happened today is said by the hour, anything else with its date', () => {
  const now = new Date(2026, 10, 22, 19, 35).getTime();
  assert.equal(format.moment(new Date(2026, 10, 22, 9, 41), now), '09:41');
  assert.equal(format.moment(new Date(2026, 10, 21, 9, 41), now), format.dateTime(new Date(2026, 10, 21, 9, 41)));
});
