import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inClinicalOrder } from '../../../web-static/js/model/dimensions.js';

const ordered = (system, ...codes) => inClinicalOrder({ system, codes });

test('a TNM formula is said as T, N, M and what follows, whatever stands before the letters', () => {
  assert.deepEqual(ordered('tnm-8', 'cM0', 'cN2', 'cT3'), ['cT3', 'cN2', 'cM0']);
  assert.deepEqual(ordered('tnm-8', 'R0', 'Pn1', 'V0', 'L1', 'ypN1a', 'ypT2', 'cM0'), ['ypT2', 'ypN1a', 'cM0', 'L1', 'V0', 'Pn1', 'R0']);
  assert.deepEqual(ordered('tnm-8', 'IIIB', 'T1(m)'), ['T1(m)', 'IIIB']);
});

test('a diagnosis names the place before the tissue', () => {
  assert.deepEqual(ordered('icd-10-gm+icd-o-3', '8140/3', 'C20'), ['C20', '8140/3']);
});

test('therapies stand in the order of their list, unknown ones last', () => {
  assert.deepEqual(ordered('obds-therapy', 'XX', 'WS', 'CH', 'OP'), ['OP', 'CH', 'WS', 'XX']);
});

test('a sequence and codes of any other system stay as they were said', () => {
  assert.deepEqual(ordered('obds-therapy-ordered', 'WS', 'OP'), ['WS', 'OP']);
  assert.deepEqual(ordered('atc', 'L02', 'L01'), ['L02', 'L01']);
  assert.deepEqual(inClinicalOrder({ text: 'words' }), []);
});
