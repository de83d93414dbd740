/** The list of tokens, the form that issues one, and the one moment its secret is shown. */
import { h } from '../../core/dom.js';
import { sentence } from '../../core/errors.js';
import { date } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { confirm } from '../../elements/dialog.js';
import { Draft } from '../preparation/draft.js';
import { fieldOf, form } from '../preparation/form.js';

const drafts = new WeakMap();

function draftOf(tokens, changed) {
  if (!drafts.has(tokens)) drafts.set(tokens, new Draft('token', { label: '' }, changed));
  return drafts.get(tokens);
}

export function tokensView(app, tokens) {
  const draft = draftOf(tokens, () => app.shell.update());
  const onsubmit = async () => {
    const label = draft.values.label.trim();
    const problems = label ? [] : [{ field: 'label', text: t('settings.token-label-missing') }];
    if (await draft.submit({ problems, say: () => tokens.issue(label),
      labels: { label: { field: 'label', label: t('settings.token-label') } } })) {
      draft.set('label', '', true);
      draft.isDirty = false;
      app.window.document.getElementById('token-secret')?.focus();
    }
  };
  return [
    h('p', { class: 'hint' }, t('settings.tokens-text')),
    tokens.issued && issued(app, tokens),
    tokens.error && h('p', { class: 'lack', role: 'alert' }, sentence(tokens.error)),
    tokens.list?.length === 0 && h('p', { class: 'muted' }, t('settings.no-tokens')),
    tokens.list?.length > 0 && h('ul', { class: 'tokens' }, tokens.list.map(token => h('li', { key: token.id },
      h('div', { class: 'grow' }, h('b', {}, token.label),
        h('p', { class: 'muted small num' }, t('settings.token-created', { date: date(token.created) }))),
      h('button', { class: 'btn small danger', type: 'button',
        'aria-label': t('settings.revoke-label', { label: token.label }), onclick: () => revoke(tokens, token) },
      t('settings.revoke'))))),
    form({
      draft, label: t('settings.issue'), submit: t('settings.issue'), onsubmit, isPlain: true,
      content: fieldOf(draft, 'label', { label: t('settings.token-label'), hint: t('settings.token-label-hint'),
        maxlength: 100, autocomplete: 'off' }),
    }),
  ];
}

function issued(app, tokens) {
  const { label, token } = tokens.issued;
  const copy = async () => {
    try {
      await app.window.navigator.clipboard.writeText(token);
      app.announce(t('settings.copied'));
    } catch { app.window.document.getElementById('token-secret')?.select(); }
  };
  return h('div', { class: 'secret', key: 'issued' },
    h('p', {}, h('b', {}, t('settings.issued', { label }))),
    h('p', {}, t('settings.issued-text')),
    h('div', { class: 'cluster' },
      h('input', { class: 'input mono', id: 'token-secret', readonly: true, value: token, 'aria-label': t('settings.secret'),
        onfocus: event => event.target.select() }),
      h('button', { class: 'btn', type: 'button', onclick: copy }, t('settings.copy')),
      h('button', { class: 'btn', type: 'button', onclick: () => tokens.putAway() }, t('settings.put-away'))));
}

async function revoke(tokens, { id, label }) {
  const isSure = await confirm({ heading: t('settings.revoke-heading', { label }), body: t('settings.revoke-text'),
    action: t('settings.revoke'), tone: 'danger' });
  if (isSure) await tokens.revoke(id);
}
