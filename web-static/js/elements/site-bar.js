/** On every screen outside a case: product and way around. Emits `theme-switched`. */
import { h } from '../core/dom.js';
import { t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { Part, define } from './part.js';

export class SiteBar extends Part {
  static properties = {
    /** `[{href, label, isCurrent}]` */
    links: [],
    /** Who is signed in, in words. */
    person: '',
  };

  render() {
    return [
      h('a', { class: 'brand', href: '#/' },
        h('img', { src: new URL('../../icon.svg', import.meta.url).href, alt: '', width: 30, height: 30 }),
        h('span', {}, t('common.product'))),
      this.links.length > 0 && h('nav', { class: 'site-nav', 'aria-label': t('common.main-navigation') },
        this.links.map(({ href, label, isCurrent }) => h('a', { key: href, href, 'aria-current': isCurrent ? 'page' : null }, label))),
      h('div', { class: 'grow' }),
      this.person && h('span', { class: 'muted small' }, this.person),
      h('button', {
        class: 'btn quiet icon', type: 'button', 'aria-label': t('common.switch-theme'), onclick: () => this.emit('theme-switched'),
      }, icon('sun')),
    ];
  }
}

define('tb-site-bar', SiteBar);
