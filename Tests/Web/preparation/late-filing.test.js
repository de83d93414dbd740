import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { t, useCatalogues, useLanguage } from '../../../web-static/js/core/i18n.js';

before(() => useCatalogues('preparation'));

test('what an import brings after the freeze waits if it is a document, is published if it is a laboratory value', async () => {
  await useLanguage('en');
  assert.match(t('filing.late-text'), /Documents of an import wait .* laboratory values are published at once/);
  await useLanguage('de');
  assert.match(t('filing.late-text'), /Dokumente aus einem Import warten, .* Laborwerte sind sofort veröffentlicht/);
});
