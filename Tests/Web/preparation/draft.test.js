import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ServerError } from '../../../web-static/js/core/errors.js';
import { useCatalogues } from '../../../web-static/js/core/i18n.js';
import { Draft } from '../../../web-static/js/pages/preparation/draft.js';

await useCatalogues('start');

function draftOf(values = { title: '', note: '' }, isOnline) {
  const heard = { changes: 0 };
  return { draft: new Draft('sheet', values, () => { heard.changes++; }, isOnline), heard };
}

test('a value is kept as typed, and only a field others depend on asks for a rendering', () => {
  const { draft, heard } = draftOf();
  draft.set('note', 'a');
  assert.deepEqual([draft.values.note, draft.isDirty, heard.changes], ['a', true, 0]);
  draft.set('title', 'b', true);
  assert.equal(heard.changes, 1);
});

test('a problem leads to its field, and is no longer said beside it once the field was changed', async () => {
  const { draft, heard } = draftOf();
  const isTaken = await draft.submit({ problems: [{ field: 'title', text: 'It is missing.' }],
    say: () => assert.fail('must not be said') });
  assert.equal(isTaken, false);
  assert.deepEqual(draft.problems, [{ id: 'sheet-title', text: 'It is missing.' }]);
  assert.equal(draft.problemOf('title'), 'It is missing.');
  const before = { summary: draft.problems, changes: heard.changes };
  draft.set('title', 'x');
  assert.equal(draft.problemOf('title'), null);
  assert.equal(draft.problems, before.summary, 'the summary stays, so that it does not take the focus again');
  assert.equal(heard.changes, before.changes + 1);
});

test('a refusal of the server names the field by its label', async () => {
  const { draft } = draftOf();
  const say = () => Promise.reject(new ServerError({ code: 'invalid', detail: 'patient.pseudonym' }));
  assert.equal(await draft.submit({ say, labels: { 'patient.pseudonym': { field: 'title', label: 'Pseudonym' } } }), false);
  assert.equal(draft.problems[0].id, 'sheet-title');
  assert.match(draft.problems[0].text, /^Pseudonym: /);
  assert.equal(draft.isSending, false);
});

test('what is being sent is not sent twice, and a draft that was taken is clean', async () => {
  const { draft } = draftOf();
  draft.set('title', 'x');
  let said = 0;
  let finish;
  const first = draft.submit({ say: () => { said++; return new Promise(resolve => { finish = resolve; }); } });
  assert.equal(await draft.submit({ say: () => { said++; } }), false);
  assert.deepEqual([draft.isSending, draft.isWaiting], [true, false]);
  finish();
  assert.equal(await first, true);
  assert.deepEqual([said, draft.isDirty, draft.isSending], [1, false, false]);
});

test('without a connection what was said waits', () => {
  const { draft } = draftOf({}, () => false);
  draft.submit({ say: () => new Promise(() => {}) });
  assert.equal(draft.isWaiting, true);
});
