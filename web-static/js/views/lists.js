/** Rows of boards and cases, and the checklist of a case. */
import { h } from '../core/dom.js';
import { t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { chip } from './chip.js';

/** Rows are `{id, href, title, facts, chips, when, isNext}`. */
export function boardList(rows) {
  return h('ul', { class: 'boards' }, rows.map(({ id, href, title, facts, chips = [], when, isNext }) => h('li', { key: id },
    h('a', { class: ['board', isNext && 'next'], href },
      h('b', {}, title), h('p', {}, facts),
      h('div', { class: 'side-note num' }, h('div', { class: 'cluster' }, chips.map(one => chip(one))), when && h('span', {}, when))))));
}

const icons = { present: 'check', missing: 'alert', 'not-obtainable': 'minus' };
const tones = { present: 'teal', missing: 'amber', 'not-obtainable': null };

/** Items are `{id, title, state: 'present' | 'missing' | 'not-obtainable', note, isRequired, action: {label, onclick}}`. */
export function checklist(items) {
  return h('ul', { class: 'checklist' }, items.map(({ id, title, state, note, isRequired, action }) => h('li', { key: id, class: state },
    icon(icons[state], 20),
    h('b', {}, title, isRequired && h('span', { class: 'muted' }, ` ${t('parts.required')}`)),
    note && h('p', {}, note),
    action
      ? h('button', { class: 'btn small', type: 'button', onclick: action.onclick }, action.label)
      : chip({ text: t(`parts.${state}`), tone: tones[state] }))));
}
