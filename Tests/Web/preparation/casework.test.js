import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConnectionError, ServerError } from '../../../web-static/js/core/errors.js';
import { Outbox, saveState } from '../../../web-static/js/core/wire/outbox.js';
import { Casework } from '../../../web-static/js/pages/preparation/casework.js';

/** A server that answers when told to, and a wire that delivers what the test says. */
function world({ role = 'coordinator', post } = {}) {
  const outbox = new Outbox({ clock: { now: () => 1000 } });
  const status = { isOpen: true };
  const heard = { left: 0, posts: [] };
  const wire = {
    status, serverClock: { now: () => 5000 }, onChange: () => () => {},
    join: (id, listener) => { heard.listener = listener; return { leave: () => { heard.left++; } }; },
    post: (command, payload) => outbox.add(command, payload),
    request: async (command, payload) => { heard.request = { command, payload }; return {}; },
  };
  const api = {
    get: async () => ({ value: { role } }),
    post: async (path, body, options) => { heard.posts.push({ path, body,
      key: options.idempotencyKey }); return post?.(heard.posts.length) ?? { value: {} }; },
  };
  const app = { api, connect: async () => ({ wire, outbox, saveState: () => saveState(outbox, status.isOpen) }) };
  let changes = 0;
  const casework = new Casework(app, 'c 7', () => { changes++; });
  return { casework, outbox, status, heard, changes: () => changes };
}

const event = (stream, seq, type, payload) => ({ stream, seq, at: 1, type, payload });

test('the role is asked for first, then the case is followed until it is closed', async () => {
  const { casework, heard } = world();
  await casework.open();
  assert.equal(casework.role, 'coordinator');
  heard.listener.event(event('dossier', 1, 'caseOpened', { sheet: { title: 'Q' } }));
  assert.equal(casework.isCaughtUp, false);
  heard.listener.caughtUp();
  assert.deepEqual([casework.isCaughtUp, casework.state.dossier.sheet.title], [true, 'Q']);
  casework.close();
  assert.equal(heard.left, 1);
});

test('replayed events are one change, live ones a change each', async () => {
  const { casework, heard, changes } = world();
  await casework.open();
  const before = changes();
  heard.listener.event(event('dossier', 1, 'caseOpened', { sheet: {} }));
  assert.equal(changes(), before);
  heard.listener.caughtUp();
  heard.listener.event(event('dossier', 2, 'phaseChanged', { to: 'review' }));
  assert.equal(changes(), before + 2);
});

test('a command resolves when the server has it, under the case it belongs to', async () => {
  const { casework, outbox } = world();
  await casework.open();
  const said = casework.say('recordConsent', { date: '2026-11-01' });
  const [entry] = outbox.entries;
  assert.deepEqual(entry.payload, { case: 'c 7', date: '2026-11-01' });
  assert.deepEqual(casework.save, { state: 'saving' });
  outbox.confirm(entry.id);
  await said;
  assert.equal(casework.save.state, 'saved');
});

test('a refusal reaches the form that asked, and leaves nothing behind', async () => {
  const { casework, outbox } = world();
  await casework.open();
  const said = casework.say('remind', { person: 'p-a' });
  outbox.refuse(outbox.entries[0].id, new ServerError({ code: 'limit-reached' }));
  await assert.rejects(said, { code: 'limit-reached' });
  assert.deepEqual(outbox.entries, []);
});

test('a refusal that comes after the page was closed stays to be seen', async () => {
  const { casework, outbox } = world();
  await casework.open();
  const said = casework.say('remind', { person: 'p-a' });
  casework.close();
  outbox.refuse(outbox.entries[0].id, new ServerError({ code: 'limit-reached' }));
  await assert.rejects(said);
  assert.equal(casework.refused.length, 1);
  casework.letGo(casework.refused[0].id);
  assert.deepEqual(casework.refused, []);
});

test('without a connection a command is an entry that is not sent', async () => {
  const { casework, status } = world();
  await casework.open();
  status.isOpen = false;
  casework.say('recordConsent', { date: '2026-11-01' });
  assert.deepEqual(casework.save, { state: 'unsent', count: 1 });
});

test('the same upload keeps its key after a lost answer, another one has its own', async () => {
  const { casework, heard } = world({ post: number => { if (number === 1) throw new ConnectionError('offline'); } });
  await casework.open();
  await assert.rejects(casework.upload('documents', { a: 1 }));
  await casework.upload('documents', { a: 1 });
  await casework.upload('documents', { a: 2 });
  await casework.upload('documents', { a: 1 });
  const keys = heard.posts.map(({ key }) => key);
  assert.equal(keys[0], keys[1]);
  assert.equal(new Set(keys).size, 3);
  assert.equal(heard.posts[0].path, '/api/cases/c%207/documents');
});

test('what cannot be undone goes over the connection, never through the outbox', async () => {
  const { casework, outbox, heard } = world();
  await casework.open();
  await casework.ask('freezePanel', { settings: {} });
  assert.deepEqual(heard.request, { command: 'freezePanel', payload: { case: 'c 7', settings: {} } });
  assert.deepEqual(outbox.entries, []);
});

test('a case that may not be read says so', async () => {
  const refused = new ServerError({ code: 'unknown', status: 404 });
  const app = { api: { get: () => Promise.reject(refused) }, connect: () => assert.fail('must not connect') };
  const casework = new Casework(app, 'x', () => {});
  await casework.open();
  assert.equal(casework.failure, refused);
});
