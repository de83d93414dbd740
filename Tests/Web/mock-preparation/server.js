/**
 * The stand-in of `../mock` with what preparing needs besides: sign-in with its refusals, filing, FHIR imports, conferences
 * and tokens. `node Tests/Web/mock-preparation/server.js [port]`; `/as/{person}` signs in, `/down` breaks
 * every socket and refuses new ones until `/up`.
 */
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Conversation } from '../mock/live.js';
import { people, scenarios } from '../mock/scenarios.js';
import { accept } from '../mock/websocket.js';
import { api } from './api.js';
import { addIntakeCommands } from './intake.js';

const site = fileURLToPath(new URL('../../../web-static/', import.meta.url));
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };
const security = {
  'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin', 'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer', 'cache-control': 'no-store',
};

addIntakeCommands();
const cases = scenarios();
const sockets = new Set();
let isDown = false;
const personOf = request => people.find(({ id }) => id === /mock=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1]);
const handle = api({ cases, people });

const server = createServer(async (request, response) => {
  const url = new URL(request.url, 'http://mock');
  const send = (status, body, headers = {}) => {
    const bytes = body instanceof Uint8Array ? body : Buffer.from(body === undefined ? '' : JSON.stringify(body));
    const type = status >= 400 ? 'application/problem+json' : 'application/json';
    response.writeHead(status, { ...security, 'content-type': type, ...headers });
    response.end(bytes);
  };
  try {
    if (url.pathname.startsWith('/api/')) return await handle({ request, url, send, person: personOf(request),
      text: await textOf(request) });
    if (url.pathname.startsWith('/as/')) {
      response.writeHead(302, { location: '/', 'set-cookie': `mock=${url.pathname.slice(4)}; Path=/` });
      return response.end();
    }
    if (url.pathname === '/down' || url.pathname === '/up') {
      isDown = url.pathname === '/down';
      if (isDown) for (const socket of sockets) socket.cut();
      return send(200, {});
    }
    const path = normalize(url.pathname === '/' ? '/index.html' : url.pathname);
    send(200, await readFile(join(site, path)), { 'content-type': types[extname(path)] ?? 'application/octet-stream' });
  } catch (error) {
    if (error.code !== 'ENOENT') console.error(error);
    send(error.code === 'ENOENT' ? 404 : 500, { code: 'fault', detail: error.message });
  }
});

async function textOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

server.on('upgrade', (request, socket) => {
  const person = personOf(request);
  if (isDown) { socket.destroy(); return; }
  if (!person) { socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n'); return; }
  let conversation = null;
  const channel = accept(request, socket, {
    receive: text => conversation.receive(text),
    closed: () => { conversation?.end(); sockets.delete(channel); },
  });
  sockets.add(channel);
  conversation = new Conversation({ cases, person: person.id, name: person.name, send: channel.send });
});

const port = Number(process.argv[2] ?? 8470);
server.listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/as/p-coord`));
