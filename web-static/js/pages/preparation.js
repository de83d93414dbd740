/**
 * Preparing a case: the coordinator's work from the question to the delivery, and the translator's part of it. Nothing
 * medical is offered here; transcribing the first opinion is the one exception, and it is a source.
 */
import { h } from '../core/dom.js';
import { t } from '../core/i18n.js';
import { pathOf } from '../core/router.js';
import { errorState, screenState } from '../views/states.js';
import { caseBars } from './case-bars.js';
import { siteBar, statePage } from './frame.js';
import { Casework } from './preparation/casework.js';
import { refusals } from './preparation/refusals.js';
import { describeSection, sectionNav, sectionReady, sectionsOf } from './preparation/sections.js';
import { Workbench } from './preparation/workbench.js';
import { screen } from '../shell.js';

export const catalogues = ['preparation'];

export function open(app, { case: caseID }) {
  const casework = new Casework(app, caseID, () => page?.update());
  const bench = new Workbench(app, casework, () => page.update());
  const page = screen(app, () => describe(app, bench, () => casework.open()));
  const stops = [listenForSections(app, bench), guardDrafts(app, bench), tickEveryMinute(page)];
  casework.open();
  return () => {
    for (const stop of stops) stop();
    casework.close();
    page.close();
  };
}

function describe(app, bench, retry) {
  const { casework } = bench;
  const content = stateOf(casework, retry);
  if (content) return { title: t('preparation.heading'), top: [siteBar(app)], main: [statePage(t('preparation.heading'), content)] };
  const sections = sectionsOf(bench);
  // Where one arrived one stays, also when the last lack of that section is mended.
  bench.start ??= sections.find(({ isStart }) => isStart).id;
  const current = [bench.place[0], bench.start].map(wanted => sections.find(({ id }) => id === wanted)).find(Boolean) ?? sections[0];
  return {
    title: [bench.state.dossier.sheet.patient.pseudonym, current.label].join(' · '),
    top: caseBars({ state: bench.state, save: casework.save, clock: casework, person: app.session.name }),
    main: [h('div', { class: 'page work preparation' },
      sectionNav(bench, sections, current.id),
      h('div', { class: 'section', key: current.id }, refusals(bench), describeSection(bench, current.id)))],
  };
}

function stateOf({ failure, hasLeft, isCaughtUp, role, state }, retry) {
  if (hasLeft) return screenState({ kind: 'forbidden', actions: [{ label: t('common.to-boards'), href: '#/' }] });
  if (failure) return errorState(failure, retry);
  if (!isCaughtUp || !state.dossier.sheet) return screenState({ kind: 'loading' });
  if (role !== 'coordinator' && role !== 'translator') {
    return screenState({ kind: 'forbidden', actions: [{ label: t('common.to-boards'), href: '#/' }] });
  }
  return null;
}

/** Within the page the router stays still; the reader starts at the section's heading. */
function listenForSections(app, bench) {
  const { window: win } = app;
  const path = pathOf(win.location.hash);
  const onChange = async () => {
    if (pathOf(win.location.hash) !== path) return;
    bench.refusal = null;
    bench.update();
    await sectionReady(bench.place[0]);
    setTimeout(() => {
      win.document.querySelector('.section h2')?.focus({ preventScroll: true });
      win.scrollTo(0, 0);
    });
  };
  win.addEventListener('hashchange', onChange);
  return () => win.removeEventListener('hashchange', onChange);
}

/** Asks before the tab closes over something that was written and not sent. */
function guardDrafts({ window: win }, bench) {
  const ask = event => { if (bench.hasUnsaved) event.preventDefault(); };
  win.addEventListener('beforeunload', ask);
  return () => win.removeEventListener('beforeunload', ask);
}

/** What depends on the clock (a deadline, a reminder that may be repeated) is looked at again. */
function tickEveryMinute(page) {
  const ticking = setInterval(() => page.update(), 60_000);
  return () => clearInterval(ticking);
}
