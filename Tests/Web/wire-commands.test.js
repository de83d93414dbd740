import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expiry, saveState } from '../../web-static/js/core/wire/outbox.js';
import { world } from './support/world.js';

const note = text => ['annotate', { case: 'c7', annotation: { id: 'a1', statement: text } }];

test('an entry is sent when it is written and gone when it is acknowledged', () => {
  const here = world().connect();
  const entry = here.wire.post(...note('one'));
  assert.deepEqual(here.socket.last('annotate'), { id: entry.id, annotate: note('one')[1] });
  assert.deepEqual(saveState(here.outbox, true), { state: 'saving' });
  here.socket.say({ re: entry.id, ok: { at: { own: [38, 'e3'] } } });
  assert.equal(here.outbox.isEmpty, true);
  assert.deepEqual(saveState(here.outbox, true), { state: 'saved', at: here.clock.now() });
});

test('nothing is said to be saved before the server said so', () => {
  const here = world().connect();
  assert.deepEqual(saveState(here.outbox, true), { state: 'idle' });
  here.wire.post(...note('one'));
  assert.notEqual(saveState(here.outbox, true).state, 'saved');
});

test('what had no answer is sent again under the same id', () => {
  const here = world().connect();
  const entry = here.wire.post(...note('one'));
  here.socket.break();
  assert.deepEqual(saveState(here.outbox, here.wire.status.isOpen), { state: 'unsent', count: 1 });
  here.clock.pass(1);
  here.greet();
  assert.deepEqual(here.socket.requests('annotate').map(({ id }) => id), [entry.id]);
});

test('entries written while offline leave in their order', () => {
  const here = world();
  here.wire.start();
  here.outbox.person = 'p-radiology';
  for (const text of ['one', 'two', 'three']) here.wire.post(...note(text));
  here.greet();
  assert.deepEqual(here.socket.requests('annotate').map(({ annotate }) => annotate.annotation.statement), ['one', 'two', 'three']);
});

test('of a draft that was never sent only the last state travels', () => {
  const here = world();
  here.outbox.person = 'p-radiology';
  here.wire.start();
  for (const text of ['H', 'He', 'Hello']) here.wire.post(...note(text), { replaces: 'a1' });
  here.greet();
  assert.deepEqual(here.socket.requests('annotate').map(({ annotate }) => annotate.annotation.statement), ['Hello']);
});

test('a draft that was sent is not replaced: its answer may be on the way', () => {
  const here = world().connect();
  here.wire.post(...note('one'), { replaces: 'a1' });
  here.wire.post(...note('two'), { replaces: 'a1' });
  assert.equal(here.outbox.entries.length, 2);
});

test('the outbox survives a sign-out and a new sign-in of the same person', () => {
  const here = world().connect();
  here.socket.break(4500);
  const entry = here.wire.post(...note('kept'));
  here.wire.start();
  here.greet();
  assert.equal(here.socket.last('annotate').id, entry.id);
});

test('what one person wrote is never sent in the name of another', () => {
  const here = world().connect('p-radiology');
  here.socket.break(4500);
  here.wire.post(...note('mine'));
  here.wire.start();
  here.greet('p-pathology');
  assert.equal(here.socket.requests('annotate').length, 0);
  assert.deepEqual(here.outbox.entries, []);
  assert.equal(here.outbox.isEmpty, false, 'closing the tab must still ask');
  here.socket.break();
  here.clock.pass(1);
  here.greet('p-radiology');
  assert.equal(here.socket.requests('annotate').length, 1);
});

test('a refused entry stays with its reason until the person lets it go', () => {
  const here = world().connect();
  const entry = here.wire.post(...note('late'));
  here.socket.say({ re: entry.id, error: { code: 'phase-forbids', detail: 'voting' } });
  assert.equal(here.outbox.entries[0].state, 'refused');
  assert.equal(here.outbox.entries[0].error.code, 'phase-forbids');
  assert.deepEqual(saveState(here.outbox, true), { state: 'unsent', count: 1 });
  here.outbox.discard(entry.id);
  assert.equal(here.outbox.isEmpty, true);
});

test('what nothing was stored of is tried again, under the same id', () => {
  const here = world().connect();
  const entry = here.wire.post(...note('one'));
  here.socket.say({ re: entry.id, error: { code: 'unavailable', retry: true } });
  here.clock.pass(2000);
  assert.deepEqual(here.socket.requests('annotate').map(({ id }) => id), [entry.id, entry.id]);
});

test('an entry older than the receipts may be is not sent any more, and not lost', () => {
  const here = world().connect();
  here.socket.break(4500);
  here.wire.post(...note('old'));
  here.clock.pass(expiry + 1);
  here.wire.start();
  here.greet();
  assert.equal(here.socket.requests('annotate').length, 0);
  assert.equal(here.outbox.entries[0].error.code, 'expired');
});

test('sealing resolves with the answer of the server', async () => {
  const here = world().connect();
  const answer = here.wire.request('seal', { case: 'c7', own: 37 });
  here.socket.say({ re: here.socket.last('seal').id, ok: { opinion: '5d' } });
  assert.deepEqual(await answer, { opinion: '5d' });
});

test('sealing without a connection is refused at once and never queued', async () => {
  const here = world();
  here.wire.start();
  await assert.rejects(here.wire.request('seal', { case: 'c7' }), { name: 'ConnectionError', code: 'offline' });
  here.greet();
  assert.equal(here.socket.requests('seal').length, 0);
});

test('a seal whose answer was lost is asked again with the same id', async () => {
  const here = world().connect();
  const answer = here.wire.request('seal', { case: 'c7' });
  const { id } = here.socket.last('seal');
  here.socket.break();
  here.clock.pass(1);
  here.greet();
  assert.equal(here.socket.last('seal').id, id);
  here.socket.say({ re: id, ok: { opinion: '5d' } });
  assert.deepEqual(await answer, { opinion: '5d' });
});

test('a seal that stays unanswered says that it may have happened', async () => {
  const here = world().connect();
  const answer = here.wire.request('seal', { case: 'c7' });
  here.socket.break(4500);
  here.clock.pass(60_000);
  await assert.rejects(answer, { code: 'unanswered' });
});

test('a request is not repeated in the name of someone else', async () => {
  const here = world().connect('p-radiology');
  const answer = here.wire.request('sign', { case: 'c7', version: 1 });
  here.socket.break();
  here.clock.pass(1);
  here.greet('p-pathology');
  assert.equal(here.socket.requests('sign').length, 0);
  await assert.rejects(answer, { code: 'unanswered' });
});

test('a rule of the board that refuses rejects with its code', async () => {
  const here = world().connect();
  const answer = here.wire.request('seal', { case: 'c7' });
  here.socket.say({ re: here.socket.last('seal').id, error: { code: 'incomplete', detail: 'stage' } });
  await assert.rejects(answer, { name: 'ServerError', code: 'incomplete', detail: 'stage' });
});
