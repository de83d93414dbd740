import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAPI } from '../../web-static/js/core/api.js';
import { blob, blobs } from '../../web-static/js/core/blobs.js';
import { ConnectionError, ServerError, problemsOf, sentence } from '../../web-static/js/core/errors.js';
import { useLanguage, useCatalogues } from '../../web-static/js/core/i18n.js';

await useCatalogues('start');
await useLanguage('en');

function served(...answers) {
  const calls = [];
  let keys = 0;
  const fetch = async (path, options) => {
    calls.push({ path, ...options });
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const signedOut = [];
  const api = createAPI({ fetch, newKey: () => `key-${++keys}`, onSignedOut: error => signedOut.push(error.status) });
  return { api, calls, signedOut };
}

const json = (value, init = {}) => new Response(JSON.stringify(value), {
  ...init, headers: { 'content-type': 'application/json', ...init.headers },
});
const problem = (status, value) => json(value, { status, headers: { 'content-type': 'application/problem+json' } });

test('a request stays with its origin and carries no cache', async () => {
  const { api, calls } = served(json({ cases: [] }, { headers: { etag: '"own-37"' } }));
  assert.deepEqual(await api.get('/api/boards'), { value: { cases: [] }, etag: '"own-37"' });
  const [{ method, mode, credentials, cache, redirect, headers }] = calls;
  assert.deepEqual([method, mode, credentials, cache, redirect], ['GET', 'cors', 'same-origin', 'no-store', 'error']);
  assert.equal(headers['idempotency-key'], undefined);
});

test('a command carries a key, and the precondition it was given', async () => {
  const { api, calls } = served(json({ at: {} }), json({ at: {} }));
  await api.post('/api/cases/c7/commands', { deliver: {} }, { ifMatch: '"own-37"' });
  await api.post('/api/cases/c7/commands', { deliver: {} }, { idempotencyKey: 'mine' });
  const sent = calls.map(({ headers }) => [headers['idempotency-key'], headers['if-match']]);
  assert.deepEqual(sent, [['key-1', '"own-37"'], ['mine', undefined]]);
  assert.equal(calls[0].body, '{"deliver":{}}');
});

test('an empty answer is null', async () => {
  const { api } = served(new Response(null, { status: 204 }));
  assert.equal((await api.remove('/api/session')).value, null);
});

test('a refusal is an error with the code of the server', async () => {
  const { api } = served(problem(422, { code: 'incomplete', detail: 'stage' }));
  await assert.rejects(api.post('/x', {}), { name: 'ServerError', code: 'incomplete', detail: 'stage', status: 422 });
});

test('a fault without a word still is one', async () => {
  const { api } = served(new Response('<html>', { status: 502, headers: { 'content-type': 'text/html' } }));
  await assert.rejects(api.get('/x'), { code: 'fault', status: 502 });
});

test('one place hears of every 401', async () => {
  const { api, signedOut } = served(problem(401, { code: 'unauthenticated' }));
  await assert.rejects(api.get('/x'), ServerError);
  assert.deepEqual(signedOut, [401]);
});

test('a lost network is told from a refusal, an abandoned request from both', async () => {
  const abandoned = new DOMException('gone', 'AbortError');
  const { api } = served(new TypeError('failed to fetch'), abandoned);
  await assert.rejects(api.get('/x'), { name: 'ConnectionError', code: 'offline' });
  await assert.rejects(api.get('/x'), { name: 'AbortError' });
});

const hashOfAbc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const bytes = text => new Response(new TextEncoder().encode(text));

test('a blob is given out only when its hash is right', async () => {
  const { api, calls } = served(bytes('abc'), bytes('abd'));
  assert.deepEqual(new TextDecoder().decode(await blob(api, 'c 7', hashOfAbc)), 'abc');
  assert.equal(calls[0].path, `/api/cases/c%207/blobs/${hashOfAbc}`);
  await assert.rejects(blob(api, 'c7', hashOfAbc), { code: 'hash-mismatch' });
});

test('of several blobs all are given out or none', async () => {
  const { api } = served(bytes('abc'), bytes('x'));
  await assert.rejects(blobs(api, 'c7', [hashOfAbc, hashOfAbc]), { code: 'hash-mismatch' });
});

test('every code of the protocol has a sentence of its own', async () => {
  const codes = ['role-forbids', 'phase-forbids', 'invalid', 'unknown', 'exists', 'stale', 'incomplete', 'already-done', 'frozen',
    'reason-required', 'limit-reached', 'conflict-of-interest', 'password-mismatch', 'malformed', 'key-reused', 'diverged',
    'unavailable'];
  const sentences = new Set(codes.map(code => sentence(new ServerError({ code }))));
  assert.equal(sentences.size, codes.length);
});

test('what has no sentence gets that of its family, a fault its number', () => {
  assert.equal(sentence(new ServerError({ code: 'brand-new', status: 404 })), 'It does not exist, or it is not open to you.');
  assert.match(sentence(new ServerError({ code: 'fault', detail: '7f3a', status: 500 })), /number 7f3a/);
  assert.match(sentence(new ConnectionError('unanswered')), /Check whether it was done/);
  assert.match(sentence(new TypeError('x is not a function')), /page made a mistake/);
});

test('a problem with a field leads to the field', () => {
  const error = new ServerError({ code: 'invalid', detail: 'birthDate', status: 422 });
  assert.deepEqual(problemsOf(error, { birthDate: { id: 'born', label: 'Date of birth' } }), [
    { id: 'born', text: 'Date of birth: This entry is not valid.' },
  ]);
  assert.deepEqual(problemsOf(error), [{ text: 'This entry is not valid.' }]);
});
