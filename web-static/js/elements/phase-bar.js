/**
 * Where the case stands, and how long yet. The timer is silent until two minutes before its end; it emits
 * `timer-passed` with `{mark}` (milliseconds left: 120000, 30000 or 0), and its end never takes anything away.
 */
import { markPassed } from '../core/clock.js';
import { h } from '../core/dom.js';
import { countdown, dateTime, relative } from '../core/format.js';
import { t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { Part, define } from './part.js';

const hour = 3_600_000;

export class PhaseBar extends Part {
  static properties = {
    /** `[{id, label}]` */
    phases: [],
    /** The id of the phase that is on. */
    current: null,
    /** `{starts, ends, label}` in server milliseconds, or `null`. */
    timer: null,
    /** The server's clock. */
    clock: Date,
  };

  #ticking = null;
  #lastLeft = null;

  connected() { this.#ticking = setInterval(() => this.#tick(), 1000); }
  disconnected() { clearInterval(this.#ticking); }

  render() {
    const index = this.phases.findIndex(({ id }) => id === this.current);
    if (index < 0) return [];
    const said = t('common.phase-of', { number: index + 1, total: this.phases.length, phase: this.phases[index].label });
    const stateOf = position => (position < index ? 'done' : position === index ? 'now' : '');
    return [
      h('ol', { class: 'phases', 'aria-label': t('common.phases') }, this.phases.map(({ id, label }, position) => h('li', {
        key: id, class: stateOf(position), 'aria-current': position === index ? 'step' : null,
      },
      h('i', { 'aria-hidden': 'true' }, position < index ? icon('check', 14, 3) : position + 1),
      h('span', {}, label, position < index && h('span', { class: 'vh' }, ` ${t('common.phase-done')}`))))),
      h('div', { class: 'phase-compact' },
        h('b', {}, said),
        h('div', { 'aria-hidden': 'true' }, this.phases.map(({ id }, position) => h('span', { key: id, class: stateOf(position) })))),
      this.timer && this.#timer(),
    ];
  }

  #timer() {
    const { starts, ends, label } = this.timer;
    const left = ends - this.clock.now();
    const isShort = left < hour;
    const share = Math.max(0, Math.min(100, (100 * left) / (ends - starts || 1)));
    return h('div', { class: 'timer', role: 'timer', data: { urgency: left < 120_000 ? 'soon' : 'calm' }, title: dateTime(ends) },
      ring(share), h('b', { class: 'num' }, isShort ? countdown(left) : relative(ends, this.clock.now())),
      h('span', { class: 'label muted' }, label));
  }

  #tick() {
    if (!this.timer) return;
    const left = this.timer.ends - this.clock.now();
    const mark = this.#lastLeft === null ? null : markPassed(this.#lastLeft, left);
    this.#lastLeft = left;
    if (mark !== null) this.emit('timer-passed', { mark });
    this.update();
  }
}

function ring(share) {
  return h('svg', { class: 'ring', width: 26, height: 26, viewBox: '0 0 26 26', 'aria-hidden': 'true' },
    h('circle', { class: 'track', cx: 13, cy: 13, r: 10.5 }),
    h('circle', { class: 'value', cx: 13, cy: 13, r: 10.5, pathLength: 100, 'stroke-dasharray': `${share.toFixed(1)} 100` }));
}

define('tb-phase-bar', PhaseBar);
