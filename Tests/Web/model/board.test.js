import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differingFields, inThreads, minorityHolders, positionOf, threads } from '../../../web-static/js/model/discrepancies.js';
import { duties } from '../../../web-static/js/model/duties.js';
import { isReidentified, memberOf, panelOf } from '../../../web-static/js/model/people.js';
import { addendaOf } from '../../../web-static/js/model/delivery.js';
import { may } from '../../../web-static/js/model/permissions.js';
import { phaseTimer, stepOf } from '../../../web-static/js/model/phases.js';
import { assemble, broken, hashesOf, pagesAbout } from '../../../web-static/js/model/published.js';
import { missingInDraft, missingToConclude, signOffStanding } from '../../../web-static/js/model/recommendation.js';
import { ballot, hexadecimal, legible, letter, missingInBallot, methodsOf, openRound, ownChoice, plain, roundsLeft, thresholdOf, voterOf } from '../../../web-static/js/model/voting.js';
import { deputyOf, vacancies } from '../../../web-static/js/model/seats.js';
import { frozen, hash, member, phase, revealed, round, stateAfter } from './happenings.js';

const computed = [{
  id: 'd1', subject: { field: 'MSI' },
  positions: [
    { holders: ['first-opinion'], value: { system: 'finding', codes: ['MSS'] } },
    { holders: ['R-A', 'R-B'], value: { system: 'finding', codes: ['MSI-H'] } },
  ],
}];

test('a thread holds what was computed, said, assessed and settled about one discrepancy', () => {
  const state = stateAfter(
    revealed(),
    ['board', { discrepancyRaised: { discrepancy: { id: 'x1', subject: { dimension: 'scope' }, positions: [], statement: 'Boost?' }, by: 'p-b' } }],
    ['board', { commented: { comment: { id: 'k1', discrepancy: 'd1', text: 'Two methods' }, by: 'p-a' } }],
    ['board', { discrepancyAssessed: { id: 'd1', kind: 'detection', severity: '3b', by: 'p-c' } }],
    ['board', { discrepancySettled: { id: 'd1', status: 'resolved', conclusion: 'MSI-H', by: 'p-c' } }],
  );
  const [first, second] = threads(state, computed);
  assert.deepEqual([first.kind, first.severity, first.status, first.conclusion], ['detection', '3b', 'resolved', 'MSI-H']);
  assert.equal(first.comments.length, 1);
  assert.deepEqual([second.raisedBy, second.status], ['p-b', 'open']);
  assert.deepEqual([...differingFields(computed)], ['MSI']);
});

test('positions are looked up by holder, and the fewer are the minority', () => {
  assert.deepEqual(positionOf(computed[0], 'R-B').codes, ['MSI-H']);
  assert.equal(positionOf(computed[0], 'R-C'), null);
  assert.deepEqual(minorityHolders(computed[0]), ['first-opinion']);
  assert.deepEqual(minorityHolders({ positions: [{ holders: ['R-A'] }, { holders: ['R-B'] }] }), []);
});

test('replies stand behind what they answer, whatever came between', () => {
  const comments = [{ id: 'a' }, { id: 'b' }, { id: 'c', replyTo: 'a' }, { id: 'd', replyTo: 'c' }, { id: 'e', replyTo: 'gone' }];
  assert.deepEqual(inThreads(comments).map(({ id, depth }) => id + depth), ['a0', 'c1', 'd1', 'b0', 'e0']);
});

test('a discipline re-identifies its only member', () => {
  const state = stateAfter(revealed());
  assert.equal(isReidentified(state, 'R-A'), true);
  assert.equal(isReidentified(state, 'R-B'), false);
  assert.equal(memberOf(state, 'p-c').role, 'chair');
  assert.equal(memberOf(state, 'p-x').name, 'p-x');
});

test('a reveal names what must be there before anything of it is shown, and a broken part is shown as such', () => {
  const { reveal } = stateAfter(revealed()).board;
  assert.deepEqual(hashesOf(reveal), [hash('1'), hash('4'), hash('5'), hash('6')]);
  const opinion = { answers: {}, pages: [['doc1-s1'], ['doc2-s1', 'lab1']] };
  const content = assemble(reveal, new Map([[hash('1'), opinion], [hash('4'), broken], [hash('5'), { opinion: { values: {} } }], [hash('6'), computed]]));
  assert.equal(content.opinions['R-B'].isBroken, true);
  assert.equal(content.isBroken, true);
  assert.deepEqual(content.firstOpinion, { values: {} });
  assert.deepEqual(pagesAbout(reveal, content.opinions, ['lab1']), [{ pseudonym: 'R-A', hash: hash('3') }]);
  assert.deepEqual(pagesAbout(reveal, {}, ['lab1']).length, 2);
});

const voting = [frozen(), revealed(), phase('voting', 3500), ['board', { votingOpened: { round: round(1), by: 'p-c' } }, 3600]];

test('the timer runs in review and in a round that has an end, and nowhere else', () => {
  assert.deepEqual(phaseTimer(stateAfter(frozen(), phase('review', 1000))), { starts: 1000, ends: 5000, of: 'review' });
  assert.deepEqual(phaseTimer(stateAfter(...voting)), { starts: 3600, ends: 9000, of: 'voting' });
  assert.equal(phaseTimer(stateAfter(frozen(), phase('review'), ['dossier', { deadlineBreached: { deadline: 5000 } }])), null);
  assert.equal(phaseTimer(stateAfter(...voting, phase('discussion'))), null);
  assert.equal(stepOf('delivered'), 'signed');
  assert.equal(stepOf('withdrawn'), null);
});

test('a ballot lacks every option not chosen, and the reason of a no', () => {
  const state = stateAfter(...voting);
  assert.deepEqual(missingInBallot(openRound(state), { o1: 7 }), [{ option: 'o2', lack: 'choice' }]);
  const adoption = round(2, { method: 'adoption', options: ['o1'] });
  assert.deepEqual(missingInBallot(adoption, { o1: 'no' }, { o1: ' ' }), [{ option: 'o1', lack: 'reason' }]);
  assert.deepEqual(missingInBallot(adoption, { o1: 'abstain' }), []);
  assert.deepEqual(ballot(openRound(state), { o1: 7, o2: 3 }, { o1: ' ', o2: ' Gradient ' }, 'ff'), {
    round: 1, optionSet: 'os1', choices: { o1: 7, o2: 3 }, nonce: 'ff', reasons: { o2: 'Gradient' },
  });
  assert.equal(hexadecimal(new Uint8Array([0, 15, 255])), '000fff');
});

test('the last ballot of a round counts, and its text names the voter', () => {
  const cast = (choice, commitment) => ['own', {
    ballotCast: { round: 1, text: `["consilium.ballot.1","c7",1,"os1","V-B",{"o1":${choice}},"ff"]`, commitment, choices: { o1: choice }, reasons: {} },
  }];
  const state = stateAfter(...voting, cast(3, hash('7')), cast(8, hash('8')));
  assert.equal(ownChoice(state, 1, 'o1'), 8);
  assert.equal(voterOf(state.own.ballots[0]), 'V-B');
  assert.equal(roundsLeft(state, 'appropriateness'), 2);
  assert.deepEqual([letter(0), letter(25), letter(26)], ['A', 'Z', 'AA']);
});

test('a printed figure is read without the zeros that only fill its places', () => {
  assert.deepEqual(['8.0000', '6.1000', '0.1639', '10', '100.0000', '7'].map(plain), ['8', '6.1', '0.1639', '10', '100', '7']);
  assert.deepEqual(legible({ option: 'o1', median: '8.0000', distribution: [1] }), { option: 'o1', median: '8', distribution: [1] });
});

test('a draft lacks the judgement of what no machine compares', () => {
  const firstValues = { intent: { system: 'intent', codes: ['curative'] }, scope: { codes: [], text: 'Wide' } };
  const draft = { text: 'We recommend', values: { intent: firstValues.intent, scope: { codes: [], text: 'Narrow' } }, judged: {} };
  assert.deepEqual(missingInDraft(draft, firstValues), ['scope']);
  assert.deepEqual(missingInDraft({ ...draft, judged: { scope: 'different' } }, firstValues), []);
  assert.deepEqual(missingInDraft({ text: ' ', values: {}, judged: {} }, firstValues), ['text', 'values']);
  assert.deepEqual(missingInDraft({ text: 'x', values: {}, judged: {} }, {}), []);
});

test('concluding waits for the chair and one signature per required discipline; silence stays visible', () => {
  const story = [
    frozen(), revealed(), phase('signOff'), ['board', { signOffOpened: { version: 1, by: 'p-c' } }],
    ['board', { responded: { response: { version: 1, position: 'dissent' }, by: 'p-a' } }],
    ['board', { signed: { version: 1, by: 'p-a', attestsOnly: true, at: 1 } }],
  ];
  const state = stateAfter(...story);
  assert.deepEqual(missingToConclude(state), ['chair', 'surgery']);
  assert.deepEqual(signOffStanding(state).map(({ response, signature }) => [response?.position ?? null, Boolean(signature)]),
    [['dissent', true], [null, false], [null, false]]);
  const complete = stateAfter(...story, ['board', { signed: { version: 1, by: 'p-c', attestsOnly: false, at: 2 } }]);
  assert.deepEqual(missingToConclude(complete), []);
  assert.deepEqual(duties(complete, { role: 'chair', person: 'p-c' }).map(({ kind }) => kind), ['respond', 'conclude']);
});

test('a case asks of each what their office and the phase ask', () => {
  const kinds = (state, role, person = 'p-a') => duties(state, { role, person, now: 0 }).map(({ kind }) => kind);
  assert.deepEqual(kinds(stateAfter(), 'reviewer'), ['declareConflicts']);
  assert.deepEqual(kinds(stateAfter(), 'coordinator'), ['prepare']);
  assert.deepEqual(kinds(stateAfter(frozen(), phase('review')), 'reviewer'), ['seal']);
  assert.deepEqual(kinds(stateAfter(...voting), 'chair'), ['vote']);
  assert.deepEqual(kinds(stateAfter(...voting), 'observer'), []);
  const delivered = ['delivery', { delivered: { record: [hash('9'), 9], recipients: ['p-r'] } }];
  assert.deepEqual(kinds(stateAfter(delivered), 'recipient', 'p-r'), ['acknowledge']);
  assert.deepEqual(kinds(stateAfter(delivered, ['delivery', { acknowledged: { by: 'p-r' } }]), 'recipient', 'p-r'), []);
});

test('a command is offered only to the office and in the phase that have it, and to nobody who recused', () => {
  const review = stateAfter(frozen(), phase('review'));
  assert.equal(may('seal', 'reviewer', review), true);
  assert.equal(may('seal', 'coordinator', review), false);
  assert.equal(may('castBallot', 'reviewer', review), false);
  assert.equal(may('whatever', 'chair', review), false);
  assert.equal(may('seal', 'reviewer', stateAfter(frozen(), phase('review'), ['own', { recused: { reason: 'Kin' } }])), false);
});

test('the chair extends only what has run out, and a deputy declares also after the freeze', () => {
  const review = [frozen(), phase('review')];
  assert.equal(may('extendDeadline', 'coordinator', stateAfter(...review)), true);
  assert.equal(may('extendDeadline', 'chair', stateAfter(...review)), false);
  assert.equal(may('extendDeadline', 'chair', stateAfter(...review, ['dossier', { deadlineBreached: { deadline: 5000 } }])), true);
  assert.equal(may('declareConflicts', 'deputy', stateAfter(...review)), true);
  assert.equal(may('declareConflicts', 'reviewer', stateAfter(...review)), false);
  assert.deepEqual(duties(stateAfter(...review), { role: 'deputy', person: 'p-d' }).map(({ kind }) => kind), ['declareConflicts']);
});

const signedByTwo = [
  frozen(), revealed(), phase('signOff'), ['board', { signOffOpened: { version: 1, by: 'p-c' } }],
  ...['p-a', 'p-c'].flatMap(by => [['board', { responded: { response: { version: 1, position: 'concur' }, by } }],
    ['board', { signed: { version: 1, by, attestsOnly: false, at: 4000 } }]]),
];

test('who stood down is named and keeps what they said, but signs no more; who sits in their place must', () => {
  assert.deepEqual(missingToConclude(stateAfter(...signedByTwo)), []);
  const deputy = { ...member('p-d', 'reviewer', 'radiology') };
  const state = stateAfter(...signedByTwo, ['board', { stoodDown: { by: 'p-a' } }],
    ['board', { seated: { member: deputy, principal: 'p-a' } }]);
  assert.deepEqual(panelOf(state).map(({ person }) => person), ['p-a', 'p-b', 'p-c', 'p-d']);
  assert.deepEqual(missingToConclude(state), ['radiology']);
  const [gone] = signOffStanding(state);
  assert.deepEqual([gone.hasStoodDown, gone.signature, gone.response.position], [true, null, 'concur']);
  assert.equal(memberOf(state, 'p-d').name, 'Dr. p-d');
});

test('a chair who was appointed is the chair, and the one before is not', () => {
  const state = stateAfter(...signedByTwo, ['board', { stoodDown: { by: 'p-c' } }],
    ['board', { seated: { member: member('p-b', 'chair', 'surgery') } }]);
  assert.equal(memberOf(state, 'p-b').role, 'chair');
  assert.deepEqual(missingToConclude(state), ['chair', 'surgery']);
});

test('the coordinator sees whose seat is empty, and who stands ready', () => {
  const invited = (person, role, discipline, more = {}) => ['logistics',
    { memberInvited: { member: { ...member(person, role, discipline), ...more } } }];
  const story = [invited('p-a', 'reviewer', 'radiology'), invited('p-b', 'chair', 'surgery'),
    invited('p-d', 'deputy', 'radiology', { deputyFor: 'p-a' })];
  const names = state => vacancies(state).map(({ person }) => person);
  assert.deepEqual(names(stateAfter(...story)), []);
  assert.equal(deputyOf(stateAfter(...story), 'p-a').person, 'p-d');
  const gone = [...story, ['logistics', { recused: { person: 'p-a', reason: 'Kin' } }]];
  assert.deepEqual(names(stateAfter(...gone)), ['p-a']);
  const seated = [...gone, ['logistics', { deputySeated: { person: 'p-d', principal: 'p-a', role: 'reviewer' } }]];
  assert.deepEqual(names(stateAfter(...seated)), []);
  assert.deepEqual(names(stateAfter(...seated, ['logistics', { recused: { person: 'p-d', reason: 'Kin' } }])), ['p-d']);
  const conflicted = ['logistics', { conflictsDeclared: { person: 'p-d', statement: 'Kin' } }];
  assert.equal(deputyOf(stateAfter(...story, conflicted), 'p-a'), null);
});

test('rounds are opened by the methods that were frozen; an older case has both', () => {
  assert.deepEqual(methodsOf(stateAfter(frozen())), ['appropriateness', 'adoption']);
  assert.deepEqual(methodsOf(stateAfter(frozen({ methods: ['adoption'] }))), ['adoption']);
  assert.equal(thresholdOf('awmf.1'), 'awmf');
  assert.equal(thresholdOf('awmf.1/twoThirds'), 'twoThirds');
});

test('addenda are those of the delivery, and of the board where an older version kept them there alone', () => {
  const added = stream => [stream, { addendumAdded: { text: 'Cyst', by: 'p-a' } }];
  assert.equal(addendaOf(stateAfter(added('delivery'))).length, 1);
  assert.equal(addendaOf(stateAfter(added('board'), added('delivery'))).length, 1);
  assert.equal(addendaOf(stateAfter(added('board'))).length, 1);
});
