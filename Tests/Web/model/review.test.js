import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCodes, sameValue, tidyValue } from '../../../web-static/js/model/dimensions.js';
import { mayWork, missingInAnswer, ownPseudonym, sealStanding, unanswered, unreadParts } from '../../../web-static/js/model/opinion.js';
import { baseRevision, isFolded, withEntries } from '../../../web-static/js/model/optimistic.js';
import { document, frozen, hash, note, phase, revealed, stateAfter } from './happenings.js';

const answer = { value: { system: 'intent', codes: ['curative'] }, confidence: 7, rationale: 'Because', citations: [{ part: 'doc1-s1' }] };

test('an answer with a value needs confidence, rationale and a place; cannot judge needs none of them', () => {
  assert.deepEqual(missingInAnswer(answer), []);
  assert.deepEqual(missingInAnswer({ value: { codes: [] }, rationale: ' ', citations: [] }), ['value', 'confidence', 'rationale', 'citations']);
  assert.deepEqual(missingInAnswer({ ...answer, confidence: 10 }), ['confidence']);
  assert.deepEqual(missingInAnswer({ rationale: '' }), []);
});

test('an opinion lacks every dimension nothing was said on', () => {
  const state = stateAfter(['own', { opinionStated: { dimension: 'stage', answer, revision: 1 } }]);
  assert.equal(unanswered(state).length, 9);
  assert.ok(!unanswered(state).includes('stage'));
});

test('a part read in translation is read', () => {
  const translated = document('doc1');
  translated.parts[0].translations = [{ id: 'doc1-en', language: 'en', content: [hash('b'), 9] }];
  const published = ['dossier', { documentPublished: { document: translated } }];
  assert.deepEqual(unreadParts(stateAfter(published)), ['doc1-s1']);
  assert.deepEqual(unreadParts(stateAfter(published, ['own', { partRead: { part: 'doc1-en' } }])), []);
});

const sealed = (dossier = 3) => ['own', { sealed: { opinion: [hash('1'), 10], pages: [], values: {}, dossier } }];
const lateDocument = ['dossier', { documentPublished: { document: document('doc9'), isLate: true } }];

test('what is sealed rests, unless a source came later and the deadline has not passed', () => {
  assert.equal(sealStanding(stateAfter(frozen(), phase('review'))), 'open');
  assert.equal(sealStanding(stateAfter(frozen(), phase('review'), sealed(2))), 'sealed');
  const reopened = stateAfter(frozen(), phase('review'), sealed(2), lateDocument);
  assert.equal(sealStanding(reopened, 4999), 'reopened');
  assert.equal(sealStanding(reopened, 5000), 'sealed');
  assert.equal(mayWork(reopened, 4999), true);
  assert.equal(mayWork(reopened, 5000), false);
});

test('whoever recused does no more work', () => {
  assert.equal(mayWork(stateAfter(frozen(), phase('review'), ['own', { recused: { reason: 'Kin' } }])), false);
});

test('one finds the own pseudonym by the hash of the own package', () => {
  assert.equal(ownPseudonym(stateAfter(sealed(), revealed())), 'R-A');
  assert.equal(ownPseudonym(stateAfter(revealed())), null);
});

test('codes are compared as sets, or in order where the system says so; words are not compared', () => {
  assert.equal(sameValue({ system: 'tnm-8', codes: ['cT3', 'cN1'] }, { system: 'tnm-8', codes: ['cN1', 'cT3'] }), true);
  assert.equal(sameValue({ system: 'obds-therapy-ordered', codes: ['CH', 'OP'] }, { system: 'obds-therapy-ordered', codes: ['OP', 'CH'] }), false);
  assert.equal(sameValue({ codes: [], text: 'x' }, { system: 'tnm-8', codes: ['cT3'] }), null);
});

test('codes as typed are apart by spaces or commas, each once', () => {
  assert.deepEqual(parseCodes(' cT3b,cN2a  cM0; cM0'), ['cT3b', 'cN2a', 'cM0']);
});

test('a value has codes with their system, or words, or both, or is nothing', () => {
  assert.deepEqual(tidyValue({ system: 'tnm-8', codes: ['cT3'], text: ' ' }), { system: 'tnm-8', codes: ['cT3'] });
  assert.deepEqual(tidyValue({ system: 'tnm-8', codes: [], text: 'IIIB' }), { codes: [], text: 'IIIB' });
  assert.equal(tidyValue({ system: 'tnm-8', codes: [] }), null);
});

const entry = (command, payload) => ({ id: 'e', command, payload, at: 1, person: 'p-a' });

test('own work is shown before the server has it, and only until it has', () => {
  const state = stateAfter(['own', { annotated: { annotation: note('a1') } }]);
  const shown = withEntries(state, [
    entry('annotate', { annotation: note('a2') }),
    entry('amendAnnotation', { annotation: note('a1', 'Changed'), revision: 1 }),
    entry('markRead', { part: 'doc1-s1' }),
    entry('stateOpinion', { dimension: 'intent', answer, revision: 0 }),
    entry('postComment', { comment: { id: 'k1', text: 'Look' } }),
  ]);
  assert.equal(shown.own.notes.a2.isWaiting, true);
  assert.equal(shown.own.notes.a2.number, 2);
  assert.equal(shown.own.notes.a1.annotation.statement, 'Changed');
  assert.ok('doc1-s1' in shown.own.read);
  assert.equal(shown.own.answers.intent.isWaiting, true);
  assert.equal(shown.board.comments[0].by, 'p-a');
  assert.equal(state.own.notes.a2, undefined);
  assert.equal(isFolded(state, entry('annotate', { annotation: note('a1') })), true);
  assert.equal(withEntries(state, [entry('annotate', { annotation: note('a1', 'Old') })]).own.notes.a1.isWaiting, undefined);
});

test('an edit is based on what earlier edits will have made of it', () => {
  const state = stateAfter(['own', { annotated: { annotation: note('a1') } }]);
  assert.equal(baseRevision(state, [], 'a1'), 1);
  assert.equal(baseRevision(state, [entry('amendAnnotation', { annotation: note('a1'), revision: 1 })], 'a1'), 2);
  assert.equal(baseRevision(state, [entry('annotate', { annotation: note('a7') })], 'a7'), 1);
  assert.equal(baseRevision(state, [], 'stage'), 0);
});
