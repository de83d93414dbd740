/** A case on one page: documents, reader, and the work its phase asks for. */
import { h } from '../core/dom.js';
import { t } from '../core/i18n.js';
import { errorState, screenState } from '../views/states.js';
import { siteBar } from './frame.js';
import { screen } from '../shell.js';
import { Desk } from './case/desk.js';
import { docsPane } from './case/docs-pane.js';
import { Findings } from './case/findings.js';
import { panes, paneBar, top } from './case/frame.js';
import { bindKeys } from './case/keys.js';
import { panel } from './case/panel.js';
import { readerPane } from './case/reader-pane.js';

export const catalogues = ['case'];

export function open(app, { case: caseID }) {
  let desk = null;
  let failure = null;
  const page = screen(app, () => describe(app, desk, failure, start));
  const update = () => page.update();

  async function start() {
    failure = null;
    update();
    try {
      const [{ value }, connection] = await Promise.all([app.api.get(`/api/cases/${encodeURIComponent(caseID)}`), app.connect()]);
      if (page.isOpen) follow(value, connection);
    } catch (error) {
      failure = error;
      update();
    }
  }

  function follow({ role, card }, connection) {
    if (role === 'recipient') { app.go(`#/cases/${encodeURIComponent(caseID)}/recommendation`); return; }
    desk = new Desk({ app, caseID, role, connection, changed: update });
    desk.findings = new Findings(desk);
    desk.fetchTools(card.phase);
    desk.follow();
    desk.release = bindKeys(desk);
  }

  start();
  return () => {
    page.close();
    desk?.release();
    desk?.answers?.close();
    desk?.close();
  };
}

function describe(app, desk, failure, retry) {
  if (failure) return bare(app, errorState(failure, retry));
  if (desk?.isGone) return bare(
    app,
    screenState({
      kind: 'forbidden', heading: t('case.no-longer-member'), text: t('case.no-longer-member-text'),
      actions: [{ label: t('common.to-boards'), href: '#/' }],
    }));
  if (!desk?.state.dossier.sheet || !desk.isEquipped) return bare(app, screenState({ kind: 'loading' }));
  const title = `${desk.state.dossier.sheet.patient.pseudonym} · ${desk.state.dossier.sheet.title}`;
  queueMicrotask(() => desk.rendered());
  if (desk.phase === 'intake') return {
    title, top: top(desk), main: [desk.tools.invitation?.invitation(desk)],
  };
  const { label, isWide, content } = panel(desk);
  return {
    title,
    layout: 'desk',
    top: top(desk),
    main: [panes(desk, { docs: docsPane(desk), reader: readerPane(desk), side: content, isWide })],
    foot: [paneBar(desk, label)],
  };
}

const bare = (app, state) => ({ title: t('case.case'), top: [siteBar(app)], main: [h('div', { class: 'page' }, state)] });
