import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { useCatalogues, useLanguage } from '../../../web-static/js/core/i18n.js';
import { isFrozen, namedOf, sittingOf } from '../../../web-static/js/model/seats.js';
import { describeCourse } from '../../../web-static/js/pages/preparation/course-section.js';
import { describePanel } from '../../../web-static/js/pages/preparation/panel-section.js';
import { Workbench } from '../../../web-static/js/pages/preparation/workbench.js';
import { frozen, member, phase, revealed, stateAfter } from '../model/happenings.js';
import { find, textOf } from '../support/descriptions.js';

before(async () => {
  await useCatalogues('start', 'preparation');
  await useLanguage('en');
});

const logistics = event => ['logistics', event];
const invited = (person, role, discipline, more) => logistics({
  memberInvited: { member: { ...member(person, role, discipline), ...more } },
});
const recused = person => logistics({ recused: { person, reason: 'Kin' } });
const sheet = people => logistics({ panelSheetKept: { sheet: { members: people.map(person => ({ person })), settings: {}, salt: '' } } });

/** A panel with one deputy, in review. */
const review = [
  invited('p-coord', 'coordinator'), invited('p-a', 'reviewer', 'radiology'), invited('p-b', 'reviewer', 'surgery'),
  invited('p-c', 'chair', 'surgery'), invited('p-d', 'deputy', 'radiology', { deputyFor: 'p-a' }), invited('p-r', 'recipient'),
  frozen({ requiredDisciplines: ['radiology'] }), sheet(['p-a', 'p-b', 'p-c', 'p-d']), phase('review'),
];
const seatTaken = [recused('p-a'), logistics({ deputySeated: { person: 'p-d', principal: 'p-a', role: 'reviewer' } })];

/** In a vote the board has heard of nobody who left or came. */
const voting = [
  ...review, revealed(), phase('voting'), recused('p-c'), ...seatTaken, logistics({ chairAppointed: { person: 'p-b', reason: 'Leads' } }),
];

function benchOf(story) {
  const app = { window: { location: { hash: '' } } };
  const casework = { id: 'c7', role: 'coordinator', state: stateAfter(...story), isOnline: true, now: () => 4000 };
  return new Workbench(app, casework, () => {});
}

const offices = members => members.map(({ person, role }) => `${person} ${role}`);
const fieldNamed = (content, name) => find(content, ({ tag, props }) => tag === 'select' && props.id?.endsWith(name))[0];
const listOf = (content, heading) => find(content, ({ tag, props }) => tag === 'section' && String(props.key).includes(heading));
const rowOf = (content, person) => find(content, ({ tag, props }) => tag === 'li' && props.key === person)[0];
const removals = content => find(content, ({ tag }) => tag === 'button').map(({ props }) => props['aria-label'])
  .filter(label => label?.startsWith('Remove '));

test('in a vote the coordinator sees who sits and who leads before the board does', () => {
  const state = stateAfter(...voting);
  assert.deepEqual(offices(sittingOf(state)), ['p-b chair', 'p-d reviewer']);
  assert.deepEqual(offices(namedOf(state)), ['p-a reviewer', 'p-b chair', 'p-c chair', 'p-d reviewer']);
});

test('who may be given the chair is everybody who sits, a deputy too; once it is given nobody is asked for', () => {
  const asked = fieldNamed(describeCourse(benchOf(voting.slice(0, -1))), 'chair');
  assert.deepEqual(asked.children.map(({ props }) => props.value), ['', 'p-b', 'p-d']);
  const content = describeCourse(benchOf(voting));
  assert.equal(fieldNamed(content, 'chair'), undefined);
  assert.doesNotMatch(textOf(content), /The chair has stood down/);
});

test('the panel of the coordinator names who left, who took the seat, and from whom', () => {
  const content = describePanel(benchOf(voting));
  assert.ok(rowOf(listOf(content, 'Stood down'), 'p-a'));
  // Two chairs are one too many: who left it leads no more.
  assert.doesNotMatch(textOf(rowOf(listOf(content, 'Stood down'), 'p-c')), /Chair/);
  assert.match(textOf(listOf(content, '2 members')), /took the seat of Dr. p-a/);
  assert.match(textOf(rowOf(content, 'p-d')), /took the seat of Dr. p-a/);
  assert.match(textOf(rowOf(content, 'p-b')), /Chair/);
});

test('who stood down before the reveal does not vanish from the panel with it', () => {
  const panel = [member('p-b', 'reviewer', 'surgery'), member('p-c', 'chair', 'surgery'), member('p-d', 'reviewer', 'radiology')];
  const content = describePanel(benchOf([...review, ...seatTaken, revealed({ panel }), phase('discussion')]));
  assert.ok(rowOf(listOf(content, 'Stood down'), 'p-a'));
  assert.match(textOf(rowOf(content, 'p-d')), /took the seat of Dr. p-a/);
});

test('nobody is offered for removal whom the server keeps', () => {
  // The principal left over a deputy with a conflict: whoever was frozen stays, whoever was called later may go again.
  const story = [...review, logistics({ conflictsDeclared: { person: 'p-d', statement: 'Kin' } }), recused('p-a'),
    invited('p-e', 'deputy', 'radiology', { deputyFor: 'p-a' })];
  assert.deepEqual(removals(describePanel(benchOf(story))), ['Remove Dr. p-e', 'Remove Dr. p-r']);
  assert.deepEqual(removals(describePanel(benchOf(review.slice(0, 6)))).length, 5);
  const state = stateAfter(...story, phase('delivered'));
  assert.equal(isFrozen(state, member('p-r', 'recipient')), true);
  assert.equal(isFrozen(state, member('p-o', 'observer')), false);
});

test('a round with a closing time needs no chair to close it, and nobody is told that it does', () => {
  const content = describeCourse(benchOf(voting.slice(0, -1)));
  assert.match(textOf(content), /no vote is opened/);
  assert.match(textOf(content), /closes only at the time that was set for it/);
});
