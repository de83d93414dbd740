/** The signed recommendation, for everybody who may have it: read calmly, acknowledged by who receives it, printed on A4. */
import { sha256, text } from '../core/blobs.js';
import { h } from '../core/dom.js';
import { problemsOf } from '../core/errors.js';
import { dateTime } from '../core/format.js';
import { t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import '../elements/error-summary.js';
import { emptyCase, foldCase, forgetStreams } from '../model/case.js';
import { errorState, note, screenState } from '../views/states.js';
import { patientOf } from './case-bars.js';
import { siteBar } from './frame.js';
import { recommendationDocument } from './record/document.js';
import { screen } from '../shell.js';

export const catalogues = ['case', 'deliberation', 'record'];

export function open(app, { case: caseID }) {
  const view = { app, caseID, found: null, failure: null, role: null, state: emptyCase, problems: [], isBusy: false, isIntact: null };
  const page = screen(app, () => describe(view, load));
  let leave = () => {};

  async function load() {
    Object.assign(view, { failure: null });
    page.update();
    const path = `/api/cases/${encodeURIComponent(caseID)}`;
    try {
      const [{ value: membership }, { value }] = await Promise.all([app.api.get(path), app.api.get(`${path}/recommendation`)]);
      Object.assign(view, { role: membership.role, found: value });
      view.isIntact = await matches(app, caseID, value);
      if (page.isOpen) leave = await follow(view, () => page.update());
    } catch (error) {
      view.failure = error;
    }
    page.update();
  }

  view.acknowledge = () => acknowledge(view, () => page.update());
  load();
  return () => { page.close(); leave(); };
}

/** Whether the bytes the server keeps have the hash that is signed, and say what the page shows. */
async function matches(app, caseID, { record, blob: [hash] }) {
  const bytes = await app.api.bytes(`/api/cases/${encodeURIComponent(caseID)}/blobs/${hash}`);
  return await sha256(bytes) === hash && sameValue(JSON.parse(text(bytes)), record);
}

const sorted = value => (value && typeof value === 'object' && !Array.isArray(value)
  ? Object.fromEntries(Object.keys(value).sort().map(key => [key, value[key]])) : value);
const sameValue = (one, other) => JSON.stringify(one, (key, value) => sorted(value)) === JSON.stringify(
  other,
  (key, value) => sorted(value));

/** Addenda and the acknowledgement happen while the page is open. */
async function follow(view, update) {
  view.connection = await view.app.connect();
  const take = happening => { view.state = foldCase(view.state, happening); update(); };
  const restart = streams => { view.state = forgetStreams(view.state, streams); };
  const subscription = view.connection.wire.join(view.caseID, { event: take, caughtUp: update, restart });
  const stop = view.connection.wire.onChange(update);
  return () => { subscription.leave(); stop(); };
}

async function acknowledge(view, update) {
  Object.assign(view, { isBusy: true, problems: [] });
  update();
  try {
    await view.connection.wire.request('acknowledge', { case: view.caseID });
    view.app.announce(t('record.acknowledged-now'), 'acknowledge');
  } catch (error) { view.problems = problemsOf(error); }
  view.isBusy = false;
  update();
}

function describe(view, retry) {
  const { app, found, failure } = view;
  const bare = content => ({ title: t('record.title'), top: [siteBar(app)], main: [h('div', { class: 'page' }, content)] });
  if (failure) return bare(failure.status === 404 ? notYet(view) : errorState(failure, retry));
  if (!found) return bare(screenState({ kind: 'loading' }));
  const { sheet } = found.record;
  return {
    title: `${sheet.patient.pseudonym} · ${t('record.title')}`,
    top: [h('tb-top-bar', { props: { patient: patientOf(sheet, Date.now()), flags: [] } })],
    main: [h('div', { class: 'page reading recommendation' }, head(view), recommendationDocument(view), standing(view))],
  };
}

const notYet = ({ caseID }) => screenState({
  kind: 'missing', heading: t('record.not-yet'), text: t('record.not-yet-text'),
  actions: [
    { label: t('common.to-boards'), href: '#/' }, { label: t('record.to-case'), href: `#/cases/${encodeURIComponent(caseID)}` },
  ],
});

function head({ app, role, caseID, problems, isIntact }) {
  return [
    h('div', { class: 'page-head no-print', key: 'head' },
      h('h2', { class: 'grow title' }, t('record.title')),
      role !== 'recipient' && h('a', { class: 'btn', href: `#/cases/${encodeURIComponent(caseID)}` }, t('record.to-case')),
      h('button', { class: 'btn', type: 'button', onclick: () => app.window.print() }, icon('docs', 16), t('record.print'))),
    h('tb-error-summary', { key: 'problems', props: { problems } }),
    isIntact === false && note({ heading: t('record.broken'), text: t('record.broken-text'), icon: 'alert', tone: 'brick' }),
  ];
}

/** What is asked of the reader, and what happened since. */
function standing(view) {
  const { role, app, state, isBusy, connection } = view;
  const own = state.delivery.acknowledgements.find(({ by }) => by === app.session.person);
  const [first] = state.delivery.acknowledgements;
  if (role === 'recipient') {
    return h('section', { class: 'acknowledge no-print', key: 'standing' }, own
      ? h('p', { class: 'cluster done' }, icon('check', 18), t('record.acknowledged', { time: dateTime(own.at) }))
      : [h('p', { key: 'ask' }, t('record.acknowledge-text')),
        h('button', {
          class: 'btn primary', key: 'go', type: 'button', 'aria-disabled': isBusy || !connection?.wire.status.isOpen ? 'true' : null,
          onclick: () => !isBusy && view.acknowledge(),
        }, icon('check', 18), t('record.acknowledge'))]);
  }
  if (!state.delivery.delivered) return null;
  return h('p', { class: 'muted no-print', key: 'standing' }, [
    t('draft.delivered-at', { time: dateTime(state.delivery.delivered.at) }),
    first && t('draft.acknowledged', { time: dateTime(first.at) }),
  ].filter(Boolean).join(' '));
}
