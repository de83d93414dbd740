import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { test } from 'node:test';
import { unknownCalls } from './support/calls.js';
import { cataloguesOf, files, importGraph, pages, read, root, sheets } from './support/files.js';

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
  for (const page of pages()) {
    const catalogues = cataloguesOf(page).map(name => `i18n/de/${name}.js`);
    const paths = new Set([...importGraph('js/main.js'), ...importGraph(page), ...sheets(), ...catalogues]);
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

test('who calls a function of the core has imported it', () => {
  const shared = ['js/core/format.js', 'js/core/i18n.js', 'js/core/dom.js', 'js/pages/terms.js', 'js/model/voting.js', 'js/model/people.js',
    'js/model/seats.js'];
  const names = shared.flatMap(path => [...read(path).matchAll(/^export (?:async )?(?:function|const) (\w+)/gm)].map(([, name]) => name));
  const missing = files('.js').filter(path => path.startsWith('js/') && !shared.includes(path))
    .flatMap(path => unknownCalls(read(path), names).map(name => `${path}: ${name}`));
  assert.deepEqual(missing, []);
});

test('a call nobody imported is found, whatever else bears its name', () => {
  const names = ['date', 't', 'list'];
  const calls = source => unknownCalls(source, names);
  const view = "const row = ({ date: day, point }) => [date(point.date), `${t('a.date')} at`, 'list(x)', this.list(), { date }];";
  assert.deepEqual(calls(view), ['date', 't']);
  assert.deepEqual(calls(`import { t } from './i18n.js';\nimport { number, date } from './format.js';\n${view}`), []);
  assert.deepEqual(calls(`import { t } from './i18n.js';\nimport { date as day } from './format.js';\n${view}`), ['date']);
  assert.deepEqual(calls('function list(all) { return all; }\nconst t = key => key;\nlist(t(1));'), []);
  assert.deepEqual(calls("const view = `a ${t(`b.${list({ a: 1 })}`)} it's`; // date(1)"), ['t', 'list']);
  assert.deepEqual(calls('class Box {\n  list() {\n    return 1;\n  }\n}'), []);
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

test('every sheet is part of the style, puts its rules into a layer, and the order of the layers is settled first', () => {
  const order = read('css/layers.css').trim();
  assert.match(order, /^@layer [\w, ]+;$/);
  assert.equal(sheets()[0], 'css/layers.css');
  assert.deepEqual([...sheets(), 'css/consilium.css'].sort(), files('.css'));
  for (const path of sheets().slice(1)) {
    const layer = /@layer (\w+) \{/.exec(read(path));
    assert.ok(layer && order.includes(layer[1]), path);
  }
  assert.deepEqual([...read('index.html').matchAll(/rel="stylesheet" href="([^"]+)"/g)].map(([, path]) => path), ['css/consilium.css']);
});

test('the modules of the first screen are preloaded, no more and no fewer', () => {
  const preloaded = [...read('index.html').matchAll(/modulepreload" href="([^"]+)"/g)].map(([, path]) => path);
  assert.deepEqual(preloaded.sort(), [...importGraph('js/main.js')].filter(path => path !== 'js/main.js').sort());
});

test('the first screens ask for thirty files at most', () => {
  // The page itself, its icon, the style, who is signed in; and the list the boards show.
  const beside = { 'js/pages/sign-in.js': 4, 'js/pages/boards.js': 5 };
  for (const [page, count] of Object.entries(beside)) {
    const modules = new Set([...importGraph('js/main.js'), ...importGraph(page)]);
    const asked = modules.size + cataloguesOf(page).length + count;
    assert.ok(asked <= 30, `${page}: ${asked}`);
  }
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
