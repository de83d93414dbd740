import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assign, natureOf, paragraphs, proposed, runs, segments, tally } from '../../../web-static/js/text/segmentation.js';

const text = 'Befund:\nHerd 😀 8 mm.\n\nBeurteilung:\nGranulom.\n\nTechnik: CT.';
const [findings, conclusion, technique] = paragraphs(text);
const slice = ({ start, end }) => text.slice(start, end);

test('paragraphs stand between empty lines', () => {
  assert.deepEqual(paragraphs(text).map(slice), ['Befund:\nHerd 😀 8 mm.', 'Beurteilung:\nGranulom.', 'Technik: CT.']);
});

test('a text without an empty line is divided by its lines', () => {
  assert.deepEqual(paragraphs('a\nb\n').map(({ start, end }) => [start, end]), [[0, 1], [2, 3]]);
});

test('spans never overlap: a later one takes its place from those before', () => {
  const first = assign(text, [], { start: 0, end: text.length }, 'primary');
  const second = assign(text, first, conclusion, 'conclusion');
  assert.deepEqual(second.map(span => [span.nature, slice(span)]), [
    ['primary', slice(findings)], ['conclusion', slice(conclusion)], ['primary', slice(technique)],
  ]);
});

test('neighbours of one nature are one part, with the white space between them', () => {
  const spans = assign(text, assign(text, [], findings, 'primary'), conclusion, 'primary');
  assert.deepEqual(spans.map(slice), [text.slice(findings.start, conclusion.end)]);
});

test('leaving out takes a span away and keeps what lies around it', () => {
  const all = assign(text, [], { start: 0, end: text.length }, 'primary');
  assert.deepEqual(assign(text, all, conclusion, null).map(slice), [slice(findings), slice(technique)]);
});

test('white space belongs to nobody', () => {
  assert.deepEqual(assign('  a  ', [], { start: 0, end: 5 }, 'primary'), [{ start: 2, end: 3, nature: 'primary' }]);
  assert.deepEqual(assign('a \n b', [], { start: 1, end: 4 }, 'primary'), []);
});

test('a paragraph has the nature that covers it, several are mixed, none is none', () => {
  const spans = assign(text, assign(text, [], findings, 'primary'), { start: conclusion.start, end: conclusion.start + 5 }, 'conclusion');
  assert.deepEqual([findings, conclusion, technique].map(one => natureOf(text, spans, one)), ['primary', 'mixed', null]);
});

test('runs cover a paragraph without gap', () => {
  const spans = [{ start: conclusion.start + 3, end: conclusion.start + 6, nature: 'conclusion' }];
  const found = runs(spans, conclusion);
  assert.equal(found.map(slice).join(''), slice(conclusion));
  assert.deepEqual(found.map(({ nature }) => nature), [null, 'conclusion', null]);
});

test('segments count code points and are named after the document', () => {
  const spans = assign(text, assign(text, [], findings, 'primary'), conclusion, 'conclusion');
  const found = segments(text, spans, 'doc1');
  const points = [...text];
  assert.deepEqual(found.map(({ id, nature }) => [id, nature]), [['doc1-s1', 'primary'], ['doc1-s2', 'conclusion']]);
  assert.deepEqual(found.map(({ start, end }) => points.slice(start, end).join('')), [slice(findings), slice(conclusion)]);
});

test('an import proposes the repeated conclusion, counted in code points, and all else as primary data', () => {
  const before = [...text.slice(0, conclusion.start)].length;
  const spans = proposed(text, { start: before, end: before + [...slice(conclusion)].length });
  assert.deepEqual(spans.map(span => [span.nature, slice(span)]), [
    ['primary', slice(findings)], ['conclusion', slice(conclusion)], ['primary', slice(technique)],
  ]);
});

test('the tally counts parts, and characters outside all of them', () => {
  const spans = assign(text, assign(text, [], findings, 'primary'), conclusion, 'conclusion');
  assert.deepEqual(tally(text, spans), { primary: 1, conclusion: 1, leftOut: 11 });
});
