/** A labelled control with its hint and its problem, wired for screen readers. */
import { h } from '../core/dom.js';
import { icon } from '../core/icons.js';
import { t } from '../core/i18n.js';

/**
 * `control` is `input`, `textarea` or `select`; what is not named here (`type`, `autocomplete`, `oninput` …) goes to it.
 * `options` of a select are `{value, label}`. `problem` is a sentence.
 */
export function field({ id, label, hint, problem, isOptional, control = 'input', options, value, ...rest }) {
  const describedBy = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return h('div', { class: 'field', key: id },
    h('label', { for: id }, label, isOptional && h('span', { class: 'muted' }, ` ${t('common.optional')}`)),
    hint && h('p', { class: 'hint', id: `${id}-hint` }, hint),
    h(control, {
      id, class: 'input', name: id, 'aria-invalid': problem ? 'true' : null, 'aria-describedby': describedBy || null,
      ...(control === 'select' ? {} : { value }), ...rest,
    }, options?.map(option => h('option', { key: option.value, value: option.value, selected: option.value === value }, option.label))),
    problem && h('p', { class: 'error', id: `${id}-problem` }, icon('alert', 15), problem));
}

export function checkbox({ id, label, hint, checked, onchange }) {
  return h('label', { class: 'check', key: id },
    h('input', { type: 'checkbox', id, name: id, checked, onchange }),
    h('span', {}, label, hint && h('small', {}, hint)));
}
