import assert from 'node:assert/strict';
import { test } from 'node:test';
import { has, onLanguage, preferredLanguage, t, useCatalogues, useLanguage } from '../../web-static/js/core/i18n.js';
import { cataloguesOf, files, importGraph, laterImports, pages, read, root } from './support/files.js';

const catalogues = files('.js').filter(path => path.startsWith('i18n/en/')).map(path => path.slice(8, -3));
const open = async (language, name) => (await import(`${root}i18n/${language}/${name}.js`)).default;
const spoken = {};
for (const language of ['en', 'de']) {
  spoken[language] = Object.assign({}, ...await Promise.all(catalogues.map(name => open(language, name))));
}
const screens = Object.keys(spoken.en);
const catalogue = (language, screen) => spoken[language][screen];
const parametersOf = message => [...new Set(Object.values(typeof message === 'string' ? { message } : message)
  .flatMap(text => text.match(/\{\w+\}/g) ?? []))].filter(name => name !== '{count}').sort();

test('German and English have the same screens and the same keys in the same order', async () => {
  for (const name of catalogues) assert.deepEqual(Object.keys(await open('de', name)), Object.keys(await open('en', name)), name);
  for (const screen of screens) {
    assert.deepEqual(Object.keys(catalogue('de', screen)), Object.keys(catalogue('en', screen)), screen);
  }
});

test('a message takes the same parameters in both languages', async () => {
  for (const screen of screens) {
    const [english, german] = [catalogue('en', screen), catalogue('de', screen)];
    for (const key of Object.keys(english)) assert.deepEqual(parametersOf(german[key]), parametersOf(english[key]), `${screen}.${key}`);
  }
});

test('plural messages have every form their language knows', async () => {
  for (const [language, tag] of [['en', 'en-GB'], ['de', 'de-DE']]) {
    const forms = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
    for (const screen of screens) {
      for (const [key, message] of Object.entries(catalogue(language, screen))) {
        if (typeof message === 'object') for (const form of forms) assert.ok(message[form], `${language} ${screen}.${key} lacks ${form}`);
      }
    }
  }
});

test('every key that is used exists', async () => {
  const known = new Map(screens.map(screen => [screen, Object.keys(catalogue('en', screen))]));
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

test('no two catalogues hold the same screen', async () => {
  const all = await Promise.all(catalogues.map(async name => Object.keys(await open('en', name))));
  assert.equal(new Set(all.flat()).size, all.flat().length);
});

test('a page names the catalogues that it speaks from, a part that comes later those it adds', async () => {
  const said = path => [...read(path).matchAll(/\bt\(\s*['`]([\w-]+)\./g)].map(([, screen]) => screen);
  const named = async path => (await Promise.all(cataloguesOf(path).map(name => open('en', name)))).flatMap(one => Object.keys(one));
  const silentIn = async (entry, before, seen) => {
    if (seen.has(entry)) return [];
    const known = new Set([...before, ...await named(entry)]);
    const graph = [...importGraph(entry)];
    const missing = [...new Set(graph.flatMap(said))].filter(screen => !known.has(screen)).map(screen => `${entry}: ${screen}`);
    const later = [...new Set(graph.flatMap(laterImports))];
    return [missing, ...await Promise.all(later.map(path => silentIn(path, known, new Set([...seen, entry]))))].flat();
  };
  assert.ok(pages().length > 0);
  assert.deepEqual((await Promise.all(pages().map(page => silentIn(page, [], new Set())))).flat(), []);
});

test('sentences carry parameters and plurals, numbers in the language of the reader', async () => {
  await useCatalogues('start');
  await useLanguage('en');
  assert.equal(t('common.unsent', { count: 1 }), '1 entry not sent');
  assert.equal(t('common.unsent', { count: 1200 }), '1,200 entries not sent');
  assert.equal(t('common.signed-out-kept', { count: 0 }), 'Sign in again to go on.');
  await useLanguage('de');
  assert.equal(t('common.unsent', { count: 1200 }), '1.200 Einträge nicht gesendet');
  assert.equal(t('common.saved', { time: '09:41' }), 'Gespeichert um 09:41');
});

test('a catalogue asked for later comes in the language that is on, and follows every change', async () => {
  await useLanguage('de');
  await useCatalogues('case');
  assert.equal(t('case.documents'), 'Dokumente');
  await useLanguage('en');
  assert.equal(t('case.documents'), 'Documents');
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
