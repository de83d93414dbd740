import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConnectionError } from '../../../web-static/js/core/errors.js';
import { Desk } from '../../../web-static/js/pages/case/desk.js';
import { world } from '../support/world.js';

/** A deputy's desk in the review, joined and caught up; `roles` are the server's answers, of which the last stays. */
async function seat(...roles) {
  const here = world().connect('p-d');
  const heard = { said: [], changes: 0 };
  const get = async () => {
    const answer = roles.length > 1 ? roles.shift() : roles[0];
    if (answer instanceof Error) throw answer;
    return { value: { role: await answer } };
  };
  const app = { session: { person: 'p-d' }, api: { get }, announce: text => heard.said.push(text) };
  const { wire, outbox } = here;
  const desk = new Desk({ app, caseID: 'c7', role: 'deputy', connection: { wire, outbox }, changed: () => { heard.changes++; } });
  desk.follow();
  const joined = { ...here, desk, heard, get socket() { return here.socket; } };
  answerJoin(joined);
  tell(joined, 'dossier', 1, { caseOpened: { sheet: { title: 'Q' } } });
  tell(joined, 'dossier', 2, { phaseChanged: { to: 'review' } });
  await catchUp(joined);
  return joined;
}

const answerJoin = ({ socket }) => socket.say({ re: socket.last('join').id, ok: { streams: [] } });
const tell = ({ socket }, stream, seq, event) => socket.say({ push: 'event', case: 'c7', stream, seq, tag: `t${seq}`, at: 1, event });

async function catchUp({ socket }) {
  socket.say({ push: 'caught-up', case: 'c7' });
  await new Promise(resolve => { setTimeout(resolve); });
}

/** The wire breaks and is there again: the client joins from where it stands, and nobody pushes a rejoin. */
function cut(joined) {
  joined.socket.break(4002);
  joined.clock.pass(1);
  joined.greet('p-d');
  answerJoin(joined);
}

test('who was given a seat while nothing was heard has it after the next join', async () => {
  const joined = await seat('deputy', 'reviewer');
  const { desk } = joined;
  assert.deepEqual([desk.role, desk.may('seal')], ['deputy', false]);
  desk.view.tab = 'watch';
  cut(joined);
  await catchUp(joined);
  assert.deepEqual([desk.role, desk.isPanel, desk.may('seal'), desk.view.tab], ['reviewer', true, true, null]);
  assert.equal(joined.heard.said.length, 1);
  desk.close();
});

test('a seat taken between the opening of the page and the join is known', async () => {
  const { desk } = await seat('chair');
  assert.deepEqual([desk.role, desk.isChair], ['chair', true]);
  desk.close();
});

test('a change of office reads anew what is open now, and shows it when it is complete', async () => {
  const joined = await seat('deputy', 'reviewer');
  const { desk, heard } = joined;
  joined.socket.say({ push: 'rejoin', case: 'c7' });
  assert.deepEqual([desk.isCurrent, desk.isOnline], [false, false]);
  answerJoin(joined);
  const before = heard.changes;
  tell(joined, 'board', 1, { commented: { comment: { id: 'k1', text: 'One' }, by: 'p-a' } });
  desk.post('markRead', { part: 'doc1' });
  tell(joined, 'board', 2, { commented: { comment: { id: 'k2', text: 'Two' }, by: 'p-a' } });
  assert.deepEqual(desk.state.board.comments, []);
  assert.equal(desk.state.dossier.sheet.title, 'Q');
  assert.ok(heard.changes > before, 'own work is shown at once');
  await catchUp(joined);
  assert.deepEqual(desk.state.board.comments.map(({ id }) => id), ['k1', 'k2']);
  assert.deepEqual([desk.isCurrent, desk.role], [true, 'reviewer']);
  desk.close();
});

test('of two answers on the office the one that was asked for last counts', async () => {
  let late;
  const joined = await seat(new Promise(resolve => { late = resolve; }), 'reviewer');
  cut(joined);
  await catchUp(joined);
  late('deputy');
  await catchUp(joined);
  assert.equal(joined.desk.role, 'reviewer');
  joined.desk.close();
});

test('an answer that was lost on its way is asked for again', async context => {
  const { setTimeout: after } = globalThis;
  const later = [];
  globalThis.setTimeout = (run, pause = 0) => (pause > 0 ? later.push(run) : after(run));
  context.after(() => { globalThis.setTimeout = after; });
  const { desk } = await seat(new ConnectionError('offline'), 'reviewer');
  assert.deepEqual([desk.role, later.length], ['deputy', 1]);
  later[0]();
  await new Promise(resolve => { after(resolve); });
  assert.equal(desk.role, 'reviewer');
  desk.close();
});

test('what happened in the meantime is said once it is shown', async () => {
  const joined = await seat('reviewer');
  const { desk, heard } = joined;
  heard.said.length = 0;
  cut(joined);
  tell(joined, 'dossier', 3, { phaseChanged: { to: 'withdrawn' } });
  assert.equal(desk.phase, 'review');
  await catchUp(joined);
  assert.equal(desk.phase, 'withdrawn');
  assert.equal(heard.said.length, 1);
  desk.close();
});
