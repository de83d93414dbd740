import assert from 'node:assert/strict';
import { afterEach, before, test } from 'node:test';
import { useCatalogues, useLanguage } from '../../../web-static/js/core/i18n.js';
import { attendeesText, chairText, placeOf } from '../../../web-static/js/pages/schedule/meeting.js';

// Before the first date: the runtime keeps the zone it formatted with.
process.env.TZ = 'UTC';
before(() => useCatalogues('start'));
afterEach(() => useLanguage('en'));

const conference = { starts: Date.UTC(2026, 11, 1, 14), timeZone: 'Europe/Berlin', chair: 'm1', participants: ['m1', 'm2', 'm3'] };
const people = [{ id: 'm1', name: 'A. Hollstein' }, { id: 'm2', name: 'T. Wierzbicki' }, { id: 'm3', name: 'S. Aydoğan' }];

test('a conference begins when the clocks of its place say so; the reader’s own are added where they differ', () => {
  assert.deepEqual(placeOf(conference), { zone: 'Europe/Berlin', there: '1 Dec 2026, 15:00', here: '1 Dec 2026, 14:00' });
  assert.deepEqual(placeOf({ ...conference, timeZone: 'Asia/Tokyo', starts: Date.UTC(2026, 11, 1, 22) }),
    { zone: 'Asia/Tokyo', there: '2 Dec 2026, 07:00', here: '1 Dec 2026, 22:00' });
});

test('where the clocks show the same, once is enough; a zone the browser does not know is the reader’s', () => {
  assert.deepEqual(placeOf({ ...conference, timeZone: 'Africa/Accra' }), { zone: 'Africa/Accra', there: '1 Dec 2026, 14:00', here: null });
  assert.deepEqual(placeOf({ ...conference, timeZone: 'Europe/Nowhere' }).here, null);
});

test('who leads and who takes part is said by name where names may be looked up', () => {
  assert.equal(chairText(conference, 'm1', []), 'You');
  assert.equal(chairText(conference, 'm2', people), 'A. Hollstein');
  assert.equal(attendeesText(conference, 'p-coord', people), 'A. Hollstein, T. Wierzbicki, S. Aydoğan');
});

test('where they may not, it is said who does know, and oneself is not counted among strangers', async () => {
  assert.equal(chairText(conference, 'm2', []), 'Not you; the coordinator tells you who');
  assert.equal(attendeesText(conference, 'm2', []), 'You and 2 others');
  assert.equal(attendeesText({ participants: ['m2'] }, 'm2', []), 'You');
  assert.equal(attendeesText(conference, 'p-obs', []), '3 participants');
  await useLanguage('de');
  assert.equal(attendeesText({ participants: ['m1', 'm2'] }, 'm2', []), 'Sie und 1 weitere Person');
});
