import assert from 'node:assert/strict';
import { test } from 'node:test';
import { colour, contrast } from './support/colour.js';
import { files, read } from './support/files.js';

const grounds = ['--bg', '--surface', '--surface-2', '--raised', '--sunk'];
const marks = ['--mark-own', '--mark-agree', '--mark-differ', '--mark-active', '--mark-search', '--mark-remote'];

const textPairs = [
  ...grounds.concat('--wash', '--accent-soft', '--amber-soft', '--brick-soft', '--zone-low', '--zone-middle', '--zone-high', marks)
    .flat().map(ground => ['--ink', ground]),
  ...grounds.concat('--wash', '--accent-soft').map(ground => ['--ink-2', ground]),
  ...grounds.concat('--accent-soft', '--mark-agree').map(ground => ['--accent', ground]),
  ...grounds.slice(0, 4).concat('--amber-soft', '--mark-own').map(ground => ['--amber', ground]),
  ...grounds.slice(0, 4).concat('--brick-soft', '--mark-differ').map(ground => ['--brick', ground]),
  ...grounds.slice(0, 4).concat('--blue-soft').map(ground => ['--blue', ground]),
  ['--on-accent', '--accent'], ['--on-accent', '--accent-strong'], ['--on-brick', '--brick'], ['--on-neutral', '--neutral'],
  ['--bg', '--ink'],
];

const shapePairs = [
  ...grounds.slice(0, 4).flatMap(ground => [['--line-2', ground], ['--focus', ground], ['--accent', ground], ['--neutral', ground]]),
  ['--film-own', '--film'], ['--film-agree', '--film'], ['--film-differ', '--film'], ['--film-draft', '--film'], ['--here', '--surface'], ['--focus', '--accent-soft'], ['--focus', '--wash'], ['--amber', '--mark-own'], ['--brick', '--mark-differ'],
  ...['--zone-low', '--zone-middle', '--zone-high'].flatMap(zone => [['--neutral', zone], ['--accent', zone], ['--brick', zone]]),
];

for (const theme of ['light', 'dark']) {
  test(`text has a contrast of 4.5 to 1 in the ${theme} theme`, () => assertPairs(textPairs, 4.5, theme));
  test(`shapes that mean something have a contrast of 3 to 1 in the ${theme} theme`, () => assertPairs(shapePairs, 3, theme));
}

function assertPairs(pairs, least, theme) {
  const failing = pairs.map(([front, ground]) => [front, ground, contrast(colour(front, theme), colour(ground, theme))])
    .filter(([, , ratio]) => ratio < least).map(([front, ground, ratio]) => `${front} on ${ground}: ${ratio.toFixed(2)}`);
  assert.deepEqual(failing, []);
}

test('contrast is computed as WCAG does', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21);
  assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48');
});

test('colours are named in one file alone', () => {
  const allowed = new Set(['css/tokens.css', 'css/print.css']);
  const naming = files('.css').filter(path => !allowed.has(path)).filter(path => /#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/i.test(read(path)));
  assert.deepEqual(naming, []);
});

test('every custom property used is defined', () => {
  const set = files('.js').flatMap(path => read(path).match(/(?<=')--[\w-]+(?=')/g) ?? []);
  const defined = new Set(['--text-scale', ...set, ...read('css/tokens.css').match(/--[\w-]+(?=:)/g)]);
  const missing = files('.css').flatMap(path => [...read(path).matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name))
    .filter(name => !defined.has(name));
  assert.deepEqual([...new Set(missing)], []);
});
