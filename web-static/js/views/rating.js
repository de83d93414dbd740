/** The 1-9 rating of an option: a group of radio buttons in three zones, nothing preselected. */
import { h } from '../core/dom.js';
import { t } from '../core/i18n.js';
import { zoneOf } from '../chart/zone.js';

const ratings = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/**
 * An option of a ballot. `reason` is `{value, isRequired, isOpen}`; where a reason is required the sentence says so before
 * anything is sent. `onrate(rating)`, `onreason(text)`.
 */
export function rating({ id, letter, title, value, reason = {}, onrate, onreason }) {
  return h('fieldset', { class: 'rating', key: id },
    h('legend', {}, letter && h('span', { class: 'letter' }, letter), title),
    h('div', { class: 'scale' }, ratings.map(number => h('label', { key: number, class: zoneOf(number) },
      h('input', {
        type: 'radio', name: `rating-${id}`, value: number, checked: number === value,
        'aria-label': `${number}, ${t(`parts.zone-${zoneOf(number)}`)}`, onchange: () => onrate?.(number),
      }),
      h('span', { class: 'num' }, number)))),
    h('details', { open: reason.isOpen || reason.isRequired || Boolean(reason.value) },
      h('summary', {}, reason.isRequired
        ? h('span', { class: 'required' }, t('parts.reason-required')) : t('parts.add-reason')),
      h('textarea', {
        class: 'input', rows: 2, value: reason.value ?? '', 'aria-label': t('parts.reason-for', { option: letter ?? title }),
        'aria-required': reason.isRequired ? 'true' : null, oninput: event => onreason?.(event.target.value),
      })));
}

/** What the three zones mean, above a ballot. */
export function scaleKey() {
  return h('div', { class: 'scale-key', 'aria-hidden': 'true' },
    ['low', 'middle', 'high'].map(zone => h('span', { key: zone }, t(`parts.zone-${zone}`))));
}
