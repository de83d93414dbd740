/** Where one arrives: the next conferences, the cases that need one first, then the others. */
import { h } from '../core/dom.js';
import { t } from '../core/i18n.js';
import { errorState, screenState } from '../views/states.js';
import { conferenceCards } from './boards/conference-card.js';
import { caseRows } from './boards/case-rows.js';
import { sorted, upcoming } from './boards/needs.js';
import { mayCoordinate, siteBar } from './frame.js';
import { screen } from '../shell.js';

/** The list stands first; the connection comes behind it, and what changed in between is asked for then. Milliseconds. */
const pause = 2_000;

/** After this a connection that could not be had is tried for again. Milliseconds. */
const patience = 15_000;

export function open(app) {
  const state = { boards: null, error: null };
  const page = screen(app, () => ({
    title: t('boards.heading'), top: [siteBar(app, 'boards')],
    main: [h('div', { class: 'page boards-page' }, head(app), content(app, state, load))],
  }));

  // Answers may overtake each other: what is older than what is shown is let go.
  let asked = 0;
  let shown = 0;
  async function load() {
    const mine = ++asked;
    const answer = await app.api.get('/api/boards').catch(error => ({ error }));
    if (mine < shown) return;
    shown = mine;
    if (answer.error === undefined) state.boards = answer.value;
    state.error = answer.error ?? null;
    page.update();
  }

  // What was true an hour ago is not worth a decision: whoever comes back to the tab sees the present.
  const refresh = () => { if (!app.window.document.hidden) load(); };
  app.window.document.addEventListener('visibilitychange', refresh);
  // What others change is seen here without coming back: a case one is invited to, a recommendation delivered.
  let wire = null;
  let isClosed = false;
  const follow = async () => {
    const connection = await app.connect().catch(() => null);
    if (isClosed) return;
    if (!connection) { timer = setTimeout(follow, patience); return; }
    ({ wire } = connection);
    wire.boardsChanged = load;
    if (wire.status.isOpen) load();
  };
  let timer = setTimeout(follow, pause);
  load();
  return () => {
    isClosed = true;
    clearTimeout(timer);
    if (wire) wire.boardsChanged = () => {};
    app.window.document.removeEventListener('visibilitychange', refresh);
    page.close();
  };
}

function head(app) {
  return h('div', { class: 'page-head' },
    h('h1', { tabindex: '-1' }, t('boards.heading')),
    h('div', { class: 'grow' }),
    mayCoordinate(app) && h('div', { class: 'actions' },
      h('a', { class: 'btn', href: '#/schedule' }, t('boards.schedule')),
      h('a', { class: 'btn primary', href: '#/cases/new' }, t('boards.open-case'))));
}

function content(app, { boards, error }, retry) {
  if (!boards) return error ? errorState(error, retry) : screenState({ kind: 'loading' });
  const now = Date.now();
  const conferences = upcoming(boards.conferences ?? [], now);
  if (boards.cases.length === 0 && conferences.length === 0) return empty(app);
  const { needing, others, over } = sorted(boards.cases, now);
  return [
    conferences.length > 0 && conferenceCards(conferences, boards.cases, now),
    h('section', { class: 'stack', key: 'needing', 'aria-labelledby': 'needing' },
      h('h2', { id: 'needing' }, t('boards.needing')),
      needing.length > 0 ? caseRows(needing, now) : h('p', { class: 'muted' }, t('boards.needing-none'))),
    others.length > 0 && h('section', { class: 'stack', key: 'others', 'aria-labelledby': 'others' },
      h('h2', { id: 'others' }, t('boards.others')), caseRows(others, now)),
    over.length > 0 && h('details', { class: 'over', key: 'over' },
      h('summary', {}, t('boards.over'), h('span', { class: 'muted num' }, ` ${t('boards.slots', { count: over.length })}`)),
      caseRows(over, now)),
  ];
}

function empty(app) {
  const kind = mayCoordinate(app) ? 'empty-coordinator' : 'empty';
  return screenState({
    kind: 'empty', heading: t(`boards.${kind}`), text: t(`boards.${kind}-text`),
    actions: mayCoordinate(app) ? [{ label: t('boards.open-case'), href: '#/cases/new' }] : [],
  });
}
