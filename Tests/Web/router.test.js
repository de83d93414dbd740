import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Router, href, match, pathOf } from '../../web-static/js/core/router.js';

const routes = [{ path: '/', page: 'boards' }, { path: '/cases/new', page: 'new' }, { path: '/cases/:case', page: 'case' },
  { path: '/cases/:case/history', page: 'history' }];

test('the first route that fits is taken, with its parameters', () => {
  assert.equal(match(routes, '/').route.page, 'boards');
  assert.equal(match(routes, '/cases/new').route.page, 'new');
  assert.deepEqual(match(routes, '/cases/c%207/history').params, { case: 'c 7' });
  assert.equal(match(routes, '/cases/c7/history/more'), null);
  assert.equal(match(routes, '/cases/%').params.case, '%');
});

test('an address made of a route leads back to it', () => {
  const hash = href('/cases/:case/history', { case: 'a/b c' });
  assert.deepEqual(match(routes, pathOf(hash)), { route: routes[3], params: { case: 'a/b c' } });
});

test('a plain anchor is no address', () => {
  assert.deepEqual(['', '#', '#main', '#/cases/c7?x=1'].map(pathOf), ['/', '/', null, '/cases/c7']);
});

class TestWindow {
  location = { hash: '#/' };
  listeners = [];
  addEventListener(type, listener) { this.listeners.push(listener); }
  visit(hash) { this.location.hash = hash; return Promise.all(this.listeners.map(listener => listener())); }
}

function recordingRouter(delays = {}) {
  const log = [];
  const win = new TestWindow();
  const router = new Router(routes, async ({ route }) => {
    const name = route?.page ?? 'none';
    await delays[name];
    return () => { log.push(`open ${name}`); return () => log.push(`close ${name}`); };
  }, win);
  return { log, win, router };
}

test('the old page closes when the new one is ready to be shown', async () => {
  const { log, win, router } = recordingRouter();
  await router.start();
  await win.visit('#/cases/c7');
  await win.visit('#main');
  await win.visit('#/nowhere/at/all');
  assert.deepEqual(log, ['open boards', 'close boards', 'open case', 'close case', 'open none']);
});

test('a page overtaken by a later choice is never shown', async () => {
  let release;
  const { log, win, router } = recordingRouter({ case: new Promise(resolve => { release = resolve; }) });
  await router.start();
  const slow = win.visit('#/cases/c7');
  await win.visit('#/cases/new');
  release();
  await slow;
  assert.deepEqual(log, ['open boards', 'close boards', 'open new']);
});

test('the page that is shown is shown anew when asked for again', async () => {
  const { log, router } = recordingRouter();
  await router.start();
  await router.go('#/');
  assert.deepEqual(log, ['open boards', 'close boards', 'open boards']);
});
