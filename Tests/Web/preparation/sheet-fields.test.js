import assert from 'node:assert/strict';
import { afterEach, before, test } from 'node:test';
import { useCatalogues, useLanguage } from '../../../web-static/js/core/i18n.js';
import { languageHint } from '../../../web-static/js/pages/preparation/sheet-fields.js';

before(() => useCatalogues('start', 'preparation'));
afterEach(() => useLanguage('en'));

test('the hint of the working language says in a sentence what the code means', async () => {
  assert.equal(languageHint('en'), 'A language code, such as de or en. “en” means English.');
  await useLanguage('de');
  assert.equal(languageHint('fr'), 'Ein Sprachkürzel wie de oder en. „fr“ bedeutet Französisch.');
});

test('a code that means nothing is given no meaning', () => {
  for (const code of ['', undefined, 'qx', 'no language']) assert.equal(languageHint(code), 'A language code, such as de or en.');
});
