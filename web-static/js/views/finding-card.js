/** A finding: statement, quote, certainty, category; number, card and highlight point at each other. */
import { h } from '../core/dom.js';
import { t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { chip } from './chip.js';

/**
 * `mark` is `own`, `agree` or `differ`; `number` is text (`3`, `R-A/17`). `moved` is the sentence that says the quote no
 * longer matches, with `onplace` to place it anew. `onshow` goes to the place, `onedit` and `onremove` exist on one's own.
 */
export function findingCard(finding) {
  const { id, number, statement, quote, quoteLanguage, chips = [], origin, mark = 'own', isActive, moved, actions = [] } = finding;
  return h('article', { class: 'card', key: id, id: `finding-${id}`, tabindex: '-1', data: { mark, active: isActive } },
    h('header', {},
      h('span', { class: 'number num' }, h('button', {
        type: 'button', 'aria-label': t('parts.show-finding', { number }), onclick: () => finding.onshow?.(id),
      }, number)),
      h('h3', {}, statement)),
    quote && h('blockquote', { class: 'quote', lang: quoteLanguage }, t('parts.quoted', { text: quote })),
    moved && h('p', { class: 'moved' }, icon('alert', 15), moved,
      finding.onplace && h('button', { class: 'link', type: 'button', onclick: () => finding.onplace(id) }, t('parts.place-anew'))),
    h('footer', {},
      chips.map(one => chip(one)),
      origin && h('span', { class: 'origin' }, origin),
      actions.map(({ label, onclick }) => h('button', { key: label, class: 'btn quiet small', type: 'button', onclick }, label))));
}
