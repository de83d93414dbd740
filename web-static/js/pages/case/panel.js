/** The work a phase asks for: a head, the views of it, and the dock with its one primary button. */
import { h } from '../../core/dom.js';
import { sentence } from '../../core/errors.js';
import { t } from '../../core/i18n.js';
import { icon } from '../../core/icons.js';
import '../../elements/dock.js';
import '../../elements/error-summary.js';
import { isRevealed } from '../../model/phases.js';
import { errorState, note, screenState } from '../../views/states.js';
import { findingsPanel } from './findings-panel.js';
import { readsBoard, tabsOf } from './tabs.js';
import { watchPanel } from './watch-panel.js';

const panels = { findings: findingsPanel, watch: watchPanel };

/** `{label, isWide, content}`: the name of the pane, whether it needs room, its descriptions. */
export function panel(desk) {
  if (desk.phase === 'withdrawn') return { label: t('case.work'), content: withdrawn(desk) };
  if (isRevealed(desk.phase) && readsBoard(desk) && !isReady(desk)) return { label: t('case.work'), content: revealing(desk) };
  const tool = isRevealed(desk.phase) ? desk.tools.deliberation : desk.tools.assessment;
  if (desk.phase === 'review' && !tool) return { label: t('case.work'), content: screenState({ kind: 'loading' }) };
  const tabs = tabsOf(desk);
  const current = tabs.includes(desk.view.tab) ? desk.view.tab : tabs[0];
  const dock = !readsBoard(desk) || (desk.findings.form && current === 'findings') ? null : tool?.docks[desk.phase]?.(desk);
  return {
    label: t(desk.phase === 'review' && desk.isPanel ? 'case.tab-assessment' : `case.tab-${tabs[0]}`),
    isWide: isRevealed(desk.phase),
    content: [
      h('div', { class: 'panel-head', key: 'head' }, h('h2', { tabindex: '-1' }, t(panelTitle(desk)))),
      tabs.length > 1 && tabBar(desk, tabs, current),
      h('tb-error-summary', { key: 'problems', props: { problems: desk.view.problems } }),
      refusals(desk),
      tool?.notes?.(desk),
      h('div', { class: 'panel-body stack', key: `body ${current}` }, (panels[current] ?? tool.panels[current])(desk)),
      dock && h('tb-dock', {
        key: 'dock', props: { todo: dock.todo ?? [], primary: dock.primary ?? null, actions: dock.actions ?? [] },
        'ondock-chosen': event => dock.run[event.detail.id]?.(),
        'ondock-refused': () => desk.announce(dock.refusal ?? t('case.not-yet'), 'dock'),
      }),
    ],
  };
}

/** Those who only read along have no assessment and no votes of their own. */
const panelTitle = ({ phase, isPanel }) => (!isPanel && (
  phase === 'review' || phase === 'voting') ? `case.panel-${phase}-others` : `case.panel-${phase}`);

function tabBar(desk, tabs, current) {
  return h('nav', {
    class: 'tabs', key: 'tabs', data: { count: tabs.length }, 'aria-label': t('case.views-of-work'),
  }, tabs.map(tab => h('button', {
    key: tab, type: 'button', data: { tab }, 'aria-current': tab === current ? 'true' : null, onclick: () => showTab(desk, tab),
  }, t(`case.tab-${tab}`), count(desk, tab))));
}

function showTab(desk, tab) {
  desk.set({ tab, problems: [] });
  document.querySelector('.pane.side')?.scrollTo({ top: 0 });
}

function count(desk, tab) {
  if (tab !== 'opinion') return null;
  return h('span', { class: 'num count' }, t('case.of-ten', { done: Object.keys(desk.state.own.answers).length }));
}

/** What the rules refused of what was written: kept in sight until the person lets it go. */
function refusals(desk) {
  const { refused } = desk.pending;
  if (refused.length === 0) return null;
  return h('section', { class: 'note brick refused', key: 'refused' }, icon('alert', 24),
    h('b', {}, t('case.refused', { count: refused.length })),
    h('ul', {}, refused.map(({ id, command, payload, error }) => h('li', { key: id },
      h('p', {}, h('b', {}, t(`case.command-${command}`)), ' ', excerpt(payload), ' ', sentence(error)),
      h('button', { class: 'btn small', type: 'button', onclick: () => { desk.pending.discard(id); desk.changed(); } },
        t('case.let-go'))))));
}

const excerpt = payload => {
  const said = payload.annotation?.statement ?? payload.comment?.text ?? payload.answer?.rationale;
  return said ? t('parts.quoted', { text: said }) : '';
};

const isReady = ({ revelation, tools }) => revelation.isReady && Boolean(tools.deliberation);

function revealing(desk) {
  const { revelation } = desk;
  if (revelation.state === 'failed') return errorState(revelation.error, () => revelation.retry());
  return screenState({ kind: 'loading', heading: t('case.revealing'), text: t('case.revealing-text') });
}

function withdrawn(desk) {
  const { reason } = desk.state.dossier.withdrawn ?? {};
  return note({ heading: t('case.withdrawn'), text: reason ?? '', icon: 'close' });
}
