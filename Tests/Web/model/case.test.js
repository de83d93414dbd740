import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyCase, foldCase, forgetStreams } from '../../../web-static/js/model/case.js';
import { document, frozen, happenings, hash, member, note, phase, revealed, round, stateAfter } from './happenings.js';

test('an event of a stream or a kind the client does not know changes nothing', () => {
  assert.equal(foldCase(emptyCase, { stream: 'own/p9', seq: 1, type: 'annotated', payload: {} }), emptyCase);
  const state = foldCase(emptyCase, { stream: 'dossier', seq: 1, type: 'tomorrow', payload: {} });
  assert.deepEqual(state.dossier, emptyCase.dossier);
  assert.equal(state.heads.dossier, 1);
});

test('a case shows the sheet as it was last amended', () => {
  const state = stateAfter(['dossier', { caseOpened: { sheet: { title: 'One' } } }], ['dossier', { caseAmended: { sheet: { title: 'Two' } } }]);
  assert.equal(state.dossier.sheet.title, 'Two');
});

test('the deadline is that of the frozen panel until it is extended, which also ends a breach', () => {
  const breached = [frozen(), phase('review'), ['dossier', { deadlineBreached: { deadline: 5000 } }]];
  assert.equal(stateAfter(...breached).dossier.isBreached, true);
  const extended = stateAfter(...breached, ['dossier', { deadlineExtended: { deadline: 7000, reason: 'Illness', office: 'chair' } }]);
  assert.equal(extended.dossier.deadline, 7000);
  assert.equal(extended.dossier.isBreached, false);
  assert.equal(extended.dossier.extensions[0].reason, 'Illness');
});

test('a late source is remembered by its place in the dossier', () => {
  const state = stateAfter(frozen(), ['dossier', { documentPublished: { document: document('doc9'), isLate: true } }]);
  assert.equal(state.dossier.lateSource, 2);
  assert.equal(state.dossier.documents[0].isLate, true);
});

test('a note keeps its number through edits, and the number of a deleted one does not return', () => {
  const state = stateAfter(
    ['own', { annotated: { annotation: note('a1'), isAfterReveal: false } }],
    ['own', { annotated: { annotation: note('a2'), isAfterReveal: false } }],
    ['own', { annotationAmended: { annotation: note('a2', 'Better'), revision: 2, isAfterReveal: false } }],
    ['own', { annotationDeleted: { id: 'a1' } }],
    ['own', { annotated: { annotation: note('a3'), isAfterReveal: true } }],
  );
  assert.deepEqual(Object.keys(state.own.notes), ['a2', 'a3']);
  assert.equal(state.own.notes.a2.number, 2);
  assert.equal(state.own.notes.a2.revision, 2);
  assert.equal(state.own.notes.a2.annotation.statement, 'Better');
  assert.equal(state.own.notes.a3.number, 3);
});

test('a draft in quarantine follows filing, classification, translation and removal', () => {
  const state = stateAfter(
    ['quarantine', { opened: { salt: hash('0') } }],
    ['quarantine', { documentFiled: { document: document('doc1'), original: [hash('b'), 20] } }],
    ['quarantine', { documentFiled: { document: document('doc2') } }],
    ['quarantine', { partClassified: { part: 'doc1-s1', nature: 'conclusion' } }],
    ['quarantine', { translationFiled: { part: 'doc1-s1', translation: { id: 't1', isReleased: false } } }],
    ['quarantine', { translationReleased: { id: 't1', by: 'p-coord' } }],
    ['quarantine', { itemChecked: { item: { id: 'histology', state: 'missing' } } }],
    ['quarantine', { itemChecked: { item: { id: 'histology', state: 'present', document: 'doc1' } } }],
    ['quarantine', { documentRemoved: { document: 'doc2', reason: 'Twice' } }],
  );
  const [part] = state.quarantine.documents[0].parts;
  assert.equal(state.quarantine.documents.length, 1);
  assert.equal(part.nature, 'conclusion');
  assert.equal(part.translations[0].isReleased, true);
  assert.deepEqual(state.quarantine.originals.doc1, [hash('b'), 20]);
  assert.deepEqual(state.quarantine.checklist, [{ id: 'histology', state: 'present', document: 'doc1' }]);
  assert.equal(state.quarantine.removed[0].reason, 'Twice');
});

test('logistics says who is on the case and who has done what, never what it says', () => {
  const state = stateAfter(
    ['logistics', { memberInvited: { member: member('p-a', 'reviewer', 'radiology') } }],
    ['logistics', { memberInvited: { member: member('p-b', 'reviewer', 'surgery') } }],
    ['logistics', { conflictsDeclared: { person: 'p-a' } }, 11],
    ['logistics', { conflictsDeclared: { person: 'p-b', statement: 'I treated the patient' } }],
    ['logistics', { memberRemoved: { person: 'p-b' } }],
    ['logistics', { sealed: { person: 'p-a' } }, 12],
    ['logistics', { reminded: { person: 'p-a', by: 'p-coord' } }, 13],
  );
  assert.deepEqual(state.logistics.members.map(({ person }) => person), ['p-a']);
  assert.deepEqual(state.logistics.conflicts, { 'p-a': { statement: undefined, at: 11 } });
  assert.deepEqual(state.logistics.sealed, { 'p-a': 12 });
  assert.deepEqual(state.logistics.reminded, { 'p-a': 13 });
});

test('a round takes its commitments and its ballots from the two events that close it', () => {
  const state = stateAfter(
    revealed(), phase('voting'), ['board', { votingOpened: { round: round(1), by: 'p-c' } }, 4000],
    ['board', { roundClosed: { round: 1, commitments: [hash('7')] } }],
    ['board', { roundOpened: { round: 1, ballots: [hash('8'), 20], count: 3, isVoid: false, missingDisciplines: [], results: [] } }, 4500],
  );
  assert.deepEqual(state.board.rounds[0].commitments, [hash('7')]);
  assert.equal(state.board.rounds[0].opened.count, 3);
  assert.equal(state.board.rounds[0].closedAt, 4500);
});

test('a return to the discussion voids what a sign-off held, and keeps the draft', () => {
  const open = [
    ['board', { drafted: { draft: { version: 1 }, outcome: 'adjust', comparisons: {}, by: 'p-c' } }],
    ['board', { signOffOpened: { version: 1, by: 'p-c' } }],
    ['board', { responded: { response: { version: 1, position: 'concur' }, by: 'p-a' } }],
    ['board', { signed: { version: 1, by: 'p-a', attestsOnly: false, at: 77 } }],
  ];
  const signed = stateAfter(...open);
  assert.deepEqual(signed.board.signOff.signatures, [{ by: 'p-a', attestsOnly: false, at: 77 }]);
  assert.equal(signed.board.signOff.responses['p-a'].position, 'concur');
  const back = stateAfter(...open, ['board', { discussionReopened: { reason: 'New result', by: 'p-c' } }]);
  assert.equal(back.board.signOff, null);
  assert.equal(back.board.drafts.length, 1);
});

test('a stream whose history was replaced is forgotten, the others stay', () => {
  const state = stateAfter(frozen(), ['own', { annotated: { annotation: note('a1') } }]);
  const forgotten = forgetStreams(state, ['own', 'custody']);
  assert.deepEqual(forgotten.own, emptyCase.own);
  assert.equal(forgotten.heads.own, undefined);
  assert.equal(forgotten.dossier.deadline, 5000);
});

test('folding never changes the state it was given', () => {
  const freeze = value => {
    if (value && typeof value === 'object' && !Object.isFrozen(value)) { Object.freeze(value); Object.values(value).forEach(freeze); }
    return value;
  };
  const story = [
    frozen(), phase('review'), ['dossier', { documentPublished: { document: document('doc1'), isLate: true } }],
    ['own', { annotated: { annotation: note('a1') } }], ['own', { annotationDeleted: { id: 'a1' } }], revealed(),
    ['board', { votingOpened: { round: round(1), by: 'p-c' } }], ['board', { optionProposed: { option: { id: 'o1' }, by: 'p-a' } }],
    ['board', { optionWithdrawn: { id: 'o1', by: 'p-a' } }], ['delivery', { acknowledged: { by: 'p-r' } }],
  ];
  const end = happenings(story).reduce((state, happening) => foldCase(freeze(state), freeze(happening)), emptyCase);
  assert.equal(end.board.options[0].withdrawnBy, 'p-a');
});
