/** A discussion about one discrepancy; it ends with what was settled and by whom. */
import { h } from '../core/dom.js';
import { time } from '../core/format.js';
import { t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { avatar } from './avatar.js';

/** Comments are `{id, name, discipline, at, text, isWaiting}`; `settled` is `{value, by}`. */
export function thread({ comments, settled }) {
  return h('div', { class: 'thread', role: 'log', 'aria-label': t('parts.discussion') },
    comments.map(comment),
    settled && h('p', { class: 'settled' }, icon('check', 18), t('parts.settled', settled)));
}

function comment({ id, name, discipline, at, text, isWaiting }) {
  return h('article', { class: 'say', key: id, data: { waiting: isWaiting } },
    h('span', { 'aria-hidden': 'true' }, avatar({ name })),
    h('p', { class: 'who num' },
      h('b', {}, name), discipline && ` · ${discipline}`, ' · ', isWaiting ? t('parts.not-sent-yet') : time(at)),
    h('p', { key: 'text' }, text));
}

/** `onsend(text)` with what was written; the field keeps it until the caller changes `value`. */
export function composer({ id, label, value = '', onsend, oninput }) {
  return h('form', {
    class: 'composer', key: id,
    onsubmit: event => { event.preventDefault(); onsend?.(event.target.elements[id].value.trim()); },
  },
  h('label', { for: id, class: 'eyebrow' }, label),
  h('textarea', { class: 'input', id, name: id, rows: 2, value, oninput: event => oninput?.(event.target.value) }),
  h('button', { class: 'btn', type: 'submit' }, t('parts.send')));
}
