/** What a screen shows when it has nothing to show, each with a next step. */
import { h } from '../core/dom.js';
import { sentence } from '../core/errors.js';
import { t } from '../core/i18n.js';
import { icon } from '../core/icons.js';

const icons = { empty: 'docs', loading: 'clock', failed: 'alert', forbidden: 'seal', offline: 'offline', missing: 'search' };

/** `kind` is a key of the icons; `actions` are `{label, href}` or `{label, onclick}`, the first is the next step. */
export function screenState({ kind, heading, text, actions = [] }) {
  return h('div', { class: 'state', data: { kind }, role: kind === 'loading' ? 'status' : null },
    icon(icons[kind], 34, 1.5),
    h('h2', {}, heading ?? t(`common.state-${kind}`)),
    (text ?? t(`common.state-${kind}-text`)) && h('p', {}, text ?? t(`common.state-${kind}-text`)),
    actions.length > 0 && h('div', { class: 'actions' }, actions.map(({ label, href, onclick }, index) => h(href ? 'a' : 'button', {
      key: label, class: ['btn', index === 0 && 'primary'], href, type: href ? null : 'button', onclick,
    }, label))));
}

/** The state of a request's error; `retry` tries again. */
export function errorState(error, retry) {
  const home = { label: t('common.to-boards'), href: '#/' };
  const again = { label: t('common.try-again'), onclick: retry };
  if (error?.status === 404) return screenState({ kind: 'missing', actions: [home] });
  if (error?.status === 403) return screenState({ kind: 'forbidden', actions: [home] });
  if (error?.name === 'ConnectionError') return screenState({ kind: 'offline', actions: [again, home] });
  return screenState({ kind: 'failed', text: sentence(error), actions: [again, home] });
}

/** A standing remark with a symbol: sealed until the reveal, waiting, who will see what. */
export function note({ heading, text, icon: name = 'seal', tone }) {
  return h('div', { class: ['note', tone] }, icon(name, 24), h('b', {}, heading), h('p', {}, text));
}
