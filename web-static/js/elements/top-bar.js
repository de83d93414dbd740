/**
 * The first thing on every screen: in a case who the patient is (never truncated), elsewhere the product and the way
 * around. Emits `theme-switched`.
 */
import { h } from '../core/dom.js';
import { t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { avatar } from '../views/avatar.js';
import { chip } from '../views/chip.js';
import { Part, define } from './part.js';
import './status-line.js';

const roomForPeople = 7;

export class TopBar extends Part {
  static properties = {
    /** `{name, facts: [{text, isSpare}]}` of the case that is open; name, birth date and number are never spare. */
    patient: null,
    /** `[{text, tone, icon, isSpare}]` */
    flags: [],
    /** `[{id, name, initials, discipline, presence: 'joined' | 'away', isMe}]` */
    people: [],
    /** The state of `saveState`. */
    save: { state: 'idle' },
    /** `[{href, label, isCurrent}]` outside a case. */
    links: [],
  };

  host() { return { data: { case: Boolean(this.patient) } }; }

  render() {
    return [
      h('a', { class: 'brand', href: '#/' },
        h('img', { src: new URL('../../icon.svg', import.meta.url).href, alt: '', width: 30, height: 30 }),
        h('span', { class: this.patient ? 'vh' : '' }, t('common.product'))),
      this.patient ? this.#patient() : this.#links(),
      this.patient && h('div', { class: 'flags' }, this.flags.map(flag => chip(flag))),
      h('div', { class: 'grow' }),
      this.people.length > 0 && this.#people(),
      h('tb-status-line', { props: { save: this.save } }),
      h('button', {
        class: 'btn quiet icon', type: 'button', 'aria-label': t('common.switch-theme'), onclick: () => this.emit('theme-switched'),
      }, icon('sun')),
    ];
  }

  #patient() {
    return h('div', { class: 'patient' },
      h('h1', {}, this.patient.name),
      h('p', { class: 'num' }, this.patient.facts.map(({ text, isSpare }) => h('span', { class: isSpare ? 'long' : '' }, text))));
  }

  #links() {
    if (this.links.length === 0) return null;
    return h('nav', { class: 'site-nav', 'aria-label': t('common.main-navigation') },
      this.links.map(({ href, label, isCurrent }) => h('a', { key: href, href, 'aria-current': isCurrent ? 'page' : null }, label)));
  }

  #people() {
    const shown = [...this.people].sort((a, b) => Number(b.isMe ?? false) - Number(a.isMe ?? false));
    const hidden = shown.length - roomForPeople;
    return h('ul', { class: 'people', 'aria-label': t('common.present') },
      shown.slice(0, roomForPeople).map(person => h('li', { key: person.id }, avatar(person))),
      hidden > 0 && h('li', { class: 'more num' }, t('common.more-people', { count: hidden })));
  }
}

define('tb-top-bar', TopBar);
