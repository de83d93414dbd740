import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { afterEach, before, test } from 'node:test';
import { has, useCatalogues, useLanguage } from '../../web-static/js/core/i18n.js';
import { tumourName } from '../../web-static/js/pages/terms.js';
import { codesText, findingText, valueText } from '../../web-static/js/pages/value-text.js';
import { files, read } from './support/files.js';

before(() => useCatalogues('start'));
afterEach(() => useLanguage('en'));

test('a coded value reads by names, joined as its system means it', async () => {
  const atc = { system: 'atc', codes: ['L01EF02', 'L02BG04'] };
  assert.equal(valueText({ system: 'obds-therapy', codes: ['ST'] }), 'Radiotherapy');
  assert.equal(valueText({ system: 'obds-therapy-ordered', codes: ['OP', 'ST'], text: 'boost' }), 'Surgery → Radiotherapy · boost');
  assert.equal(valueText(atc), 'ribociclib + letrozole');
  assert.equal(valueText({ codes: ['infiltrated'] }), 'infiltrated');
  assert.equal(valueText(), '');
  await useLanguage('de');
  assert.equal(valueText(atc), 'Ribociclib + Letrozol');
  assert.equal(valueText({ codes: ['infiltrated'] }), 'infiltriert');
});

test('a code without a name stays a code', () => {
  assert.equal(codesText({ system: 'atc', codes: ['L01XX99', 'L02BG04'] }), 'L01XX99 + letrozole');
  assert.equal(codesText({ system: 'icd-10-gm+icd-o-3', codes: ['8140/3', 'C20'] }), 'C20 8140/3');
  assert.equal(codesText({ system: 'tnm-8', codes: ['cN1', 'cT3'] }), 'cT3 cN1');
});

test('a finding is said by the name of its field, which tells the unit', async () => {
  assert.equal(findingText({ field: 'distance-anocutaneous-mm', value: '20' }), 'Distance from the anal verge (mm) 20');
  assert.equal(findingText({ field: 'cT', value: '3b' }), 'cT 3b');
  await useLanguage('de');
  assert.equal(findingText({ field: 'sphincter', value: 'infiltrated' }), 'Sphinkter infiltriert');
});

test('every ATC code of the demonstration has its substance', () => {
  const demo = new URL('../../demo/', import.meta.url);
  const scripts = readdirSync(demo).filter(name => name.startsWith('case-')).map(name => readFileSync(new URL(`${name}/script.json`, demo), 'utf8'));
  const codes = new Set(scripts.flatMap(text => text.match(/\b[A-V]\d\d[A-Z]{2}\d\d\b/g) ?? []));
  assert.ok(codes.size >= 5, [...codes].join(' '));
  assert.deepEqual([...codes].filter(code => !has(`terms.atc-${code}`)), []);
});

test('no screen prints a coded therapy in another way', () => {
  const own = files('.js').filter(path => path.startsWith('js/') && path !== 'js/pages/value-text.js');
  assert.deepEqual(own.filter(path => /term\('therapy'|\$\{code\} \$\{(?:term|codeName)\(/.test(read(path))), []);
});

test('a tumour is named by its place and side', async () => {
  assert.equal(tumourName('C50.4-L'), 'C50.4 left');
  assert.equal(tumourName('C20'), 'C20');
  await useLanguage('de');
  assert.equal(tumourName('C50.4-L'), 'C50.4 links');
});
