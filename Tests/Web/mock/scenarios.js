/** The demonstration's cases, and copies of the third taken on to the phases that follow. */
import { MockCase } from './board.js';
import { json } from './script.js';

const folders = { 'case-1': 'case-1-rectum', 'case-2': 'case-2-mamma', 'case-3': 'case-3-leber' };

export const people = json('people.json');

export function scenarios() {
  const cases = new Map(Object.entries(folders).map(([id, folder]) => [id, play(id, folder)]));
  const later = { drafting: draft, signing: signing, signed: conclude, delivered: deliver };
  for (const [id, step] of Object.entries(later)) cases.set(id, step(play(id, folders['case-3'])));
  cases.set('intake', play('intake', folders['case-1'], steps => steps.filter(({ command }) => !command?.freezePanel && !command?.declareConflicts)));
  cases.set('last', allButOne(play('last', folders['case-1'])));
  cases.set('reopened', lateSource(sealOne(play('reopened', folders['case-1']))));
  return cases;
}

function play(id, folder, choose = steps => steps) {
  const script = json(`${folder}/script.json`);
  return new MockCase(id).play({ ...script, steps: choose(script.steps) }, folder);
}

const panel = one => [...one.members.values()].filter(({ role }) => role === 'reviewer' || role === 'chair').map(({ person }) => person);
const chairOf = one => [...one.members.values()].find(({ role }) => role === 'chair').person;

function draft(one) {
  const chair = chairOf(one);
  const { recommendation } = json('case-3-leber/expected.json');
  one.perform('m3', { castBallot: ballot(2, { 'c3-o1': 7, 'c3-o2': 5, 'c3-o3': 5, 'c3-o4': 2 }) });
  one.perform(chair, { closeRound: { round: 2 } });
  one.perform(chair, { beginDrafting: {} });
  const values = Object.fromEntries(Object.entries(recommendation.values).map(([dimension, { coded, text }]) => [dimension, {
    ...(coded ? { system: coded.system } : {}), codes: coded?.codes ?? [], ...(text ? { text: text.de } : {}),
  }]));
  const first = one.facts.first.values;
  const judged = Object.fromEntries(Object.keys(values).filter(dimension => first[dimension]
    && !(values[dimension].codes.length && first[dimension].codes.length)).map(dimension => [dimension, 'different']));
  one.perform(chair, {
    writeDraft: {
      draft: {
        version: 1, text: 'Das Board empfiehlt die Listung zur Lebertransplantation mit Überbrückung durch TACE; bei Gefäßnähe stereotaktische Bestrahlung. Vor der Listung ist der 9-mm-Fokus in Segment III zu klären.',
        options: ['c3-o1'], values, residualUncertainty: 'Der 9-mm-Fokus in Segment III ist nicht bewiesen. Ist er ein HCC, sind die Mailand-Kriterien überschritten.',
        patientPreference: 'Möchte so lange wie möglich zu Hause leben.', judged,
      },
    },
  });
  return one;
}

const ballot = (round, choices) => ({ round, optionSet: 'c3-os1', choices, reasons: {}, nonce: '0'.repeat(64) });

function signing(one) {
  draft(one);
  const chair = chairOf(one);
  one.perform(chair, { openSignOff: { version: 1 } });
  one.perform('m4', { respond: { response: { version: 1, position: 'dissent', alternative: 'Minimalinvasive rechts-posteriore Sektorektomie im erfahrenen Zentrum, Transplantation als Reserve.', reasons: 'Die Resektion entfernt den bewiesenen Tumor jetzt; die Wartezeit auf ein Organ ist nicht gesichert.' } } });
  one.perform('m4', { sign: { version: 1 } });
  one.perform('m2', { respond: { response: { version: 1, position: 'concur', comment: 'MRT des Fokus in Segment III innerhalb von sechs Wochen.' } } });
  one.perform('m2', { sign: { version: 1 } });
  return one;
}

function conclude(one) {
  signing(one);
  for (const person of panel(one).filter(id => !['m4', 'm2', 'm7'].includes(id))) {
    one.perform(person, { respond: { response: { version: 1, position: 'concur' } } });
    one.perform(person, { sign: { version: 1 } });
  }
  one.perform(chairOf(one), { conclude: { version: 1 } });
  return one;
}

function deliver(one) {
  conclude(one);
  one.perform('m2', { addAddendum: { text: 'Das MRT vom heutigen Tag bestätigt einen regenerativen Knoten in Segment III.' } });
  one.perform(one.facts.coordinator, { deliver: {} });
  return one;
}

/** Everybody has sealed but one reviewer, whose seal reveals. */
function allButOne(one, last = 'm2') {
  for (const person of panel(one).filter(id => id !== last)) sealOne(one, person);
  return one;
}

/** One reviewer has sealed. */
function sealOne(one, person = 'm2') {
  const part = 'c1-d02';
  const version = one.facts.documents.get(part);
  const dimensions = ['diagnosis', 'stage', 'indicationForTreatment', 'intent', 'primaryModality', 'scope', 'sequence', 'agentsDose', 'supportiveCare', 'trialOption'];
  const citations = [{ part, version }];
  const known = { value: { system: 'intent', codes: ['curative'] }, confidence: 7, rationale: 'Heilung ist erreichbar.', citations };
  for (const dimension of dimensions) {
    const answer = dimension === 'intent' ? known : { rationale: 'Fachfremd.', citations };
    one.perform(person, { stateOpinion: { dimension, answer, revision: 0 } });
  }
  one.perform(person, { seal: { own: one.events('own', person).length } });
  return one;
}

/** A source that came after the freeze gives the right to seal anew. */
function lateSource(one) {
  const text = 'MRT der Leber: Der Herd in Segment VI ist eine Zyste ohne Anreicherung.\n';
  one.perform(one.facts.coordinator, { fileDocument: { id: 'late-1', title: 'MRT Leber', kind: 'imaging-report', institution: 'Kreisklinik Tannbrunn', date: new Date().toISOString().slice(0, 10), language: 'de', nature: 'primary' } }, Date.now(), { text, points: [...text], mediaType: 'text/plain' });
  return one;
}
