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

test('relative time is whole units below a day and above a month, rounded towards now', async () => {
  const now = new Date(2026, 10, 20, 12).getTime();
  const hour = 3_600_000;
  assert.equal(format.relative(now + 12 * 24 * hour, now), 'in 12 days');
  assert.equal(format.relative(now - 90 * 60_000, now), '1 hour ago');
  assert.equal(format.relative(now + 23.9 * hour, now), 'in 23 hours');
  assert.equal(format.relative(now + 20_000, now), 'now');
  assert.equal(format.relative(new Date(2027, 2, 3, 12), new Date(2027, 0, 31, 12).getTime()), 'in 1 month');
  assert.equal(format.relative(new Date(2027, 0, 1, 12), new Date(2025, 11, 31, 5).getTime()), 'in 1 year');
  await inGerman(() => assert.equal(format.relative(now + 24 * hour, now), 'morgen'));
});

test('days are counted by the calendar of the reader, from a day ahead or ago on', async () => {
  const now = new Date(2026, 10, 28, 16, 21).getTime();
  const at = (...parts) => format.relative(new Date(2026, ...parts), now);
  assert.equal(at(11, 1, 12), 'in 3 days');
  assert.equal(at(11, 1, 0, 1), 'in 3 days');
  assert.equal(at(10, 30, 23, 59), 'in 2 days');
  assert.equal(at(10, 29, 23, 59), 'tomorrow');
  assert.equal(at(10, 29, 12), 'in 19 hours');
  assert.equal(at(10, 26, 23), '2 days ago');
  assert.equal(at(10, 27, 1), 'yesterday');
  await inGerman(() => {
    assert.equal(at(11, 1, 12), 'in 3 Tagen');
    assert.equal(at(10, 30, 12), 'übermorgen');
  });
});

test('days are counted in the zone a time is shown in', () => {
  const [now, then] = [Date.UTC(2026, 10, 28, 16), Date.UTC(2026, 10, 30, 20)];
  assert.equal(format.relative(then, now, 'UTC'), 'in 2 days');
  assert.equal(format.relative(then, now, 'Asia/Tokyo'), 'in 2 days');
  assert.equal(format.relative(then, now, 'Australia/Perth'), 'in 2 days');
  assert.equal(format.relative(Date.UTC(2026, 10, 30, 15), Date.UTC(2026, 10, 28, 14), 'Asia/Tokyo'), 'in 3 days');
});

test('a time of another zone is what the clocks there show', async () => {
  const instant = Date.UTC(2026, 11, 1, 23, 30);
  assert.equal(format.dateTimeIn(instant, 'Europe/Berlin'), '2 Dec 2026, 00:30');
  assert.equal(format.timeIn(instant, 'America/New_York'), '18:30');
  await inGerman(() => assert.equal(format.dateTimeIn(instant, 'UTC'), '1. Dez. 2026, 23:30'));
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
