import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConnectionError } from '../../../web-static/js/core/errors.js';
import { open } from '../../../web-static/js/pages/boards.js';
import { Shell } from '../../../web-static/js/shell.js';
import { newPage } from '../support/page.js';

const slots = { 'conf-1': 1 };
const row = (id, phase) => ({ id, role: 'reviewer', standing: {}, card: { phase, title: id, urgency: 'routine', slots } });
const meeting = { title: 'Oncology', starts: 4_102_444_800_000, durationMinutes: 60, agenda: [{ number: 1, minutes: 20 }] };
const turn = () => new Promise(resolve => { setImmediate(resolve); });

/** The page of the boards; `answers` are the cases the server has in turn, `connect` gives the connection or none. */
function boards(context, { answers = [], conferences = [], connect = async () => assert.fail('nobody asked for a connection') } = {}) {
  const document = newPage();
  const { setTimeout: after, clearTimeout: forget } = globalThis;
  const later = [];
  globalThis.setTimeout = run => later.push(run);
  globalThis.clearTimeout = () => {};
  const get = async () => ({ value: { cases: await answers.shift(), conferences } });
  const app = { window: { document }, session: { name: 'Dr. A' }, api: { get }, connect, shell: new Shell(document) };
  const close = open(app);
  context.after(() => { close(); Object.assign(globalThis, { setTimeout: after, clearTimeout: forget }); });
  const comeBack = async () => { document.listeners.visibilitychange(); await turn(); };
  return { document, later, comeBack, main: document.getElementById('main') };
}

const links = main => main.querySelectorAll('a').map(link => link.getAttribute('href'));
const focusOf = ({ activeElement }) => activeElement.getAttribute('href') ?? activeElement.tag;

test('a case that comes into another list keeps the focus on its link', async context => {
  const answers = [[row('c1', 'review'), row('c2', 'review')], [row('c1', 'drafting'), row('c2', 'review')]];
  const conferences = [{ id: 'conf-1', conference: meeting }];
  const { document, main, comeBack } = boards(context, { answers, conferences });
  await turn();
  assert.deepEqual(links(main), ['#/conferences/conf-1', '#/cases/c1', '#/cases/c1', '#/cases/c2']);
  main.querySelectorAll('a')[2].focus();
  await comeBack();
  assert.deepEqual(links(main), ['#/conferences/conf-1', '#/cases/c1', '#/cases/c2', '#/cases/c1']);
  // The agenda of the conference leads there too, but that is not where the person was.
  assert.equal(document.activeElement, main.querySelectorAll('a')[3]);
});

test('of a case that is over the focus goes to what opens the list it is in', async context => {
  const { document, main, comeBack } = boards(context, { answers: [[row('c1', 'review')], [row('c1', 'closed')]] });
  await turn();
  main.querySelectorAll('a')[0].focus();
  await comeBack();
  assert.equal(focusOf(document), 'summary');
});

test('of answers that overtake each other the older one is not shown', async context => {
  let late;
  const answers = [new Promise((resolve, reject) => { late = { resolve, reject }; }), [row('c2', 'review')]];
  const { main, comeBack } = boards(context, { answers });
  await comeBack();
  assert.deepEqual(links(main), ['#/cases/c2']);
  late.resolve([row('c1', 'review')]);
  await turn();
  assert.deepEqual(links(main), ['#/cases/c2']);
});

test('an answer is not held back because another was asked for meanwhile', async context => {
  const { main, comeBack } = boards(context, { answers: [[row('c1', 'review')], new Promise(() => {})] });
  await comeBack();
  assert.deepEqual(links(main), ['#/cases/c1']);
});

test('a list that could not be connected listens later', async context => {
  const wire = { status: { isOpen: true } };
  const connections = [() => Promise.reject(new ConnectionError()), async () => ({ wire })];
  const answers = [[row('c1', 'review')], [row('c2', 'review')], [row('c3', 'review')]];
  const { later, main } = boards(context, { answers, connect: () => connections.shift()() });
  await turn();
  later.shift()();
  await turn();
  assert.deepEqual(links(main), ['#/cases/c1']);
  later.shift()();
  await turn();
  assert.deepEqual(links(main), ['#/cases/c2']);
  wire.boardsChanged();
  await turn();
  assert.deepEqual(links(main), ['#/cases/c3']);
});
