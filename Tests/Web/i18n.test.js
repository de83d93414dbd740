import assert from 'node:assert/strict';
import { test } from 'node:test';
import { has, onLanguage, preferredLanguage, t, useLanguage, useScreens } from '../../web-static/js/core/i18n.js';
import { files, importGraph, namesIn, pages, read, root } from './support/files.js';

const screens = files('.js').filter(path => path.startsWith('i18n/en/')).map(path => path.slice(8, -3));
const catalogue = async (language, screen) => (await import(`${root}i18n/${language}/${screen}.js`)).default;
const parametersOf = message => [...new Set(Object.values(typeof message === 'string' ? { message } : message)
  .flatMap(text => text.match(/\{\w+\}/g) ?? []))].filter(name => name !== '{count}').sort();

test('German and English have the same screens and the same keys in the same order', async () => {
  assert.deepEqual(files('.js').filter(path => path.startsWith('i18n/de/')).map(path => path.slice(8, -3)), screens);
  for (const screen of screens) {
    assert.deepEqual(Object.keys(await catalogue('de', screen)), Object.keys(await catalogue('en', screen)), screen);
  }
});

test('a message takes the same parameters in both languages', async () => {
  for (const screen of screens) {
    const [english, german] = [await catalogue('en', screen), await catalogue('de', screen)];
    for (const key of Object.keys(english)) assert.deepEqual(parametersOf(german[key]), parametersOf(english[key]), `${screen}.${key}`);
  }
});

test('plural messages have every form their language knows', async () => {
  for (const [language, tag] of [['en', 'en-GB'], ['de', 'de-DE']]) {
    const forms = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
    for (const screen of screens) {
      for (const [key, message] of Object.entries(await catalogue(language, screen))) {
        if (typeof message === 'object') for (const form of forms) assert.ok(message[form], `${language} ${screen}.${key} lacks ${form}`);
      }
    }
  }
});

test('every key that is used exists', async () => {
  const known = new Map(await Promise.all(screens.map(async screen => [screen, Object.keys(await catalogue('en', screen))])));
  const isKnown = (screen, name) => known.get(screen)?.includes(name);
  const isPrefix = (screen, start) => known.get(screen)?.some(name => name.startsWith(start));
  const whole = /(?:\b(?:t|has)\(\s*|\blabel: )'([\w-]+)\.([\w=-]+)'/g;
  const begun = /\b(?:t|has)\(\s*`([\w-]+)\.([^`$]*)\$\{/g;
  const missing = files('.js').filter(path => path.startsWith('js/')).flatMap(path => [
    ...[...read(path).matchAll(whole)].filter(([, screen, name]) => !isKnown(screen, name)),
    ...[...read(path).matchAll(begun)].filter(([, screen, start]) => !isPrefix(screen, start)),
  ].map(([, screen, name]) => `${path}: ${screen}.${name}`));
  assert.deepEqual(missing, []);
});

test('a page names the screens that it and its parts speak from', () => {
  const spoken = path => [...read(path).matchAll(/\bt\(\s*['`]([\w-]+)\./g)].map(([, screen]) => screen);
  const silent = pages().flatMap(page => {
    const declared = new Set(['common', 'errors', ...namesIn(page, 'screens')]);
    const missing = [...importGraph(page, { dynamic: true })].flatMap(spoken).filter(screen => !declared.has(screen));
    return [...new Set(missing)].map(screen => `${page}: ${screen}`);
  });
  assert.ok(pages().length > 0);
  assert.deepEqual(silent, []);
});

test('sentences carry parameters and plurals, numbers in the language of the reader', async () => {
  await useScreens('common', 'chart');
  await useLanguage('en');
  assert.equal(t('common.unsent', { count: 1 }), '1 entry not sent');
  assert.equal(t('common.unsent', { count: 1200 }), '1,200 entries not sent');
  assert.equal(t('common.signed-out-kept', { count: 0 }), 'Sign in again to go on.');
  await useLanguage('de');
  assert.equal(t('common.unsent', { count: 1200 }), '1.200 Einträge nicht gesendet');
  assert.equal(t('common.saved', { time: '09:41' }), 'Gespeichert um 09:41');
});

test('a screen asked for later comes in the language that is on, and follows every change', async () => {
  await useLanguage('de');
  await useScreens('parts');
  assert.equal(t('parts.send'), 'Senden');
  await useLanguage('en');
  assert.equal(t('parts.send'), 'Send');
});

test('listeners hear of a new language once its sentences are there', async () => {
  await useLanguage('en');
  const heard = [];
  const stop = onLanguage(language => heard.push(`${language} ${t('common.cancel')}`));
  await useLanguage('de');
  await useLanguage('de');
  stop();
  await useLanguage('en');
  assert.deepEqual(heard, ['de Abbrechen']);
});

test('a key nobody wrote is shown as itself', () => {
  assert.equal(t('common.nowhere'), 'common.nowhere');
  assert.equal(has('common.toString'), false);
});

test('the browser’s preferences choose the first language we speak', () => {
  assert.equal(preferredLanguage(['fr-FR', 'de-AT', 'en']), 'de');
  assert.equal(preferredLanguage(['pl']), 'en');
});
