/** Each command's events, said without most of the rules: the real ones are the server's. */
import { Refusal, salt } from './board.js';
import { openRound, outcome, recordOf, reveal } from './releases.js';

const own = (one, { person, at }, event) => {
  if (one.events('own', person).length === 0) one.append('own', { opened: { salt: salt() } }, at, person);
  one.append('own', event, at, person);
};

const phase = (one, to, at) => {
  one.facts.phase = to;
  one.append('dossier', { phaseChanged: { to } }, at);
};

const require = (holds, code, detail) => { if (!holds) throw new Refusal(code, detail); };
const inPhase = (one, ...phases) => require(phases.includes(one.facts.phase), 'phase-forbids', one.facts.phase);

function part(one, id, nature, language, body, slice) {
  const isText = body.text !== undefined;
  const text = isText ? (slice ? body.points.slice(slice.start, slice.end).join('') : body.text) : null;
  const blob = one.store(isText ? text : body.bytes);
  one.facts.documents.set(id, blob[0]);
  const told = isText ? { mediaType: 'text/plain', length: [...text].length } : { mediaType: body.mediaType };
  return { id, nature, language, content: blob, ...told, translations: [] };
}

export const commands = {
  openCase(one, { person, at, payload }) {
    one.facts.coordinator = person;
    one.members.set(person, { person, name: 'Beate Krämer-Lund', role: 'coordinator', institution: 'Klinikum Nordhafen' });
    one.facts.sheet = payload.sheet;
    one.filed = [];
    one.filedSeries = [];
    one.items = new Map();
    one.append('dossier', { caseOpened: payload }, at);
    one.append('quarantine', { opened: { salt: salt() } }, at);
  },
  recordConsent: (one, { at, payload }) => one.append('logistics', { consentRecorded: payload }, at),
  invite(one, { at, payload }) {
    one.members.set(payload.member.person, payload.member);
    one.append('logistics', { memberInvited: payload }, at);
  },
  fileDocument(one, { at, payload, body }) {
    const { nature, segments, language, ...rest } = payload;
    const parts = segments
      ? segments.map(segment => part(one, segment.id, segment.nature, language, body, segment))
      : [part(one, payload.id, nature ?? 'unclassified', language, body)];
    const document = { ...rest, parts };
    one.filed.push(document);
    one.append('quarantine', { documentFiled: { document } }, at);
    if (one.facts.phase !== 'intake') publish(one, document, at, true);
  },
  fileTranslation(one, { at, payload, body }) {
    const { part: of, ...rest } = payload;
    const found = one.filed.flatMap(({ parts }) => parts).find(({ id }) => id === of);
    const content = one.store(body.text);
    one.facts.documents.set(payload.id, content[0]);
    const translation = { ...rest, isReleased: false, content, length: [...body.text].length };
    found.translations.push(translation);
    one.append('quarantine', { translationFiled: { part: of, translation } }, at);
  },
  releaseTranslation(one, { person, at, payload }) {
    const all = one.filed.flatMap(({ parts }) => parts).flatMap(({ translations }) => translations);
    all.find(({ id }) => id === payload.id).isReleased = true;
    one.append('quarantine', { translationReleased: { ...payload, by: person } }, at);
  },
  fileSeries(one, { at, payload }) {
    one.filedSeries.push(payload.series);
    one.append('quarantine', { seriesFiled: payload }, at);
  },
  transcribeFirstOpinion(one, { person, at, payload }) {
    const content = one.store({ salt: salt(), opinion: payload.opinion });
    one.facts.first = { ...payload.opinion, content };
    one.append('quarantine', { firstOpinionTranscribed: { ...payload, content, by: person } }, at);
  },
  checkItem(one, { at, payload }) {
    one.items.set(payload.item.id, payload.item);
    one.append('quarantine', { itemChecked: payload }, at);
  },
  declareConflicts(one, context) {
    inPhase(one, 'intake');
    own(one, context, { conflictsDeclared: context.payload });
    one.append('logistics', { conflictsDeclared: { person: context.person, ...context.payload } }, context.at);
  },
  freezePanel(one, { person, at, payload }) {
    for (const document of one.filed) publish(one, document, at, false);
    for (const series of one.filedSeries) {
      const isPublished = one.published.has(series.document);
      const { document, ...rest } = series;
      one.append('dossier', { seriesPublished: { series: isPublished ? series : rest, isLate: false } }, at);
    }
    one.append('dossier', { checklistPublished: { items: [...one.items.values()] } }, at);
    one.facts.settings = payload.settings;
    one.append('dossier', { panelFrozen: { ...payload, sheet: one.store({ salt: salt() })[0], by: person } }, at);
    one.facts.names = names('R', one);
    phase(one, 'review', at);
  },
  extendDeadline: (one, { at, payload }) => one.append('dossier', { deadlineExtended: { ...payload, office: 'coordinator' } }, at),
  remind: (one, { person, at, payload }) => one.append('logistics', { reminded: { ...payload, by: person } }, at),
  assignSlot: (one, { at, payload }) => one.append('dossier', { slotAssigned: payload }, at),
  annotate(one, context) {
    own(one, context, { annotated: { ...context.payload, isAfterReveal: Boolean(one.facts.reveal) } });
    return { revision: 1 };
  },
  amendAnnotation(one, context) {
    const revision = context.payload.revision + 1;
    own(one, context, { annotationAmended: { ...context.payload, revision, isAfterReveal: Boolean(one.facts.reveal) } });
    return { revision };
  },
  deleteAnnotation: (one, context) => own(one, context, { annotationDeleted: { id: context.payload.id } }),
  markRead: (one, context) => own(one, context, { partRead: context.payload }),
  stateOpinion(one, context) {
    inPhase(one, 'review');
    const { answer } = context.payload;
    require(!answer.value || answer.citations.length > 0, 'incomplete', 'citations');
    const revision = context.payload.revision + 1;
    own(one, context, { opinionStated: { ...context.payload, revision } });
    return { revision };
  },
  seal(one, context) {
    inPhase(one, 'review');
    const events = one.events('own', context.person);
    require(context.payload.own === events.length, 'stale', 'own');
    const sealed = packageOf(one, events);
    one.facts.sealed.set(context.person, sealed);
    const dossier = one.events('dossier').length;
    own(one, context, { sealed: { opinion: sealed.opinion, pages: sealed.pages, values: sealed.values, dossier } });
    one.append('logistics', { sealed: { person: context.person } }, context.at);
    if (panel(one).every(({ person }) => one.facts.sealed.has(person))) commands.elapse(one, context);
    return { opinion: sealed.opinion[0] };
  },
  elapse(one, { at }) {
    one.facts.phase = 'discussion';
    reveal(one, at);
  },
  recuse(one, context) {
    one.facts.recused.add(context.person);
    own(one, context, { recused: context.payload });
    one.append('logistics', { recused: { person: context.person, ...context.payload } }, context.at);
  },
  castBallot(one, context) {
    inPhase(one, 'voting');
    const { round, optionSet, choices, reasons = {}, nonce } = context.payload;
    const text = JSON.stringify(['consilium.ballot.1', one.id, round, optionSet, one.facts.voters.get(context.person), choices, nonce]);
    const commitment = one.store(text)[0];
    const cast = { round, text, commitment, choices, reasons };
    one.facts.votes.set(context.person, [...one.facts.votes.get(context.person) ?? [], cast]);
    own(one, context, { ballotCast: cast });
    return { commitment };
  },
  postComment: said('commented'),
  raiseDiscrepancy(one, context) {
    one.facts.subjects.push({ id: context.payload.discrepancy.id, subject: context.payload.discrepancy.subject });
    said('discrepancyRaised')(one, context);
  },
  assessDiscrepancy: said('discrepancyAssessed'),
  settleDiscrepancy: said('discrepancySettled'),
  amendOpinion(one, { person, at, payload }) {
    one.append('board', { opinionAmended: { as: one.facts.names.get(person), ...payload } }, at);
  },
  proposeOption(one, context) {
    (one.facts.options ??= new Map()).set(context.payload.option.id, context.payload.option);
    said('optionProposed')(one, context);
  },
  withdrawOption: said('optionWithdrawn'),
  openVoting(one, context) {
    one.facts.round = context.payload.round;
    one.facts.voters = names('V', one);
    one.facts.votes = new Map();
    phase(one, 'voting', context.at);
    said('votingOpened')(one, context);
  },
  closeRound(one, { at }) {
    inPhase(one, 'voting');
    phase(one, one.facts.draft ? 'drafting' : 'discussion', at);
    openRound(one, panel(one), at);
  },
  stateMinority: said('minorityStated'),
  beginDrafting: (one, { at }) => phase(one, 'drafting', at),
  writeDraft(one, { person, at, payload }) {
    one.facts.draft = { ...payload, ...outcome(payload.draft, one.facts.first?.values ?? {}), by: person };
    one.append('board', { drafted: one.facts.draft }, at);
  },
  returnToDiscussion(one, context) {
    phase(one, 'discussion', context.at);
    said('discussionReopened')(one, context);
  },
  openSignOff(one, context) {
    phase(one, 'signOff', context.at);
    said('signOffOpened')(one, context);
  },
  respond: said('responded'),
  sign(one, { person, at, payload, body }) {
    require(body?.password !== 'wrong', 'password-mismatch');
    const mine = one.events('board').findLast(({ event }) => event.responded?.by === person);
    require(mine, 'incomplete', 'response');
    one.append('board', { signed: { ...payload, by: person, attestsOnly: mine.event.responded.response.position === 'dissent', at } }, at);
  },
  conclude(one, { person, at }) {
    const record = one.store(recordOf(one, person, at));
    one.facts.record = { record, signature: 'MEUCIQDx3Wd0u9Yf0Vq3x8VnQ8e6Kc1m9T2b4h7s5d3f1g0aAIgQ2', publicKey: '-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE4nZJQ0vT8bq3\n-----END PUBLIC KEY-----\n' };
    phase(one, 'signed', at);
    one.append('board', { recorded: { ...one.facts.record, by: person } }, at);
  },
  addAddendum: said('addendumAdded'),
  deliver(one, { at }) {
    phase(one, 'delivered', at);
    const recipients = [...one.members.values()].filter(({ role }) => role === 'recipient').map(({ person }) => person);
    one.append('delivery', { delivered: { ...one.facts.record, recipients } }, at);
  },
  acknowledge: (one, { person, at }) => one.append('delivery', { acknowledged: { by: person } }, at),
  withdraw(one, { at, payload }) {
    one.append('dossier', { withdrawn: payload }, at);
    phase(one, 'withdrawn', at);
  },
};

function said(type) {
  return (one, { person, at, payload }) => one.append('board', { [type]: { ...payload, by: person } }, at);
}

export const panel = one => [...one.members.values()]
  .filter(({ person, role }) => (role === 'reviewer' || role === 'chair') && !one.facts.recused.has(person));

const names = (letter, one) => new Map(panel(one)
  .map(({ person }, index, all) => [person, `${letter}-${String.fromCharCode(65 + ((index * 3 + 2) % all.length))}`]));

function publish(one, document, at, isLate) {
  const parts = document.parts.filter(({ nature }) => nature === 'primary');
  if (parts.length === 0) return;
  (one.published ??= new Set()).add(document.id);
  one.append('dossier', { documentPublished: { document: { ...document, parts }, isLate } }, at);
}

function packageOf(one, events) {
  const [notes, answers] = [new Map(), {}];
  for (const { event } of events) {
    if (event.annotated ?? event.annotationAmended) {
      const { annotation } = event.annotated ?? event.annotationAmended;
      notes.set(annotation.id, annotation);
    }
    if (event.annotationDeleted) notes.delete(event.annotationDeleted.id);
    if (event.opinionStated) answers[event.opinionStated.dimension] = event.opinionStated.answer;
  }
  const bySource = Object.entries(Object.groupBy
    ? Object.groupBy([...notes.values()], ({ target }) => target.part ?? target.series)
    : group([...notes.values()]));
  let number = 0;
  const pages = bySource.map(([, list]) => one.store({
    salt: salt(), entries: list.map(({ id, ...rest }) => ({ number: ++number, ...rest })),
  }));
  const opinion = one.store({ salt: salt(), answers, annotationCount: number, pages: bySource.map(([source]) => [source]) });
  const dimensions = Object.fromEntries(Object.entries(answers).filter(([, { value }]) => value).map(([key, { value }]) => [key, value]));
  return { opinion, pages, answers, values: { dimensions, findings: [...notes.values()].flatMap(({ finding }) => finding ?? []) } };
}

function group(list) {
  const found = {};
  for (const one of list) (found[one.target.part ?? one.target.series] ??= []).push(one);
  return found;
}
