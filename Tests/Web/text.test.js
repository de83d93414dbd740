import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Intervals } from '../../web-static/js/text/intervals.js';
import { lines, sentences } from '../../web-static/js/text/sentences.js';
import { Highlights } from '../../web-static/js/text/highlights.js';

test('abbreviations and dates of a report do not end a sentence', () => {
  const text = 'Z.n. Polypektomie am 3. März 2025. Kein Anhalt für Rezidiv, z. B. im Rektum.\nBefund: ca. 12 mm. Gut!';
  assert.deepEqual(sentences(text, 'de').map(({ text: sentence }) => sentence), [
    'Z.n. Polypektomie am 3. März 2025.', 'Kein Anhalt für Rezidiv, z. B. im Rektum.', 'Befund: ca. 12 mm.', 'Gut!',
  ]);
});

test('sentences know where they stand', () => {
  const text = '  First one.  Second 😀 one. ';
  for (const { start, end, text: sentence } of sentences(text)) assert.equal(text.slice(start, end), sentence);
  assert.equal(sentences(text).length, 2);
});

test('lines keep their offsets and empty ones are left out', () => {
  assert.deepEqual(lines('a\n\n b\nc'), [
    { start: 0, end: 1, text: 'a' }, { start: 3, end: 5, text: ' b' }, { start: 6, end: 7, text: 'c' },
  ]);
});

test('of overlapping marks all are found, the shortest first', () => {
  const mark = (id, start, end) => ({ id, start, end });
  const marks = new Intervals([mark('long', 0, 100), mark('inner', 40, 50), mark('other', 60, 70)]);
  const at = position => marks.at(position).map(({ id }) => id);
  assert.deepEqual(at(45), ['inner', 'long']);
  assert.deepEqual(at(50), ['long']);
  assert.deepEqual(at(100), []);
});

test('the look-up agrees with looking at every mark', () => {
  let seed = 7;
  const random = below => { seed = (seed * 48_271) % 2_147_483_647; return seed % below; };
  const items = Array.from({ length: 200 }, (_, id) => { const start = random(500); return { id, start, end: start + 1 + random(60) }; });
  const marks = new Intervals(items);
  for (let position = -1; position < 570; position++) {
    const plain = items.filter(({ start, end }) => start <= position && position < end).map(({ id }) => id).sort();
    assert.deepEqual(marks.at(position).map(({ id }) => id).sort(), plain);
  }
});

test('without the highlight API nothing fails, and a name of one’s own is refused', () => {
  const highlights = new Highlights(null);
  highlights.set('own', []);
  highlights.hide(true);
  highlights.clear();
  assert.equal(highlights.isSupported, false);
  assert.throws(() => highlights.set('author-3', []), RangeError);
});
