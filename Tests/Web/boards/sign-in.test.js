import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAPI } from '../../../web-static/js/core/api.js';
import { attempt } from '../../../web-static/js/pages/sign-in/attempt.js';
import { Tokens } from '../../../web-static/js/pages/settings/tokens.js';

const answering = (status, body = {}, headers = {}) => createAPI({
  fetch: async () => new Response(status === 204 ? null : JSON.stringify(body),
    { status, headers: { 'content-type': 'application/problem+json', ...headers } }),
});
const who = { login: 'hollstein', password: 'secret' };

test('nothing is sent while something is missing', async () => {
  const api = { post: () => assert.fail('must not be sent') };
  assert.deepEqual(await attempt(api, { login: ' ', password: '' }), { problem: 'missing', fields: ['login', 'password'] });
});

test('a session is who the server says one is', async () => {
  assert.deepEqual(await attempt(answering(200, { person: 'm1' }), who), { session: { person: 'm1' } });
});

test('a wrong password is said as such', async () => {
  assert.deepEqual(await attempt(answering(401, { code: 'password-mismatch' }), who), { problem: 'wrong' });
});

test('too many attempts wait as long as the server says, or a cautious time', async () => {
  assert.deepEqual(await attempt(answering(429, { code: 'throttled' }, { 'retry-after': '42' }), who),
    { problem: 'throttled', seconds: 42 });
  assert.deepEqual(await attempt(answering(429, { code: 'throttled' }), who), { problem: 'throttled', seconds: 30 });
});

test('a server that cannot be reached is another matter than a wrong password', async () => {
  const api = createAPI({ fetch: () => Promise.reject(new TypeError('failed')) });
  const { problem, error } = await attempt(api, who);
  assert.deepEqual([problem, error.code], ['other', 'offline']);
});

test('a token’s secret is known until it is put away or revoked, and never asked for again', async () => {
  const asked = [];
  const list = [{ id: 't1', label: 'Ward', created: 1 }];
  const api = {
    get: async path => { asked.push(path); return { value: list }; },
    post: async (path, body) => { asked.push(body); return { value: { id: 't1', token: 'ct_x' } }; },
    remove: async path => { asked.push(path); },
  };
  const tokens = new Tokens(api, () => {});
  await tokens.issue('Ward');
  assert.deepEqual(tokens.issued, { id: 't1', label: 'Ward', token: 'ct_x' });
  tokens.putAway();
  assert.equal(tokens.issued, null);
  await tokens.issue('Ward');
  await tokens.revoke('t1');
  assert.equal(tokens.issued, null);
  assert.deepEqual(asked, [{ label: 'Ward' }, '/api/tokens', { label: 'Ward' }, '/api/tokens', '/api/tokens/t1', '/api/tokens']);
});
