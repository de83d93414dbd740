/** Forms over drafts: every field knows its value and its problem, the summary leads to the fields. */
import { h } from '../../core/dom.js';
import { t } from '../../core/i18n.js';
import '../../elements/error-summary.js';
import { segments } from '../../views/choices.js';
import { checkbox, field } from '../../views/field.js';

/** A field of a draft; `isShown` renders the page at every change. */
export function fieldOf(draft, name, { isShown = false, ...props }) {
  return field({
    id: draft.id(name), value: draft.values[name], problem: draft.problemOf(name),
    oninput: event => draft.set(name, event.target.value, isShown), ...props,
  });
}

export function checkboxOf(draft, name, { isShown = true, ...props }) {
  return checkbox({
    id: draft.id(name), checked: draft.values[name], onchange: event => draft.set(name, event.target.checked, isShown), ...props,
  });
}

export function segmentsOf(draft, name, { legend, options }) {
  return segments({ name: draft.id(name), legend, options, value: draft.values[name], onchoose: value => draft.set(name, value, true) });
}

/** `submit` is the label of its button, which is the primary one unless `isPlain`; `cancel` is `{href}` or `{onclick}`. */
export function form({ draft, label, content, submit, onsubmit, cancel, isPlain = false, actions = [] }) {
  return h('form', {
    class: 'form', key: draft.name, novalidate: true, 'aria-label': label, 'aria-busy': draft.isSending ? 'true' : null,
    onsubmit: event => { event.preventDefault(); onsubmit(); },
  },
  h('tb-error-summary', { props: { problems: draft.problems } }),
  content,
  h('div', { class: 'actions' },
    h('button', { class: ['btn', !isPlain && 'primary'], type: 'submit', 'aria-disabled': draft.isSending ? 'true' : null },
      labelOf(draft, submit)),
    cancel && (cancel.href ? h('a', { class: 'btn', href: cancel.href }, t('common.cancel'))
      : h('button', { class: 'btn', type: 'button', onclick: cancel.onclick }, t('common.cancel'))),
    actions));
}

function labelOf({ isSending, isWaiting }, submit) {
  if (isWaiting) return t('parts.waiting');
  return isSending ? t('common.saving') : submit;
}

/** Lines of the same kind, as many as needed: questions, preferences, institutions. An empty one is always at hand. */
export function listOf(draft, name, { legend, hint, itemLabel, add, control = 'textarea', problem = draft.problemOf(name) }) {
  const values = draft.values[name];
  // What was typed meanwhile has not been rendered: changes start from what the draft holds now.
  const change = (index, value) => draft.set(name, draft.values[name].map((one, at) => (at === index ? value : one)));
  return h('fieldset', { class: 'field list-field', key: draft.id(name), id: draft.id(name), tabindex: '-1' },
    h('legend', {}, legend),
    hint && h('p', { class: 'hint' }, hint),
    values.map((value, index) => h('div', { class: 'list-item', key: index },
      h(control, {
        class: 'input', rows: control === 'textarea' ? 2 : null, value, 'aria-label': itemLabel(index + 1),
        id: `${draft.id(name)}-${index}`, 'aria-invalid': problem && index === 0 ? 'true' : null,
        oninput: event => change(index, event.target.value),
      }),
      values.length > 1 && h('button', {
        class: 'btn quiet small', type: 'button', 'aria-label': t('parts.remove-line', { line: itemLabel(index + 1) }),
        onclick: () => draft.set(name, draft.values[name].filter((_, at) => at !== index), true),
      }, t('parts.remove')))),
    h('button', { class: 'btn small', type: 'button', onclick: () => draft.set(name, [...draft.values[name], ''], true) }, add),
    problem && h('p', { class: 'error' }, problem));
}
