import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agendaOf, hrefOf, needOf, sorted, upcoming } from '../../../web-static/js/pages/boards/needs.js';

const now = 10_000;
const row = (role, phase, { standing = {}, board, id = 'c1', ...card } = {}) => ({
  id, role, standing, card: { phase, title: 'Q', urgency: 'routine', clinicalDeadline: 90_000, slots: {},
    ...(board ? { board } : {}), ...card },
});
const kind = (...parts) => needOf(row(...parts), now)?.kind ?? null;

test('a reviewer is asked for what the phase needs and for nothing twice', () => {
  assert.equal(kind('reviewer', 'intake'), 'declare');
  assert.equal(kind('reviewer', 'intake', { standing: { conflictsDeclared: true } }), null);
  assert.equal(kind('reviewer', 'review'), 'review');
  assert.equal(kind('reviewer', 'review', { standing: { sealed: true } }), null);
  assert.equal(kind('reviewer', 'discussion'), 'discuss');
  assert.equal(kind('reviewer', 'voting', { board: { round: 2 } }), 'vote');
  assert.equal(kind('reviewer', 'voting', { board: { round: 2 }, standing: { castRound: 1 } }), 'vote');
  assert.equal(kind('reviewer', 'voting', { board: { round: 2 }, standing: { castRound: 2 } }), null);
  assert.equal(kind('reviewer', 'drafting'), null);
  assert.equal(kind('reviewer', 'signOff', { board: { signOffVersion: 2 }, standing: { respondedVersion: 1 } }), 'respond');
  assert.equal(kind('reviewer', 'signOff', { board: { signOffVersion: 2 }, standing: { respondedVersion: 2 } }), 'sign');
  assert.equal(kind('reviewer', 'signOff', { board: { signOffVersion: 2 }, standing: { respondedVersion: 2, signedVersion: 2 } }), null);
});

test('who is recused is asked for nothing', () => assert.equal(kind('reviewer', 'review', { standing: { recused: true } }), null));

test('the chair drafts and does everything a reviewer does', () => {
  assert.equal(kind('chair', 'drafting'), 'draft');
  assert.equal(kind('chair', 'review'), 'review');
});

test('the coordinator is asked for nothing medical', () => {
  const phases = ['intake', 'review', 'discussion', 'voting', 'drafting', 'signOff', 'signed', 'delivered', 'closed', 'withdrawn'];
  assert.deepEqual(phases.map(phase => kind('coordinator', phase, { reviewDeadline: 20_000 })),
    ['prepare', 'follow', null, null, null, null, 'deliver', 'finish', null, null]);
  assert.equal(kind('coordinator', 'review', { reviewDeadline: 9_000 }), 'extend');
});

test('translators translate before the freeze, recipients acknowledge once', () => {
  assert.equal(kind('translator', 'intake'), 'translate');
  assert.equal(kind('translator', 'review'), null);
  assert.equal(kind('recipient', 'delivered'), 'acknowledge');
  assert.equal(kind('recipient', 'delivered', { standing: { acknowledged: true } }), null);
});

test('the deadline is that of the need: the review’s, the vote’s, else the clinical one', () => {
  assert.equal(needOf(row('reviewer', 'review', { reviewDeadline: 20_000 }), now).due, 20_000);
  assert.equal(needOf(row('reviewer', 'voting', { board: { round: 1, closes: 12_000 } }), now).due, 12_000);
  assert.equal(needOf(row('chair', 'drafting'), now).due, 90_000);
});

test('cases stand in the order of the time left, then of urgency, then of their title', () => {
  const cases = [
    row('reviewer', 'discussion', { id: 'b', title: 'B' }), row('reviewer', 'discussion', { id: 'a', title: 'A' }),
    row('reviewer', 'discussion', { id: 'u', title: 'Z', urgency: 'urgent' }),
    row('reviewer', 'review', { id: 'first', reviewDeadline: 20_000 }),
    row('reviewer', 'drafting', { id: 'waiting' }), row('reviewer', 'closed', { id: 'over' }),
  ];
  const { needing, others, over } = sorted(cases, now);
  assert.deepEqual([needing, others, over].map(rows => rows.map(({ id }) => id)), [['first', 'u', 'a', 'b'], ['waiting'], ['over']]);
});

test('a slot shows the case of one’s own that has it, and no other', () => {
  const conference = { id: 'conf1', agenda: [{ number: 1, minutes: 20 }, { number: 2, minutes: 10 }] };
  const mine = [row('reviewer', 'review', { id: 'c7', slots: { conf1: 2, conf2: 1 } })];
  assert.deepEqual(agendaOf(conference, mine).map(slot => slot.row?.id ?? null), [null, 'c7']);
});

test('a conference is shown until its last minute, the next one first', () => {
  const lines = [['later', 50_000], ['on', now - 60_000 * 59], ['past', now - 60_000 * 61]]
    .map(([id, starts]) => ({ id, conference: { starts, durationMinutes: 60 } }));
  assert.deepEqual(upcoming(lines, now).map(({ id }) => id), ['on', 'later']);
});

test('a row leads to where the person works', () => {
  assert.equal(hrefOf({ id: 'c 7', role: 'coordinator' }), '#/cases/c%207/preparation');
  assert.equal(hrefOf({ id: 'c7', role: 'recipient' }), '#/cases/c7/recommendation');
  assert.equal(hrefOf({ id: 'c7', role: 'chair' }), '#/cases/c7');
});

test('a need is due by the target of the phase, or by the clinical deadline when that is sooner', () => {
  assert.equal(needOf(row('reviewer', 'discussion', { phaseDue: 50_000 }), now).due, 50_000);
  assert.equal(needOf(row('reviewer', 'discussion', { phaseDue: 95_000 }), now).due, 90_000);
  assert.equal(needOf(row('reviewer', 'review', { phaseDue: 50_000, reviewDeadline: 40_000 }), now).due, 40_000);
});
