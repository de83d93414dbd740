import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AnchoredText, canonical, contextLength } from '../../web-static/js/text/anchor.js';
import { CodePoints } from '../../web-static/js/text/codepoints.js';

const anchored = (text, quote, from = 0) => {
  const start = canonical(text).indexOf(canonical(quote), from);
  return new AnchoredText(text).describe(start, start + canonical(quote).length);
};
const placed = (text, anchor) => {
  const found = new AnchoredText(text).resolve(anchor);
  return found.state === 'exact' ? canonical(text).slice(found.start, found.end) : found;
};

test('positions count code points, the browser counts units', () => {
  const points = new CodePoints('a😀b👩‍⚕️c');
  assert.equal(points.count, 8);
  assert.deepEqual([0, 1, 2, 3, 4, 5, 6, 7, 8].map(point => points.toUnits(point)), [0, 1, 3, 4, 6, 7, 8, 9, 10]);
  for (let point = 0; point <= points.count; point++) assert.equal(points.toPoints(points.toUnits(point)), point);
});

test('an offset inside a pair belongs to the pair, one beyond the text to its end', () => {
  const points = new CodePoints('😀x');
  assert.equal(points.toPoints(1), 0);
  assert.equal(points.toPoints(99), 2);
  assert.equal(points.toUnits(99), 3);
});

test('conversion agrees with counting by hand on every offset of a difficult text', () => {
  const text = 'Ä\u0308😀e\u0301 ß𝔽x\n🇩🇪 μg – 👍🏽…';
  const points = new CodePoints(text);
  for (let unit = 0; unit <= text.length; unit++) {
    const isInside = unit > 0 && text.codePointAt(unit - 1) > 0xffff;
    if (!isInside) assert.equal(points.toPoints(unit), [...text.slice(0, unit)].length);
  }
});

test('an anchor carries its quote and thirty-two code points on either side', () => {
  const anchor = anchored(`${'😀'.repeat(40)}Tumor${'🩺'.repeat(40)}`, 'Tumor');
  assert.deepEqual([anchor.start, anchor.end, anchor.exact], [40, 45, 'Tumor']);
  assert.equal([...anchor.prefix].length, contextLength);
  assert.equal([...anchor.suffix].length, contextLength);
});

test('a quote with emoji, combining marks and umlauts is found where it was made', () => {
  for (const quote of ['Ösophagusvarizen', 'e\u0323\u0302', '👩‍⚕️ sagt', '𝔽oo']) {
    const text = `😀 Kleine ${quote} im Befund, z. B. ${quote}.`;
    assert.equal(placed(text, anchored(text, quote, 12)), canonical(quote));
  }
});

test('decomposed and composed umlauts are the same text', () => {
  const composed = 'Milz 14,2 cm. Kleine Ösophagusvarizen.';
  const decomposed = composed.normalize('NFD');
  assert.notEqual(composed.length, decomposed.length);
  assert.deepEqual(anchored(decomposed, 'Ösophagusvarizen'), anchored(composed, 'Ösophagusvarizen'));
  assert.equal(placed(composed, { ...anchored(composed, 'Ösophagusvarizen'), exact: 'O\u0308sophagusvarizen' }), 'Ösophagusvarizen');
});

test('line ends of any kind are one character', () => {
  assert.deepEqual(anchored('a\r\nb\rTumor', 'Tumor'), anchored('a\nb\nTumor', 'Tumor'));
});

test('a quote that moved is never placed silently, though it stands there once', () => {
  const anchor = anchored('Der Tumor misst 32 mm.', '32 mm');
  const found = new AnchoredText('Nachtrag. Der Tumor misst 32 mm.').resolve(anchor);
  assert.equal(found.state, 'moved');
  assert.deepEqual(found.candidates, [{ start: 26, end: 31, by: 'quote' }]);
});

test('of several places the one with the same words around it comes first', () => {
  const text = 'Links: 9 mm groß. Rechts: 9 mm groß. Mitte: 9 mm klein.';
  const anchor = anchored(text, '9 mm', 20);
  const { candidates } = new AnchoredText(`Neu. ${text}`).resolve(anchor);
  assert.equal(candidates.length, 3);
  assert.equal(candidates[0].start, `Neu. ${text}`.indexOf('Rechts: ') + 8);
});

test('the same words before but others behind do not win', () => {
  const anchor = anchored('Herd A: 9 mm groß', '9 mm');
  const text = 'Herd A: 9 mm klein. Herd A: 9 mm groß.';
  assert.equal(new AnchoredText(text).resolve({ ...anchor, start: 30, end: 34 }).candidates[0].start, text.lastIndexOf('9 mm'));
});

test('when the wording changed, the place between the same words is offered', () => {
  const anchor = anchored('Der Tumorunterrand liegt 48 mm oberhalb der Anokutanlinie und weiter.', '48 mm');
  const text = 'Neu: Der Tumorunterrand liegt 52 mm oberhalb der Anokutanlinie und weiter.';
  const found = new AnchoredText(text).resolve({ ...anchor, prefix: 'Tumorunterrand liegt ', suffix: ' oberhalb der Anokutanlinie' });
  assert.deepEqual(found.candidates.map(({ start, end, by }) => [text.slice(start, end), by]), [['52 mm', 'context']]);
});

test('a quote that is gone is lost, not guessed', () => {
  assert.deepEqual(new AnchoredText('Ein ganz anderer Text.').resolve(anchored('Der Tumor misst 32 mm.', '32 mm')), { state: 'lost' });
  assert.deepEqual(new AnchoredText('abc').resolve({ start: 0, end: 0, exact: '', prefix: '', suffix: '' }), { state: 'lost' });
});
