/** Scheduling a conference: when, who, and which cases in which order. The server then tells each case its slot. */
import { h } from '../core/dom.js';
import { zoneHere } from '../core/format.js';
import { t } from '../core/i18n.js';
import { errorState, screenState } from '../views/states.js';
import { mayCoordinate, siteBar, statePage } from './frame.js';
import { toDay } from './local-time.js';
import { Draft } from './preparation/draft.js';
import { form } from './preparation/form.js';
import { attendeesOf, lacksOfConference, meetingOf } from './schedule/agenda.js';
import { scheduleFields } from './schedule/fields.js';
import { instantOf, isZone } from './schedule/zone-time.js';
import { screen } from '../shell.js';

export function open(app) {
  const state = { people: null, cases: null, error: null, isGathering: false };
  const draft = new Draft('conference', {
    title: '', date: '', time: '', timeZone: zoneHere(), durationMinutes: '60', chair: '', participants: [], agenda: [], filter: '',
  }, () => page.update());
  const id = crypto.randomUUID();
  let sent = { text: '', key: '' };
  const page = screen(app, () => ({ title: t('schedule.heading'), top: [siteBar(app, 'schedule')], main: [content()] }));

  function content() {
    if (!mayCoordinate(app)) return stateOf({ kind: 'forbidden', actions: [{ label: t('common.to-boards'), href: '#/' }] });
    if (!state.people) return state.error ? statePage(t('schedule.heading'), errorState(state.error, load)) : stateOf({ kind: 'loading' });
    return h('div', { class: 'page reading work' },
      h('h1', { tabindex: '-1' }, t('schedule.heading')),
      h('p', { class: 'muted' }, t('schedule.text')),
      form({
        draft, label: t('schedule.heading'), submit: t('schedule.submit'), onsubmit, cancel: { href: '#/' },
        content: scheduleFields(draft, { ...state, today: toDay(Date.now()), starts: startsOf(draft.values), gather }),
      }));
  }

  async function load() {
    try {
      const [people, boards] = await Promise.all([app.api.get('/api/people'), app.api.get('/api/boards')]);
      const isOver = ({ card }) => card.phase === 'closed' || card.phase === 'withdrawn';
      Object.assign(state, { people: people.value,
        cases: boards.value.cases.filter(row => row.role === 'coordinator' && !isOver(row)), error: null });
    } catch (error) { state.error = error; }
    page.update();
  }

  /** Everybody who belongs to the cases of the agenda, beside those who are chosen already. */
  async function gather() {
    state.isGathering = true;
    page.update();
    try {
      const logisticsOf = item => app.api.get(`/api/cases/${encodeURIComponent(item.case)}/streams/logistics`);
      const streams = await Promise.all(draft.values.agenda.map(logisticsOf));
      const found = streams.flatMap(({ value }) => attendeesOf(value.events));
      draft.set('participants', [...new Set([...draft.values.participants, ...found])]);
      draft.problems = [];
    } catch (error) { await draft.submit({ say: () => Promise.reject(error) }); }
    state.isGathering = false;
    page.update();
  }

  async function onsubmit() {
    const starts = startsOf(draft.values);
    const problems = lacksOfConference(draft.values, starts,
      Date.now()).map(lack => ({ field: fieldOfLack[lack] ?? lack, text: t(`schedule.lack-${lack}`) }));
    const body = { id, schedule: meetingOf(draft.values, starts) };
    const text = JSON.stringify(body);
    if (text !== sent.text) sent = { text, key: crypto.randomUUID() };
    const labels = Object.fromEntries(['title', 'durationMinutes', 'participants', 'chair',
      'timeZone'].map(field => [field, { field, label: t(`schedule.${field}`) }]));
    const say = () => app.api.post('/api/conferences', body, { idempotencyKey: sent.key });
    if (await draft.submit({ problems, say, labels })) await app.go(`#/conferences/${id}`);
  }

  const guard = event => { if (draft.isDirty) event.preventDefault(); };
  app.window.addEventListener('beforeunload', guard);
  if (mayCoordinate(app)) load();
  return () => {
    app.window.removeEventListener('beforeunload', guard);
    page.close();
  };
}

const stateOf = state => statePage(t('schedule.heading'), screenState(state));

const fieldOfLack = { 'time-gap': 'time', past: 'date', minutes: 'agenda' };

function startsOf({ date, time, timeZone }) {
  return date && time && isZone(timeZone) ? instantOf(date, time, timeZone) : null;
}
