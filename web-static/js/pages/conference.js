/** A conference for its participants: when it is, what is on the agenda, which of it is theirs. */
import { h } from '../core/dom.js';
import { dateTime, relative, time, zoneHere, zoneName } from '../core/format.js';
import { t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { chip } from '../views/chip.js';
import { deadline } from '../views/deadline.js';
import { errorState, screenState } from '../views/states.js';
import { agendaOf, hrefOf } from './boards/needs.js';
import { mayCoordinate, siteBar, statePage } from './frame.js';
import { screen } from '../shell.js';
import { term } from './terms.js';

export function open(app, { conference: id }) {
  const state = { conference: null, cases: [], people: [], error: null };
  const page = screen(app, () => ({
    title: state.conference?.title ?? t('schedule.conference'), top: [siteBar(app)], main: [content(app, state, load)],
  }));

  async function load() {
    try {
      const [meeting, boards, people] = await Promise.all([
        app.api.get(`/api/conferences/${encodeURIComponent(id)}`), app.api.get('/api/boards'),
        // Names are the coordinator's to look up; everybody else knows who invited them.
        mayCoordinate(app) ? app.api.get('/api/people') : { value: [] },
      ]);
      Object.assign(state, { conference: { id, ...meeting.value.conference }, cases: boards.value.cases, people: people.value,
        error: null });
    } catch (error) { state.error = error; }
    page.update();
  }

  load();
  return () => page.close();
}

function content(app, { conference, cases, people, error }, retry) {
  if (!conference) return statePage(t('schedule.conference'), error ? errorState(error, retry) : screenState({ kind: 'loading' }));
  const now = Date.now();
  const ends = conference.starts + conference.durationMinutes * 60_000;
  const { tone } = deadline(conference.starts, now);
  return h('div', { class: 'page reading work boards-page' },
    h('header', { class: 'page-head' },
      h('h1', { tabindex: '-1' }, conference.title),
      now < ends && chip({ text: conference.starts <= now ? t('boards.conference-on') : relative(conference.starts, now),
        tone: conference.starts <= now ? 'teal' : tone, icon: 'clock' })),
    h('dl', { class: 'facts' },
      fact('when', h('span', { class: 'num' }, t('boards.conference-facts',
        { time: dateTime(conference.starts), zone: zoneName(zoneHere()), minutes: conference.durationMinutes }))),
      conference.timeZone !== zoneHere() && fact('timeZone', zoneName(conference.timeZone)),
      fact('chair', chairOf(app, conference, people)),
      fact('participants', attendees(conference, people))),
    h('section', { class: 'stack' }, h('h2', { id: 'agenda' }, t('boards.agenda')),
      conference.agenda.length === 0
        ? h('p', { class: 'muted' }, t('schedule.no-agenda'))
        : h('ol', { class: 'agenda standing', 'aria-labelledby': 'agenda' },
          agendaOf(conference, cases).map(slot => h('li', { key: slot.number }, slotView(slot, conference))))));
}

const fact = (name, value) => [h('dt', { key: name }, t(`schedule.${name}`)), h('dd', { key: `${name} value` }, value)];

function chairOf(app, { chair }, people) {
  if (chair === app.session.person) return t('schedule.chair-you');
  return people.find(({ id }) => id === chair)?.name ?? t('schedule.chair-else');
}

function attendees({ participants }, people) {
  const names = participants.map(id => people.find(person => person.id === id)?.name).filter(Boolean);
  return names.length === participants.length && names.length > 0 ? names.join(', ') : t('schedule.chosen', { count: participants.length });
}

/** When a slot begins, if those before it keep their time. */
const startOf = ({ starts, agenda }, number) => starts + agenda.filter(slot => slot.number < number).reduce((sum,
  { minutes }) => sum + minutes, 0) * 60_000;

function slotView({ number, minutes, row }, conference) {
  return [
    h('span', { class: 'slot num', 'aria-label': t('boards.slot', { number }) }, String(number)),
    h('span', { class: 'num muted at' }, t('schedule.about', { time: time(startOf(conference, number)) })),
    row
      ? h('div', { class: 'grow' }, h('a', { href: hrefOf(row) }, h('b', {}, row.card.patient?.pseudonym)),
        h('p', { lang: row.card.language }, row.card.title),
        h('p', { class: 'muted small' }, term('phase', row.card.phase)))
      : h('span', { class: 'grow muted' }, icon('seal', 15), t('boards.slot-of-others')),
    h('span', { class: 'num muted' }, t('boards.slot-minutes', { minutes })),
  ];
}
