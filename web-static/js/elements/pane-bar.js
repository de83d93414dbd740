/** The bottom bar of a narrow window: one button per pane. Emits `pane-chosen` with `{id}`. */
import { h } from '../core/dom.js';
import { t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { Part, define } from './part.js';

export class PaneBar extends Part {
  static properties = {
    /** `[{id, label, icon}]` */
    panes: [],
    current: null,
  };

  render() {
    return h('nav', { 'aria-label': t('common.views') }, this.panes.map(pane => h('button', {
      class: 'pane-tab', key: pane.id, type: 'button', 'aria-current': pane.id === this.current ? 'true' : null,
      onclick: () => this.emit('pane-chosen', { id: pane.id }),
    }, icon(pane.icon, 21), pane.label)));
  }
}

define('tb-pane-bar', PaneBar);
