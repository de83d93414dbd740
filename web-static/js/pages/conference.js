/** A conference for its participants: when it is, what is on the agenda, which of it is theirs. */
import { h } from '../core/dom.js';
import { relative, timeIn, zoneHere, zoneName } from '../core/format.js';
import { t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { chip } from '../views/chip.js';
import { deadline } from '../views/deadline.js';
import { errorState, screenState } from '../views/states.js';
import { agendaOf, hrefOf } from './boards/needs.js';
import { siteBar, statePage } from './frame.js';
import { attendeesText, chairText, placeOf } from './schedule/meeting.js';
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
        // Names are for those to look up who invite; a panel keeps who is on it to itself until its reveal.
        app.session.rights?.length > 0 ? app.api.get('/api/people') : { value: [] },
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
  const { zone, there, here } = placeOf(conference);
  return h('div', { class: 'page reading work boards-page' },
    h('header', { class: 'page-head' },
      h('h1', { tabindex: '-1' }, conference.title),
      now < ends && chip({ text: conference.starts <= now ? t('boards.conference-on') : relative(conference.starts, now, zone),
        tone: conference.starts <= now ? 'teal' : tone, icon: 'clock' })),
    h('dl', { class: 'facts' },
      fact('when', h('span', { class: 'num' }, t('boards.conference-facts',
        { time: there, zone: zoneName(zone), minutes: conference.durationMinutes }))),
      here && fact('when-here', h('span', { class: 'num' }, t('schedule.time-in', { time: here, zone: zoneName(zoneHere()) }))),
      fact('chair', chairText(conference, app.session.person, people)),
      fact('participants', attendeesText(conference, app.session.person, people))),
    h('section', { class: 'stack' }, h('h2', { id: 'agenda' }, t('boards.agenda')),
      here && conference.agenda.length > 0 && h('p', { class: 'muted small' }, t('schedule.times-of', { zone: zoneName(zone) })),
      conference.agenda.length === 0
        ? h('p', { class: 'muted' }, t('schedule.no-agenda'))
        : h('ol', { class: 'agenda standing', 'aria-labelledby': 'agenda' },
          agendaOf(conference, cases).map(slot => h('li', { key: slot.number }, slotView(slot, conference, zone))))));
}

const fact = (name, value) => [h('dt', { key: name }, t(`schedule.${name}`)), h('dd', { key: `${name} value` }, value)];

/** When a slot begins, if those before it keep their time. */
const startOf = ({ starts, agenda }, number) => starts + agenda.filter(slot => slot.number < number).reduce((sum,
  { minutes }) => sum + minutes, 0) * 60_000;

function slotView({ number, minutes, row }, conference, zone) {
  return [
    h('span', { class: 'slot num', 'aria-label': t('boards.slot', { number }) }, String(number)),
    h('span', { class: 'num muted at' }, t('schedule.about', { time: timeIn(startOf(conference, number), zone) })),
    row
      ? h('div', { class: 'grow' }, h('a', { href: hrefOf(row) }, h('b', {}, row.card.patient?.pseudonym)),
        h('p', { lang: row.card.language }, row.card.title),
        h('p', { class: 'muted small' }, term('phase', row.card.phase)))
      : h('span', { class: 'grow muted' }, icon('seal', 15), t('boards.slot-of-others')),
    h('span', { class: 'num muted' }, t('boards.slot-minutes', { minutes })),
  ];
}
