/** What frames a case: the panes, and the bar that switches them in a narrow window. */
import { h } from '../../core/dom.js';
import { t } from '../../core/i18n.js';
import '../../elements/pane-bar.js';
import { caseBars } from '../case-bars.js';
import { shownSave } from './pending.js';

/** The bars above the panes. */
export const top = desk => caseBars({
  state: desk.state, role: desk.role, save: shownSave(desk.connection.saveState(), desk), clock: desk.connection.wire.serverClock,
  person: desk.app.session.name,
});

/** The three panes, and the bar that switches them in a narrow window. */
export function panes(desk, { docs, reader, side, isWide }) {
  return h('div', { class: 'desk', data: { view: desk.view.pane, panel: isWide ? 'wide' : null } },
    h('nav', { class: 'pane docs', 'aria-label': t('case.documents') }, docs),
    h('section', { class: 'pane reader', 'aria-label': t('case.reading') }, reader),
    h('section', { class: 'pane side', 'aria-label': t('case.work') }, side));
}

export function paneBar(desk, label) {
  return h('tb-pane-bar', {
    props: {
      current: desk.view.pane,
      panes: [
        { id: 'docs', label: t('case.documents'), icon: 'docs' },
        { id: 'read', label: t('case.read'), icon: 'read' },
        { id: 'side', label, icon: sideIcons[desk.phase] ?? 'discussion' },
      ],
    },
    'onpane-chosen': event => desk.set({ pane: event.detail.id }),
  });
}

const sideIcons = { review: 'pen', voting: 'vote', drafting: 'pen', signOff: 'pen' };
