import assert from 'node:assert/strict';
import { test } from 'node:test';
import { delay } from '../../web-static/js/core/wire/backoff.js';
import { mayReconnect } from '../../web-static/js/core/protocol.js';
import { world } from './support/world.js';

test('the pause doubles from half a second to fifteen, with full jitter', () => {
  assert.deepEqual([0, 1, 2, 3, 4, 5, 40].map(attempt => delay(attempt, () => 1)), [500, 1000, 2000, 4000, 8000, 15000, 15000]);
  assert.equal(delay(5, () => 0), 0);
  assert.equal(delay(5, () => 0.5), 7500);
});

test('close codes say whether to come back', () => {
  assert.deepEqual([1000, 1006, 4001, 4499, 4500, 4501, 4999].map(mayReconnect), [true, true, true, true, false, false, false]);
});

test('a lost connection is opened again after the pause', () => {
  const here = world({ random: () => 1 }).connect();
  here.socket.break();
  assert.equal(here.wire.status.state, 'waiting');
  here.clock.pass(499);
  assert.equal(here.sockets.length, 1);
  here.clock.pass(1);
  assert.equal(here.sockets.length, 2);
});

test('a connection that succeeds starts the pauses anew', () => {
  const here = world({ random: () => 1 }).connect();
  for (const pause of [500, 1000, 2000]) { here.socket.break(); here.clock.pass(pause); }
  here.greet();
  here.socket.break();
  here.clock.pass(500);
  assert.equal(here.sockets.length, 5);
});

test('a signed-out client does not come back and says so', () => {
  const here = world().connect();
  here.socket.break(4500);
  here.clock.pass(60_000);
  assert.equal(here.sockets.length, 1);
  assert.equal(here.wire.status.isSignedOut, true);
  here.wire.start();
  here.greet();
  assert.equal(here.wire.status.isOpen, true);
  assert.equal(here.wire.status.isSignedOut, false);
});

test('an upgrade refused because the session ended is told from a server that is down', async () => {
  const answers = [undefined, false];
  const here = world({ checkSession: async () => answers.shift() });
  here.wire.start();
  here.socket.break();
  await Promise.resolve();
  assert.equal(here.wire.status.isSignedOut, false);
  here.clock.pass(0);
  here.socket.break();
  await new Promise(setImmediate);
  assert.equal(here.wire.status.isSignedOut, true);
  here.clock.pass(60_000);
  assert.equal(here.sockets.length, 2);
});

test('the client beats every fifteen seconds and learns the time of the server', () => {
  const here = world().connect();
  assert.equal(here.socket.requests('beat').length, 1);
  here.socket.say({ re: here.socket.last('beat').id, ok: { now: here.clock.now() + 5000 } });
  assert.equal(here.wire.serverClock.now(), here.clock.now() + 5000);
  here.clock.pass(15_000);
  assert.equal(here.socket.requests('beat').length, 2);
});

test('silence of thirty-five seconds is a lost connection', () => {
  const here = world({ random: () => 1 }).connect();
  here.clock.pass(34_999);
  assert.equal(here.wire.status.isOpen, true);
  here.clock.pass(1);
  assert.equal(here.wire.status.isOpen, false);
  assert.equal(here.sockets[0].isClosed, true);
});

test('anything heard counts as a sign of life', () => {
  const here = world().connect();
  here.clock.pass(30_000);
  here.socket.say({ push: 'caught-up', case: 'c7' });
  here.clock.pass(30_000);
  assert.equal(here.wire.status.isOpen, true);
});

test('a dead socket that speaks late is not listened to', () => {
  const here = world().connect();
  const old = here.socket;
  old.break();
  here.clock.pass(1);
  old.say({ push: 'hello', person: 'p-other', now: 0 });
  assert.equal(here.wire.status.isOpen, false);
});

test('coming back to the tab connects at once, and makes an open connection prove itself within five seconds', () => {
  const here = world({ random: () => 1 }).connect();
  here.socket.break();
  here.wire.hurry();
  assert.equal(here.sockets.length, 2);
  here.greet();
  here.wire.hurry();
  here.clock.pass(5000);
  assert.equal(here.wire.status.isOpen, false);
});

test('the loss is dated from its beginning, not from the last attempt', () => {
  const here = world({ random: () => 1 }).connect();
  const at = here.clock.now();
  here.socket.break();
  here.clock.pass(500);
  here.socket.break();
  assert.equal(here.wire.status.lostSince, at);
});

test('the list of boards is asked for again when it says something else, and after each connection', () => {
  const here = world().connect();
  let asked = 0;
  here.wire.boardsChanged = () => { asked += 1; };
  here.socket.say({ push: 'boards' });
  assert.equal(asked, 1);
  here.socket.break();
  here.clock.pass(15_000);
  here.greet();
  assert.equal(asked, 2);
});
