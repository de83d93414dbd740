/** On every screen of a case: who the patient is, never truncated. Emits `theme-switched`. */
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
    patient: { name: '', facts: [] },
    /** `[{text, tone, icon, isSpare}]` */
    flags: [],
    /** `[{id, name, initials, discipline, presence: 'joined' | 'away', isMe}]` */
    people: [],
    /** The state of `saveState`. */
    save: { state: 'idle' },
    /** Who is signed in, in words: the way to the settings and out. */
    person: '',
  };

  render() {
    return [
      h('a', { class: 'brand', href: '#/' },
        h('img', { src: new URL('../../icon.svg', import.meta.url).href, alt: '', width: 30, height: 30 }),
        h('span', { class: 'vh' }, t('common.product'))),
      h('div', { class: 'patient' },
        h('h1', {}, this.patient.name),
        h('p', { class: 'num' }, this.patient.facts.map(({ text, isSpare }) => h('span', { class: isSpare ? 'long' : '' }, text)))),
      h('div', { class: 'flags' }, this.flags.map(flag => chip(flag))),
      h('div', { class: 'grow' }),
      this.people.length > 0 && this.#people(),
      h('tb-status-line', { props: { save: this.save } }),
      this.person && h('a', { class: 'account', href: '#/settings', 'aria-label': `${this.person}, ${t('frame.account')}` },
        avatar({ name: this.person }), h('span', {}, this.person)),
      h('button', {
        class: 'btn quiet icon', type: 'button', 'aria-label': t('common.switch-theme'), onclick: () => this.emit('theme-switched'),
      }, icon('sun')),
    ];
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
