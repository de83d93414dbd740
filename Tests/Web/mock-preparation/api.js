/** The HTTP answers, in the shapes of docs/PROTOCOL.md section 6. */
import { randomUUID } from 'node:crypto';
import { MockCase } from '../mock/board.js';
import { fileContent, importReport } from './filing.js';

const day = 86_400_000;

export function api({ cases, people }) {
  const tokens = new Map();
  const conferences = new Map();
  const failures = new Map();
  seedConferences(conferences, cases);

  const routes = [
    ['POST', /^session$/, ({ send, body }) => signIn(people, failures, send, body)],
    ['GET', /^session$/, ({ send, person }) => (person ? send(200, whoIs(person)) : send(204))],
    ['DELETE', /^session$/, ({ send }) => send(204, undefined, { 'set-cookie': 'mock=; Path=/; Max-Age=0' })],
    ['GET', /^people$/, ({ send, person }) => (person.rights.length > 0 ? send(200, people) : send(403, { code: 'role-forbids' }))],
    ['GET', /^tokens$/, ({ send, person }) => send(200, tokens.get(person.id) ?? [])],
    ['POST', /^tokens$/, ({ send, person, body }) => {
      const token = { id: randomUUID(), label: body.label, created: Date.now() };
      tokens.set(person.id, [...tokens.get(person.id) ?? [], token]);
      send(201, { id: token.id, token: `ct_${randomUUID().replaceAll('-', '')}` });
    }],
    ['DELETE', /^tokens\/(.+)$/, ({ send, person, parts: [id] }) => {
      tokens.set(person.id, (tokens.get(person.id) ?? []).filter(token => token.id !== id));
      send(204);
    }],
    ['GET', /^boards$/, ({ send, person }) => send(200, {
      cases: mine(cases, person), conferences: [...conferences].filter(([,
        one]) => one.participants.includes(person.id)).map(([id, conference]) => ({ id, conference })),
    })],
    ['POST', /^conferences$/, ({ send, person, body }) => {
      const { agenda, ...rest } = body.schedule;
      conferences.set(body.id, { ...rest, agenda: agenda.map(({ minutes }, index) => ({ number: index + 1, minutes })) });
      for (const [index, item] of agenda.entries()) cases.get(item.case).perform(person.id,
        { assignSlot: { conference: body.id, slot: index + 1 } });
      send(201, { conference: body.id });
    }],
    ['GET', /^conferences\/(.+)$/, ({ send, person, parts: [id] }) => (conferences.get(id)?.participants.includes(person.id)
      ? send(200, { id, conference: conferences.get(id) }) : send(404, { code: 'unknown' }))],
    ['POST', /^cases$/, ({ send, person, body }) => {
      const one = new MockCase(body.id ?? randomUUID());
      cases.set(one.id, one);
      one.perform(person.id, { openCase: body.openCase });
      send(201, { case: one.id });
    }],
    ['GET', /^cases\/([^/]+)$/, ({ send, one, person }) => send(200, summary(one, person))],
    ['GET', /^cases\/([^/]+)\/streams\/(\w+)$/, ({ send, one, person, parts: [, stream] }) => send(200, {
      events: one.events(stream, person.id).map(({ seq, tag, at, event }) => ({ seq, tag, at, event })),
      head: one.position(stream, person.id),
    })],
    ['GET', /^cases\/([^/]+)\/blobs\/(\w+)$/, ({ send, one, parts: [, hash] }) => (one.blobs.has(hash)
      ? send(200, one.blobs.get(hash), { 'content-type': 'application/octet-stream' }) : send(404, { code: 'unknown' }))],
    ['POST', /^cases\/([^/]+)\/(documents|translations)$/, ({ send, one, person, body }) => {
      const { content, ...command } = body;
      send(201, one.perform(person.id, command, Date.now(), fileContent(content)));
    }],
    ['POST', /^cases\/([^/]+)\/commands$/, ({ send, one, person, body }) => send(200, one.perform(person.id, body))],
    ['POST', /^cases\/([^/]+)\/imports$/, ({ send, one, person, text }) => send(200, importReport(one, person.id, JSON.parse(text)))],
  ];

  return async context => {
    const path = context.url.pathname.slice('/api/'.length);
    const isFHIR = context.request.headers['content-type'] === 'application/fhir+json';
    const body = context.text && !isFHIR ? JSON.parse(context.text) : null;
    if (!context.person && !path.startsWith('session')) return context.send(401, { code: 'unauthorized' });
    for (const [method, pattern, run] of routes) {
      const match = method === context.request.method ? pattern.exec(path) : null;
      if (!match) continue;
      const parts = match.slice(1).map(decodeURIComponent);
      const one = path.startsWith('cases/') ? cases.get(parts[0]) : null;
      if (path.startsWith('cases/') && !one?.members.has(context.person.id)) return context.send(404, { code: 'unknown' });
      try { return run({ ...context, body, parts, one }); } catch (error) {
        if (!error.code) throw error;
        return context.send(409, { code: error.code, detail: error.detail });
      }
    }
    return context.send(404, { code: 'unknown' });
  };
}

const whoIs = ({ id, name, login, discipline, institution, rights }) => ({ person: id, name, login, discipline, institution,
  rights, now: Date.now() });

/** Any password but `wrong`; after three failures the door is shut for a while. */
function signIn(people, failures, send, { login, password }) {
  const found = people.find(person => person.login === login);
  if ((failures.get(login) ?? 0) >= 3) return send(429, { code: 'throttled' }, { 'retry-after': '7' });
  if (!found || password === 'wrong') {
    failures.set(login, (failures.get(login) ?? 0) + 1);
    return send(401, { code: 'password-mismatch' });
  }
  return send(200, whoIs(found), { 'set-cookie': `mock=${found.id}; Path=/` });
}

const mine = (cases, person) => [...cases.values()].filter(one => one.members.has(person.id)).map(one => summary(one, person));

function summary(one, person) {
  const { sheet, phase, settings, round } = one.facts;
  const role = one.members.get(person.id).role;
  const isDossier = role !== 'recipient';
  const slots = Object.fromEntries(one.events('dossier').flatMap(({ event }) => (event.slotAssigned
    ? [[event.slotAssigned.conference, event.slotAssigned.slot]] : [])));
  const own = one.events('own', person.id).map(({ event }) => event);
  const board = one.events('board').map(({ event }) => event);
  return {
    id: one.id, role,
    card: {
      phase, slots: isDossier ? slots : {},
      ...(isDossier ? { title: sheet.title, patient: sheet.patient, language: sheet.language, urgency: sheet.urgency,
        clinicalDeadline: sheet.clinicalDeadline } : {}),
      ...(settings ? { reviewDeadline: one.events('dossier').findLast(({ event }) => event.deadlineExtended)?.event.deadlineExtended.deadline ?? settings.reviewDeadline } : {}),
      ...(board.length > 0 ? { board: { ...(phase === 'voting' ? { round: round.number, closes: round.closes } : {}),
        ...(phase === 'signOff' ? { signOffVersion: 1 } : {}) } } : {}),
    },
    standing: {
      conflictsDeclared: own.some(event => event.conflictsDeclared), sealed: own.some(event => event.sealed),
      recused: own.some(event => event.recused),
      castRound: own.findLast(event => event.ballotCast)?.ballotCast.round,
      acknowledged: one.events('delivery').some(({ event }) => event.acknowledged?.by === person.id),
      respondedVersion: board.find(event => event.responded?.by === person.id) ? 1 : undefined,
      signedVersion: board.find(event => event.signed?.by === person.id) ? 1 : undefined,
    },
    at: Object.fromEntries(one.streamsOf(person.id).map(stream => [stream, one.position(stream, person.id)])),
  };
}

function seedConferences(conferences, cases) {
  const starts = Math.floor(Date.now() / day) * day + 3 * day + 14 * 3_600_000;
  const everybody = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'g1', 'g2', 'p-coord', 'p-obs'];
  conferences.set('conf-1', {
    title: 'Zweitmeinungskonferenz Onkologie', starts, timeZone: 'Europe/Berlin', durationMinutes: 60, chair: 'm1', participants: everybody,
    agenda: [{ number: 1, minutes: 20 }, { number: 2, minutes: 25 }, { number: 3, minutes: 15 }],
  });
  for (const [index, id] of ['case-3', 'case-1', 'case-2'].entries()) {
    cases.get(id).perform('p-coord', { assignSlot: { conference: 'conf-1', slot: index + 1 } });
  }
}
