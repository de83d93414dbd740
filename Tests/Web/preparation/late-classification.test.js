import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { useCatalogues, useLanguage } from '../../../web-static/js/core/i18n.js';
import { may } from '../../../web-static/js/model/permissions.js';
import { describeDocument } from '../../../web-static/js/pages/preparation/document-detail.js';
import { Draft } from '../../../web-static/js/pages/preparation/draft.js';
import { document, stateAfter } from '../model/happenings.js';

before(async () => { await useCatalogues('preparation'); await useLanguage('en'); });

const sheet = { title: 'Q', indication: 'oncology', language: 'de', institutions: [] };

function bench(nature, phase) {
  const filed = document('doc1', { parts: [{ ...document('doc1').parts[0], nature }] });
  const state = stateAfter(['dossier', { caseOpened: { sheet } }], ['quarantine', { documentFiled: { document: filed } }],
    ['dossier', { phaseChanged: { to: phase } }]);
  const drafts = new Map();
  const said = [];
  return {
    said, filed, state, role: 'coordinator', found: {},
    may: command => may(command, 'coordinator', state),
    href: (...place) => place.join('/'),
    look: () => null,
    draft(name, initial) {
      if (!drafts.has(name)) drafts.set(name, new Draft(name, initial(), () => {}));
      return drafts.get(name);
    },
    drop: name => drafts.delete(name),
    tell: (...words) => said.push(words),
    casework: { ask: async (...words) => said.push(words), path: '/api/cases/c7' },
  };
}

const all = (description, tag) => (Array.isArray(description) ? description.flatMap(one => all(one, tag)) : [
  ...(description?.tag === tag ? [description] : []), ...(description?.children ?? []).flatMap(child => all(child, tag)),
]);
const choices = page => all(page, 'input').filter(({ props }) => props.type === 'radio').map(({ props }) => props.value);

test('in preparation a part is classified as often as one likes', () => {
  const desk = bench('primary', 'intake');
  assert.deepEqual(choices(describeDocument(desk, desk.filed)), ['primary', 'conclusion', 'unclassified']);
});

test('after the freeze a part that nobody has classified is classified once, by a choice that is then sent', async () => {
  const desk = bench('unclassified', 'review');
  const page = describeDocument(desk, desk.filed);
  assert.deepEqual(choices(page), ['primary', 'conclusion']);
  const [form] = all(page, 'form');
  form.props.onsubmit({ preventDefault() {} });
  await null;
  assert.deepEqual(desk.said, [], 'nothing is chosen yet');
  const [primary] = all(page, 'input').filter(({ props }) => props.value === 'primary');
  primary.props.onchange({ target: { value: 'primary' } });
  form.props.onsubmit({ preventDefault() {} });
  await null;
  assert.deepEqual(desk.said, [['classifyPart', { part: desk.filed.parts[0].id, nature: 'primary' }]]);
});

test('after the freeze what is classified stays so', () => {
  for (const nature of ['primary', 'conclusion']) {
    const desk = bench(nature, 'review');
    assert.deepEqual(choices(describeDocument(desk, desk.filed)), []);
  }
});
