import assert from 'node:assert/strict';
import { afterEach, before, test } from 'node:test';
import { useCatalogues, useLanguage } from '../../../web-static/js/core/i18n.js';
import { TopBar } from '../../../web-static/js/elements/top-bar.js';
import { caseBars } from '../../../web-static/js/pages/case-bars.js';

before(() => useCatalogues('start'));
afterEach(() => useLanguage('en'));

/** The bars of a case in review, and the link that `TopBar` makes of what they give it. */
function wayOut(person) {
  const sheet = {
    patient: { pseudonym: 'LINDE-08', birthDate: '1965-06-11', sex: 'female' }, icd: 'C50.4', clinicalDeadline: 9e12, urgency: 'routine',
  };
  const state = { dossier: { sheet, phase: 'review', missedDeadline: null, deadline: null }, board: { rounds: [] } };
  const [{ props: { props } }] = caseBars({ state, role: 'reviewer', save: { state: 'idle' }, clock: { now: () => 0 }, person });
  const bar = Object.assign(new TopBar(), { people: [], ...props });
  return bar.render().find(part => part?.tag === 'a' && part.props.href === '#/settings');
}

test('a case says who is signed in, and leads to the settings and out', async () => {
  const { props, children } = wayOut('Dr. med. Tomasz Wierzbicki');
  assert.equal(props['aria-label'], 'Dr. med. Tomasz Wierzbicki, settings and sign-out');
  assert.equal(children.at(-1).children[0], 'Dr. med. Tomasz Wierzbicki');
  assert.equal(children[0].children[0].children[0], 'TW');
  await useLanguage('de');
  assert.equal(wayOut('B. Krämer').props['aria-label'], 'B. Krämer, Einstellungen und Abmelden');
});

test('nobody’s name leads nowhere', () => assert.equal(wayOut(undefined), undefined));
