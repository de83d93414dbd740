import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lacks, needsTranslation, usualQuorum } from '../../../web-static/js/pages/preparation/readiness.js';
import { document, member, stateAfter } from '../model/happenings.js';

const sheet = { title: 'Q', indication: 'unclear-diagnosis', language: 'de', institutions: [] };
const settings = { requiredDisciplines: ['radiology'], roundLimit: 3, reviewDeadline: 5000, adoption: {} };
const now = 1000;

const opened = ['dossier', { caseOpened: { sheet } }];
const consent = ['logistics', { consentRecorded: { date: '2026-11-01' } }];
const filed = (id = 'doc1', more) => ['quarantine', { documentFiled: { document: document(id, more) } }];
const checked = (id, more = {}) => ['quarantine', { itemChecked: { item: { id, title: id, required: true, state: 'present',
  document: 'doc1', ...more } } }];
const invited = (person, role, discipline, institution = 'Klinik') => ['logistics',
  { memberInvited: { member: { ...member(person, role, discipline), institution } } }];
const declared = (person, statement) => ['logistics', { conflictsDeclared: { person, ...(statement ? { statement } : {}) } }];

const ready = [
  opened, consent, filed(), checked('imaging'), checked('examination'),
  invited('p-a', 'chair', 'radiology'), invited('p-b', 'reviewer', 'surgery', 'Andere Klinik'), invited('p-c', 'reviewer', 'pathology'),
  declared('p-a'), declared('p-b'), declared('p-c'),
];
const codes = (story, more = {}) => lacks(stateAfter(...story), { ...settings, ...more }, now).map(({ code }) => code);
const without = (...gone) => ready.filter(step => !gone.includes(step));

test('a case with everything lacks nothing', () => assert.deepEqual(codes(ready), []));

test('a new case lacks consent, documents, every item of its template, a chair, three members, a deadline', () => {
  assert.deepEqual(codes([opened], { requiredDisciplines: [], reviewDeadline: null }),
    ['consent', 'documents', 'item', 'item', 'chair', 'panel', 'deadline']);
});

test('an unclassified part is in the way, a conclusion alone is no document to read', () => {
  const unclassified = filed('doc2', { parts: [{ ...document('doc2').parts[0], nature: 'unclassified' }] });
  assert.deepEqual(codes([...ready, unclassified]), ['unclassified']);
  const conclusion = filed('doc1', { parts: [{ ...document('doc1').parts[0], nature: 'conclusion' }] });
  assert.deepEqual(codes(ready.map(step => (step === ready[2] ? conclusion : step))), ['documents', 'item', 'item']);
});

test('what the board cannot read needs a released translation by a human', () => {
  const part = { ...document('doc2').parts[0], language: 'fr' };
  const translation = { id: 't1', language: 'de-AT', translator: 'M', isMachine: false, isReleased: true, content: ['h', 1], length: 1 };
  assert.equal(needsTranslation(part, 'de'), true);
  assert.equal(needsTranslation({ ...part, translations: [translation] }, 'de'), false);
  assert.equal(needsTranslation({ ...part, translations: [{ ...translation, isReleased: false }] }, 'de'), true);
  assert.equal(needsTranslation({ ...part, translations: [{ ...translation, isMachine: true }] }, 'de'), true);
  assert.equal(needsTranslation({ ...part, nature: 'conclusion' }, 'de'), false);
  assert.equal(needsTranslation({ ...part, mediaType: 'image/png' }, 'de'), false);
  assert.deepEqual(codes([...ready, filed('doc2', { parts: [part] })]), ['untranslated']);
});

test('an item whose document was removed is open again, one that cannot be obtained is not', () => {
  const removed = ['quarantine', { documentRemoved: { document: 'doc1', reason: 'twice' } }];
  assert.deepEqual(codes([...ready, filed('doc2'), removed]), ['item', 'item']);
  const reason = { state: 'not-obtainable', document: undefined, reason: 'never made' };
  assert.deepEqual(codes([...ready, filed('doc2'), removed, checked('imaging', reason), checked('examination', reason)]), []);
});

test('a laboratory series answers an item as long as it is filed', () => {
  const series = ['quarantine', { seriesFiled: { series: { id: 's1', analyte: 'CEA', points: [] } } }];
  const answered = checked('imaging', { document: undefined, series: 's1' });
  assert.deepEqual(codes([...without(ready[3]), answered]), ['item']);
  assert.deepEqual(codes([...without(ready[3]), series, answered]), []);
});

test('an item a coordinator added is asked for only when it is required', () => {
  assert.deepEqual(codes([...ready, checked('extra', { state: 'missing', document: undefined })]), ['item']);
  assert.deepEqual(codes([...ready, checked('extra', { state: 'missing', document: undefined, required: false })]), []);
});

test('members who have not declared and members with a conflict are named', () => {
  const story = [...without(ready[8], ready[9]), declared('p-b', 'I treated the patient')];
  const found = lacks(stateAfter(...story), settings, now);
  assert.deepEqual(found.map(({ code, member: { person } }) => [code, person]), [['conflict', 'p-b'], ['undeclared', 'p-a']]);
});

test('one institution alone needs its reason', () => {
  const alike = ready.map(step => (step === ready[6] ? invited('p-b', 'reviewer', 'surgery') : step));
  assert.deepEqual(codes(alike), ['institutions']);
  assert.deepEqual(codes(alike, { singleInstitutionReason: 'Nobody else treats this' }), []);
});

test('settings that cannot hold are named: a past deadline, a discipline nobody has, a quorum above the panel, no rounds', () => {
  assert.deepEqual(codes(ready, { reviewDeadline: now }), ['deadline']);
  assert.deepEqual(codes(ready, { requiredDisciplines: ['urology'] }), ['uncovered']);
  assert.deepEqual(codes(ready, { quorum: 4 }), ['quorum']);
  assert.deepEqual(codes(ready, { quorum: 3 }), []);
  assert.deepEqual(codes(ready, { roundLimit: 0 }), ['rounds']);
});

test('the usual quorum is two thirds, at least three', () => {
  assert.deepEqual([3, 4, 5, 6, 7, 9].map(usualQuorum), [3, 3, 4, 4, 5, 6]);
});

test('a deputy declares like the panel, and without a method nothing can be voted on', () => {
  const deputy = invited('p-d', 'deputy', 'radiology');
  assert.deepEqual(codes([...ready, deputy]), ['undeclared']);
  assert.deepEqual(codes([...ready, deputy, declared('p-d', 'kin')]), ['conflict']);
  assert.deepEqual(codes([...ready, deputy, declared('p-d')]), []);
  assert.deepEqual(codes(ready, { methods: [] }), ['methods']);
});
