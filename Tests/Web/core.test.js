import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Announcer } from '../../web-static/js/core/announce.js';
import { ServerClock, markPassed } from '../../web-static/js/core/clock.js';
import { Shortcuts } from '../../web-static/js/core/keys.js';
import { Settings } from '../../web-static/js/core/settings.js';
import { createStore, reducer } from '../../web-static/js/core/store.js';
import { TestClock } from './support/world.js';

const happening = (type, payload) => ({ type, payload });

test('state is a fold of events; unknown ones change nothing', () => {
  const reduce = reducer({ added: (state, { n }) => state + n });
  const store = createStore(reduce, 1, run => run());
  store.apply([happening('added', { n: 2 }), happening('toString', {}), happening('newer', {}), happening('added', { n: 3 })]);
  assert.equal(store.state, 6);
});

test('a batch of events is one message to the listeners', () => {
  const waiting = [];
  const store = createStore(reducer({ added: (state, { n }) => state + n }), 0, run => waiting.push(run));
  const heard = [];
  const stop = store.subscribe(state => heard.push(state));
  store.apply(happening('added', { n: 1 }));
  store.apply([happening('added', { n: 1 }), happening('added', { n: 1 })]);
  assert.equal(waiting.length, 1);
  waiting.shift()();
  assert.deepEqual(heard, [3]);
  store.apply(happening('ignored', {}));
  assert.equal(waiting.length, 0);
  stop();
  store.replace(9);
  waiting.shift()();
  assert.deepEqual(heard, [3]);
});

test('one message in two seconds, and of one topic only the last', () => {
  const clock = new TestClock();
  const said = [];
  const announcer = new Announcer(text => said.push(text), clock);
  announcer.say('a');
  announcer.say('1 waiting', 'queue');
  announcer.say('b');
  announcer.say('2 waiting', 'queue');
  assert.deepEqual(said, ['a']);
  clock.pass(1999);
  assert.deepEqual(said, ['a']);
  clock.pass(1);
  assert.deepEqual(said, ['a', 'b']);
  clock.pass(60_000);
  assert.deepEqual(said, ['a', 'b', '2 waiting']);
});

test('of a flood only the last three are said', () => {
  const clock = new TestClock();
  const said = [];
  const announcer = new Announcer(text => said.push(text), clock);
  for (const text of ['a', 'b', 'c', 'd', 'e', 'f']) announcer.say(text);
  clock.pass(60_000);
  assert.deepEqual(said, ['a', 'd', 'e', 'f']);
});

test('a late message does not turn the server’s clock back', () => {
  const local = new TestClock();
  const clock = new ServerClock(local);
  assert.equal(clock.now(), local.now());
  clock.sample(local.now() + 10_000);
  clock.sample(local.now() + 7_000);
  clock.sample(undefined);
  assert.equal(clock.now(), local.now() + 10_000);
});

test('a countdown is silent until two minutes, then speaks at two minutes, thirty seconds and the end', () => {
  const passed = [];
  for (let left = 300_000; left > -5_000; left -= 1_000) passed.push(markPassed(left, left - 1_000));
  assert.deepEqual(passed.filter(mark => mark !== null), [120_000, 30_000, 0]);
  assert.equal(markPassed(100_000, 99_000), null);
});

test('a shortcut runs by its key, a sequence within a second', () => {
  const shortcuts = new Shortcuts();
  const ran = [];
  shortcuts.add({ keys: 'n', label: 'x.new', run: () => ran.push('n') });
  shortcuts.add({ keys: 'g l', label: 'x.labs', run: () => ran.push('g l') });
  shortcuts.add({ keys: ['j', 'ArrowDown'], label: 'x.next', run: () => ran.push('j') });
  assert.equal(shortcuts.press('n', 0), true);
  assert.equal(shortcuts.press('g', 100), false);
  assert.equal(shortcuts.press('l', 900), true);
  shortcuts.press('g', 2000);
  assert.equal(shortcuts.press('l', 3500), false);
  shortcuts.press('ArrowDown', 9000);
  assert.deepEqual(ran, ['n', 'g l', 'j']);
});

test('the page that came last has the key, and gives it back', () => {
  const shortcuts = new Shortcuts();
  const ran = [];
  shortcuts.add({ keys: 'n', label: 'x.old', run: () => ran.push('old') });
  const remove = shortcuts.add({ keys: 'n', label: 'x.new', run: () => ran.push('new') });
  shortcuts.press('n', 0);
  remove();
  shortcuts.press('n', 1);
  assert.deepEqual(ran, ['new', 'old']);
  assert.deepEqual(shortcuts.list.map(({ label }) => label), ['x.old']);
});

class Storage {
  items = new Map();
  getItem(key) { return this.items.get(key) ?? null; }
  setItem(key, value) { this.items.set(key, value); }
}

test('settings are kept, and only those that are', () => {
  const storage = new Storage();
  const settings = new Settings(storage, { language: 'de' });
  const heard = [];
  settings.onChange((name, value) => heard.push([name, value]));
  settings.set('theme', 'dark');
  settings.set('theme', 'dark');
  assert.deepEqual(heard, [['theme', 'dark']]);
  assert.throws(() => settings.set('theme', 'pink'), RangeError);
  assert.deepEqual(new Settings(storage).values, { language: 'de', theme: 'dark', textSize: 'normal', shortcuts: true });
});

test('a storage that refuses or holds nonsense leaves the settings usable', () => {
  const refusing = { getItem() { throw new Error('denied'); }, setItem() { throw new Error('denied'); } };
  const settings = new Settings(refusing);
  settings.set('shortcuts', false);
  assert.equal(settings.get('shortcuts'), false);
  const nonsense = new Storage();
  nonsense.setItem('consilium.settings', '{"theme":"pink","language":"de"}');
  assert.deepEqual([new Settings(nonsense).get('theme'), new Settings(nonsense).get('language')], ['auto', 'de']);
});
