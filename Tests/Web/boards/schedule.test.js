import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromLocal, toLocal } from '../../../web-static/js/pages/local-time.js';
import * as agenda from '../../../web-static/js/pages/schedule/agenda.js';
import { instantOf, isZone } from '../../../web-static/js/pages/schedule/zone-time.js';

const iso = (...parts) => { const instant = instantOf(...parts); return instant === null ? null : new Date(instant).toISOString(); };

test('a meeting starts when the clocks of its place say so', () => {
  assert.equal(iso('2026-11-24', '17:00', 'Europe/Berlin'), '2026-11-24T16:00:00.000Z');
  assert.equal(iso('2026-07-24', '17:00', 'Europe/Berlin'), '2026-07-24T15:00:00.000Z');
  assert.equal(iso('2026-11-24', '23:30', 'America/New_York'), '2026-11-25T04:30:00.000Z');
  assert.equal(iso('2026-11-24', '00:15', 'Asia/Kathmandu'), '2026-11-23T18:30:00.000Z');
});

test('a time the clocks skip does not exist, of one they show twice the first is meant', () => {
  assert.equal(iso('2026-03-29', '02:30', 'Europe/Berlin'), null);
  assert.equal(iso('2026-10-25', '02:30', 'Europe/Berlin'), '2026-10-25T00:30:00.000Z');
});

test('a zone is one the browser knows', () => {
  assert.equal(isZone('Europe/Berlin'), true);
  assert.equal(isZone('Europe/Nowhere'), false);
});

test('local times of fields go there and back', () => {
  const instant = new Date(2026, 10, 24, 17, 5).getTime();
  assert.equal(toLocal(instant), '2026-11-24T17:05');
  assert.equal(fromLocal(toLocal(instant)), instant);
  assert.deepEqual([fromLocal(''), toLocal(undefined)], [null, '']);
});

const items = [{ case: 'a', minutes: 15 }, { case: 'b', minutes: 20 }];

test('cases are put on the agenda once, moved one place, taken off', () => {
  assert.deepEqual(agenda.withCase(items, 'a'), items);
  assert.deepEqual(agenda.withCase(items, 'c').map(item => item.case), ['a', 'b', 'c']);
  assert.deepEqual(agenda.moved(items, 'b', -1).map(item => item.case), ['b', 'a']);
  assert.deepEqual(agenda.moved(items, 'a', -1), items);
  assert.deepEqual(agenda.withoutCase(items, 'a').map(item => item.case), ['b']);
  assert.equal(agenda.total(agenda.withMinutes(items, 'a', '5')), 25);
});

const values = { title: 'T', date: '2026-11-24', time: '17:00', timeZone: 'Europe/Berlin', durationMinutes: '60', chair: 'm1',
  participants: ['m2'], agenda: items };

test('a conference says what it lacks', () => {
  assert.deepEqual(agenda.lacksOfConference(values, 2000, 1000), []);
  assert.deepEqual(agenda.lacksOfConference({ ...values, title: '', chair: '', participants: [], durationMinutes: '4' }, 2000, 1000),
    ['title', 'durationMinutes', 'chair', 'participants']);
  assert.deepEqual(agenda.lacksOfConference(values, null, 1000), ['time-gap']);
  assert.deepEqual(agenda.lacksOfConference(values, 900, 1000), ['past']);
  assert.deepEqual(agenda.lacksOfConference({ ...values, agenda: [{ case: 'a', minutes: '0' }] }, 2000, 1000), ['minutes']);
});

test('the chair takes part, and minutes are numbers', () => {
  const meeting = agenda.meetingOf({ ...values, agenda: [{ case: 'a', minutes: '15' }] }, 2000);
  assert.deepEqual([meeting.participants, meeting.agenda, meeting.durationMinutes], [['m1', 'm2'], [{ case: 'a', minutes: 15 }], 60]);
});

test('everybody on a case who has a seat at the table is found, those removed are not', () => {
  const invited = (person, role) => ({ event: { memberInvited: { member: { person, role } } } });
  const events = [invited('c', 'coordinator'), invited('a', 'reviewer'), invited('r', 'recipient'), invited('b', 'chair'),
    { event: { memberRemoved: { person: 'a' } } }];
  assert.deepEqual(agenda.attendeesOf(events), ['c', 'b']);
});
