import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { test } from 'node:test';
import { files, importGraph, namesIn, pages, read, root } from './support/files.js';

const code = files('.js', '.css').filter(path => !path.startsWith('i18n/'));

test('no file is longer than 300 lines', () => {
  assert.deepEqual(code.filter(path => read(path).split('\n').length > 301), []);
});

test('no line is longer than 140 characters', () => {
  const long = code.flatMap(path => read(path).split('\n').map((line, index) => [line.length, `${path}:${index + 1}`]))
    .filter(([length, place]) => length > 140 && !place.startsWith('js/core/icons.js'));
  assert.deepEqual(long.map(([, place]) => place), []);
});

test('the code, styles and one language of every page stay within 350 KB', () => {
  const sheets = [...read('index.html').matchAll(/href="(css\/[^"]+)"/g)].map(([, path]) => path);
  const first = [...importGraph('js/main.js'), ...sheets];
  const always = ['css/parts/bars.css', 'css/parts/feedback.css', 'i18n/de/common.js', 'i18n/de/errors.js'];
  for (const page of pages()) {
    const named = (list, folder, extension) => namesIn(page, list).map(name => `${folder}/${name}${extension}`);
    const paths = new Set([...first, ...always, ...importGraph(page),
      ...named('screens', 'i18n/de', '.js'), ...named('styles', 'css', '.css')]);
    const size = [...paths].reduce((sum, path) => sum + statSync(root + path).size, 0);
    assert.ok(size <= 350_000, `${page}: ${size} bytes`);
  }
});

test('nothing the content security policy refuses is attempted', () => {
  const refused = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|setAttribute\('style'|DOMParser|srcdoc/;
  assert.deepEqual(files('.js').filter(path => refused.test(read(path))), []);
  assert.doesNotMatch(read('index.html'), /\sstyle=|<style|\son\w+=|<script(?![^>]*\bsrc=)/);
});

test('elements are created in one place', () => {
  assert.deepEqual(files('.js').filter(path => /createElement|createTextNode|cloneNode/.test(read(path))), ['js/core/dom.js']);
});

test('imports are relative, end in .js and exist', () => {
  for (const path of files('.js')) {
    for (const [, specifier] of read(path).matchAll(/(?:from|import)\s*\(?'([^']+)'/g)) {
      assert.match(specifier, /^\.{1,2}\/.+\.js$/, path);
      const target = new URL(specifier, `file:///${path}`).pathname.slice(1);
      assert.ok(statSync(root + target).isFile(), `${path} imports ${specifier}`);
    }
  }
});

test('every sheet puts its rules into a layer, and the order of the layers is settled first', () => {
  const order = read('css/layers.css').trim();
  assert.match(order, /^@layer [\w, ]+;$/);
  for (const path of files('.css')) {
    if (path === 'css/layers.css') continue;
    const layer = /@layer (\w+) \{/.exec(read(path));
    assert.ok(layer && order.includes(layer[1]), path);
  }
  assert.equal(read('index.html').match(/rel="stylesheet" href="([^"]+)"/)[1], 'css/layers.css');
});

test('the modules of the first screen are preloaded, no more and no fewer', () => {
  const preloaded = [...read('index.html').matchAll(/modulepreload" href="([^"]+)"/g)].map(([, path]) => path);
  assert.deepEqual(preloaded.sort(), [...importGraph('js/main.js')].filter(path => path !== 'js/main.js').sort());
});

test('the frame of the first screen leaves room below thirty requests', () => {
  const sheets = read('index.html').match(/rel="stylesheet"/g).length;
  // The page itself, its icon, two catalogues and the question who is signed in.
  assert.ok(importGraph('js/main.js').size + sheets + 5 <= 22);
});

test('model modules never touch the page', () => {
  const core = /^js\/core\/(wire\/(?!browser)|wire\.js|protocol|store|i18n|format|errors|clock|announce|settings|api|blobs)/;
  const pure = /^js\/(model\/|text\/(anchor|codepoints|sentences|intervals))/;
  const models = files('.js').filter(path => core.test(path) || pure.test(path));
  assert.ok(models.length > 15);
  const page = /\bdocument\.(?:body|create|query|getElement|addEvent|documentElement)|\bwindow\./;
  const comments = /\/\*\*[\s\S]*?\*\/|\/\/.*/g;
  assert.deepEqual(models.filter(path => page.test(read(path).replace(comments, ''))), []);
});
