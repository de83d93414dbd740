/** One of a few, as a row of segments: a group of radio buttons, so arrow keys move inside. */
import { h } from '../core/dom.js';

/** `options` are `{value, label}`; nothing is chosen unless `value` says so. `onchoose(value)`. */
export function segments({ name, legend, options, value, onchoose }) {
  return h('fieldset', { class: 'row', key: name },
    h('legend', {}, legend),
    h('div', { class: 'segments' }, options.map(option => h('label', { key: option.value },
      h('input', {
        type: 'radio', name, value: option.value, checked: option.value === value, onchange: () => onchoose?.(option.value),
      }),
      h('span', {}, option.label)))));
}
