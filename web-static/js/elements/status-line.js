/** Whether what was written is safe: said only after the server's durable acknowledgement. */
import { time } from '../core/format.js';
import { t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { h } from '../core/dom.js';
import { Part, define } from './part.js';

export class StatusLine extends Part {
  static properties = {
    /** `{state: 'idle' | 'saving' | 'saved' | 'unsent', at, count}` */
    save: { state: 'idle' },
  };

  host() { return { class: 'num', data: { state: this.save.state } }; }

  render() {
    const { state, at, count } = this.save;
    if (state === 'saving') return [h('span', {}, t('common.saving'))];
    if (state === 'saved') return [icon('check', 16), h('span', {}, t('common.saved', { time: time(at) }))];
    if (state === 'unsent') return [icon('alert', 16), h('span', {}, t('common.unsent', { count }))];
    return [];
  }
}

define('tb-status-line', StatusLine);
