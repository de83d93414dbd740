/**
 * A stand-in for the server, to look at the client in a browser: `node Tests/Web/mock/server.js [port]`. It keeps the
 * demonstration's cases in memory, plays commands without most rules, and forgets everything when it ends.
 *
 * `/as/{person}` signs a person in without a password; `/cut` breaks every open socket.
 */
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { accept } from './websocket.js';
import { Conversation } from './live.js';
import { people, scenarios } from './scenarios.js';

const site = fileURLToPath(new URL('../../../web-static/', import.meta.url));
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.json': 'application/json' };
const security = {
  'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin', 'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer', 'cache-control': 'no-store',
};

const cases = scenarios();
const sockets = new Set();
const personOf = request => /mock=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? null;
const findPerson = id => people.find(person => person.id === id);

const server = createServer(async (request, response) => {
  const url = new URL(request.url, 'http://mock');
  const send = (status, body, headers = {}) => {
    const bytes = body instanceof Uint8Array ? body : Buffer.from(body === undefined ? '' : JSON.stringify(body));
    response.writeHead(status, { ...security, 'content-type': 'application/json', ...headers });
    response.end(bytes);
  };
  try {
    if (url.pathname.startsWith('/api/')) return await answer(request, url, send);
    if (url.pathname.startsWith('/as/')) {
      response.writeHead(302, { location: `/${url.hash}`, 'set-cookie': `mock=${url.pathname.slice(4)}; Path=/` });
      return response.end();
    }
    if (url.pathname === '/cut') { for (const socket of sockets) socket.cut(); return send(200, {}); }
    const path = normalize(url.pathname === '/' ? '/index.html' : url.pathname);
    send(200, await readFile(join(site, path)), { 'content-type': types[extname(path)] ?? 'application/octet-stream' });
  } catch (error) {
    send(error.code === 'ENOENT' ? 404 : 500, { code: error.code ?? 'fault', detail: error.message });
  }
});

async function answer(request, url, send) {
  const parts = url.pathname.split('/').slice(2).map(decodeURIComponent);
  const body = await bodyOf(request);
  const person = findPerson(personOf(request));
  if (parts[0] === 'session') return session(request, body, person, send);
  if (!person) return send(401, { code: 'unauthenticated' });
  if (parts[0] === 'people') return send(200, people);
  if (parts[0] === 'boards') {
    const mine = [...cases.values()].filter(one => one.members.has(person.id));
    return send(200, { cases: mine.map(one => summary(one, person.id)), conferences: [] });
  }
  const one = cases.get(parts[1]);
  if (parts[0] !== 'cases' || !one?.members.has(person.id)) return send(404, { code: 'not-found' });
  if (parts.length === 2) return send(200, summary(one, person.id));
  if (parts[2] === 'blobs' && one.blobs.has(parts[3])) return send(200, one.blobs.get(parts[3]), { 'content-type': 'application/octet-stream' });
  if (parts[2] === 'recommendation' && one.facts.record) {
    return send(200, { record: JSON.parse(one.blobs.get(one.facts.record.record[0])), blob: one.facts.record.record, signature: one.facts.record.signature, publicKey: one.facts.record.publicKey });
  }
  if (parts[2] === 'commands') {
    const { password, ...command } = body;
    try { return send(200, one.perform(person.id, command, Date.now(), { password })); }
    catch (error) { return send(409, { code: error.code ?? 'fault', detail: error.detail ?? error.message }, { 'content-type': 'application/problem+json' }); }
  }
  return send(404, { code: 'not-found' });
}

function session(request, body, person, send) {
  if (request.method === 'DELETE') return send(204, undefined, { 'set-cookie': 'mock=; Path=/; Max-Age=0' });
  const found = request.method === 'POST' ? people.find(({ login }) => login === body?.login) : person;
  if (!found) return send(401, { code: 'unauthenticated' });
  const { id, name, login, discipline, institution, rights } = found;
  return send(200, { person: id, name, login, discipline, institution, rights, now: Date.now() },
    request.method === 'POST' ? { 'set-cookie': `mock=${id}; Path=/` } : {});
}

function summary(one, person) {
  const { sheet, phase } = one.facts;
  return {
    id: one.id, role: one.members.get(person).role, standing: {},
    card: { title: sheet.title, patient: sheet.patient, indication: sheet.indication, phase, language: sheet.language, urgency: sheet.urgency, clinicalDeadline: sheet.clinicalDeadline, slots: [] },
    at: Object.fromEntries(one.streamsOf(person).map(stream => [stream, one.position(stream, person)])),
  };
}

async function bodyOf(request) {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text ? JSON.parse(text) : null;
}

server.on('upgrade', (request, socket) => {
  const person = findPerson(personOf(request));
  if (!person) { socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n'); return; }
  let conversation = null;
  const channel = accept(request, socket, {
    receive: text => conversation.receive(text),
    closed: () => { conversation?.end(); sockets.delete(channel); },
  });
  sockets.add(channel);
  conversation = new Conversation({ cases, person: person.id, name: person.name, send: channel.send });
});

const port = Number(process.argv[2] ?? 8460);
server.listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/as/m2`));
