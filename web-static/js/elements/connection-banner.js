/** Says, after three seconds without a connection, what still works. Emits `retry-now` and `sign-in-again`. */
import { h } from '../core/dom.js';
import { time } from '../core/format.js';
import { t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { Part, define } from './part.js';

/** Most losses mend before anybody need know. Milliseconds. */
export const quietPeriod = 3000;

export class ConnectionBanner extends Part {
  static properties = {
    /** The `status` of the wire. */
    status: { isOpen: true, lostSince: null, isSignedOut: false },
    /** How many entries wait in this tab. */
    unsent: 0,
  };

  #timer = null;

  disconnected() { clearTimeout(this.#timer); }

  get isShown() {
    const { isOpen, lostSince, isSignedOut } = this.status;
    return isSignedOut || (!isOpen && lostSince !== null && Date.now() - lostSince >= quietPeriod);
  }

  host() { return { role: 'status', hidden: !this.isShown }; }

  render() {
    clearTimeout(this.#timer);
    if (!this.isShown) {
      if (!this.status.isOpen && this.status.lostSince !== null) this.#timer = setTimeout(() => this.update(), quietPeriod);
      return [];
    }
    const { isSignedOut, lostSince } = this.status;
    const waiting = this.unsent ? t('common.offline-waiting', { count: this.unsent }) : t('common.offline-nothing-waiting');
    return [
      icon(isSignedOut ? 'seal' : 'offline', 20),
      h('p', {},
        h('b', {}, isSignedOut ? t('common.signed-out') : t('common.offline-since', { time: time(lostSince) })),
        ' ', isSignedOut ? t('common.signed-out-kept', { count: this.unsent }) : waiting),
      h('button', {
        class: 'btn', type: 'button', onclick: () => this.emit(isSignedOut ? 'sign-in-again' : 'retry-now'),
      }, isSignedOut ? t('common.sign-in') : t('common.try-now')),
    ];
  }
}

define('tb-connection-banner', ConnectionBanner);
