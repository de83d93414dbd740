import assert from 'node:assert/strict';
import { test } from 'node:test';
import { event, listener, world } from './support/world.js';

function joined() {
  const here = world().connect();
  const hears = listener();
  const handle = here.wire.join('c7', hears);
  here.socket.say({ re: here.socket.last('join').id, ok: { streams: ['board', 'dossier', 'own'] } });
  return { ...here, socket: here.socket, here, hears, handle };
}

test('events of a stream are applied in their order and once', () => {
  const { socket, hears } = joined();
  for (const seq of [1, 2, 2, 1, 3]) socket.say(event('board', seq));
  assert.deepEqual(hears.heard, ['board 1 commented', 'board 2 commented', 'board 3 commented']);
});

test('streams count apart from one another', () => {
  const { socket, hears } = joined();
  socket.say(event('dossier', 1));
  socket.say(event('board', 1));
  socket.say(event('dossier', 2));
  assert.deepEqual(hears.heard, ['dossier 1 commented', 'board 1 commented', 'dossier 2 commented']);
});

test('a gap is never applied: the client joins again from where it stands', () => {
  const { socket, hears } = joined();
  socket.say(event('board', 1));
  socket.say(event('board', 3));
  assert.deepEqual(hears.heard, ['board 1 commented']);
  assert.deepEqual(socket.requests('join').length, 2);
  assert.deepEqual(socket.last('join').join, { case: 'c7', at: { board: [1, 'tag-1'] } });
});

test('while a join is under way a gap does not ask again', () => {
  const { socket } = joined();
  socket.say(event('board', 3));
  socket.say(event('board', 4));
  assert.equal(socket.requests('join').length, 2);
});

test('after a lost connection the join resumes by position', () => {
  const { here, hears } = joined();
  here.socket.say(event('board', 1));
  here.socket.say(event('own', 1));
  here.socket.break();
  here.clock.pass(1);
  here.greet();
  assert.deepEqual(here.socket.last('join').join.at, { board: [1, 'tag-1'], own: [1, 'tag-1'] });
  here.socket.say(event('board', 2));
  assert.deepEqual(hears.heard, ['board 1 commented', 'own 1 commented', 'interrupted', 'board 2 commented']);
});

test('when the server asks for it the client joins again', () => {
  const { socket } = joined();
  socket.say({ push: 'rejoin', case: 'c7' });
  assert.equal(socket.requests('join').length, 2);
});

test('a history that diverged is forgotten stream by stream and read from the start', () => {
  const { socket, hears } = joined();
  socket.say(event('board', 1));
  socket.say(event('dossier', 1));
  socket.say({ push: 'rejoin', case: 'c7' });
  socket.say({ re: socket.last('join').id, error: { code: 'diverged', detail: 'board' } });
  assert.deepEqual(socket.last('join').join.at, { board: [0, ''], dossier: [1, 'tag-1'] });
  socket.say(event('board', 1));
  assert.deepEqual(hears.heard, ['board 1 commented', 'dossier 1 commented', 'restart board', 'board 1 commented']);
});

test('a case that may not be read says so once and is not asked for again', () => {
  const here = world().connect();
  const hears = listener();
  here.wire.join('c7', hears);
  here.socket.say({ re: here.socket.last('join').id, error: { code: 'unknown' } });
  assert.deepEqual(hears.heard, ['refused unknown']);
  assert.equal(here.socket.requests('join').length, 1);
});

test('being caught up is known, and lost with the connection', () => {
  const { here, handle, hears } = joined();
  assert.equal(handle.isCurrent, false);
  here.socket.say({ push: 'caught-up', case: 'c7' });
  assert.equal(handle.isCurrent, true);
  here.socket.break();
  assert.equal(handle.isCurrent, false);
  assert.deepEqual(hears.heard, ['caught up', 'interrupted']);
});

test('a member who was removed hears it and is not joined at the next connection', () => {
  const { here, hears } = joined();
  here.socket.say({ push: 'left', case: 'c7' });
  here.socket.break();
  here.clock.pass(1);
  here.greet();
  assert.deepEqual(hears.heard, ['left']);
  assert.equal(here.socket.requests('join').length, 0);
});

test('after leaving, events of the case are not heard', () => {
  const { socket, handle, hears } = joined();
  handle.leave();
  socket.say(event('board', 1));
  assert.deepEqual(hears.heard, []);
  assert.deepEqual(socket.last('leave').leave, { case: 'c7' });
});

test('what a newer server says is ignored', () => {
  const { socket, hears } = joined();
  for (const message of [{ push: 'weather', case: 'c7' }, { push: 'event', case: 'c7', stream: 'board' }, { news: 1 }]) socket.say(message);
  socket.onmessage({ data: 'not JSON' });
  assert.deepEqual(hears.heard, []);
});
