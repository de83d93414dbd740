/** Signing in again over the page as it stands, so that nothing written on it is lost. */
import { h } from '../core/dom.js';
import { problemsOf } from '../core/errors.js';
import { t } from '../core/i18n.js';
import { field } from '../views/field.js';
import { ask } from './dialog.js';
import './error-summary.js';

/** Resolves to the new session, or to `null` when the person let it be. */
export async function signInAgain(api, { login }) {
  let problems = [];
  for (;;) {
    const { id, value } = await ask({
      heading: t('common.signed-out'),
      body: [h('tb-error-summary', { props: { problems } }), ...fields(login)],
      actions: [{ id: 'cancel', label: t('common.cancel') }, { id: 'go', label: t('common.sign-in'), tone: 'primary' }],
      read: form => ({ login: form.elements.login.value, password: form.elements.password.value }),
    });
    if (id !== 'go') return null;
    try { return (await api.post('/api/session', value)).value ?? (await api.get('/api/session')).value; }
    catch (error) { problems = problemsOf(error); }
  }
}

function fields(login) {
  return [
    field({ id: 'login', label: t('common.login'), value: login, autocomplete: 'username', required: true }),
    field({
      id: 'password', label: t('common.password'), type: 'password', autocomplete: 'current-password', required: true, autofocus: true,
    }),
  ];
}
