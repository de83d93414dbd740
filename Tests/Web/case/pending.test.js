import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shownSave } from '../../../web-static/js/pages/case/pending.js';

const saved = { state: 'saved', at: 5 };

test('what is acknowledged and not yet in the streams is still being saved, above as beside the work', () => {
  assert.deepEqual(shownSave(saved, { isSaved: false, isOnline: true }), { state: 'saving' });
  assert.equal(shownSave(saved, { isSaved: true, isOnline: true }), saved);
});

test('what is lost or refused is said as it is; without a connection nothing is on its way', () => {
  const unsent = { state: 'unsent', count: 1 };
  assert.equal(shownSave(unsent, { isSaved: false, isOnline: true }), unsent);
  assert.equal(shownSave(saved, { isSaved: false, isOnline: false }), saved);
  assert.deepEqual(shownSave({ state: 'idle' }, { isSaved: true, isOnline: true }), { state: 'idle' });
});
