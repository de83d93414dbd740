import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse, request } from '../../web-static/js/core/protocol.js';

const page = ['PROTOCOL.md', 'PROTOCOL-EVENTS.md']
  .map(name => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8')).join('\n');
const examples = kind => [...page.matchAll(new RegExp(`^\`\`\`json ${kind}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, text]) => text.trim());

test('every push on the page of the protocol is understood', () => {
  const kinds = examples('push').map(text => parse(text).kind);
  assert.deepEqual(new Set(kinds), new Set(['hello', 'event', 'shown', 'caught-up', 'rejoin', 'left', 'boards']));
});

test('every reply on the page of the protocol is understood', () => {
  const replies = examples('reply').map(parse);
  assert.ok(replies.length >= 4);
  for (const reply of replies) assert.equal(reply.kind, 'reply');
  const refused = replies.find(({ error }) => error?.code === 'phase-forbids');
  assert.equal(refused.error.detail, 'voting');
});

test('every event on the page of the protocol is one key with its payload', () => {
  for (const text of examples('event')) {
    const happening = parse(`{"push":"event","case":"c7","stream":"board","seq":1,"tag":"a","at":1,"event":${text}}`);
    assert.equal(happening.kind, 'event', text);
    assert.deepEqual({ [happening.type]: happening.payload }, JSON.parse(text));
  }
});

test('requests are written as on the page of the protocol', () => {
  for (const text of examples('request')) {
    const { id, ...rest } = JSON.parse(text);
    const [[command, payload]] = Object.entries(rest);
    assert.deepEqual(JSON.parse(request(id, command, payload)), JSON.parse(text));
  }
});
