/** What a person chooses for this browser, the keys of their programs, and the way out. */
import { h } from '../core/dom.js';
import { sentence } from '../core/errors.js';
import { t } from '../core/i18n.js';
import { confirm } from '../elements/dialog.js';
import { segments } from '../views/choices.js';
import { checkbox } from '../views/field.js';
import { siteBar } from './frame.js';
import { Tokens } from './settings/tokens.js';
import { tokensView } from './settings/tokens-view.js';
import { screen } from '../shell.js';
import { term } from './terms.js';

export function open(app) {
  const tokens = new Tokens(app.api, () => page.update());
  const state = { error: null, unsent: 0 };
  const page = screen(app, () => ({ title: t('settings.heading'), top: [siteBar(app, 'settings')],
    main: [h('div', { class: 'page reading work' }, content(app, tokens, state, signOut))] }));

  async function signOut() {
    const isSure = await confirm({ heading: t('settings.sign-out-heading'), body: t('settings.sign-out-text'),
      action: t('settings.sign-out'), tone: 'primary' });
    if (!isSure) return;
    try { await app.signOut(); } catch (error) { state.error = error; page.update(); }
  }

  tokens.load();
  return () => page.close();
}

function content(app, tokens, { error }, signOut) {
  const { settings, session } = app;
  const choice = (name, values) => segments({
    name, legend: t(`settings.${name}`), value: settings.get(name),
    options: values.map(value => ({ value, label: t(`settings.${name}-${value}`) })),
    onchoose: value => settings.set(name, value),
  });
  return [
    h('h1', { tabindex: '-1' }, t('settings.heading')),
    h('section', { class: 'card-section', 'aria-labelledby': 'display' }, h('h2', { id: 'display' }, t('settings.display')),
      h('div', { class: 'stack' },
        segments({
          name: 'language', legend: t('settings.language'), value: settings.get('language'),
          options: [{ value: 'en', label: 'English' }, { value: 'de', label: 'Deutsch' }],
          onchoose: value => settings.set('language', value),
        }),
        choice('theme', ['auto', 'light', 'dark']), choice('textSize', ['normal', 'large', 'larger']),
        checkbox({
          id: 'shortcuts', label: t('settings.shortcuts'), hint: t('settings.shortcuts-hint'), checked: settings.get('shortcuts'),
          onchange: event => settings.set('shortcuts', event.target.checked),
        })),
      h('p', { class: 'hint' }, t('settings.this-browser'))),
    h('section', { class: 'card-section', 'aria-labelledby': 'tokens' }, h('h2', { id: 'tokens' }, t('settings.tokens')),
      tokensView(app, tokens)),
    h('section', { class: 'card-section', 'aria-labelledby': 'account' }, h('h2', { id: 'account' }, t('settings.account')),
      h('p', {}, h('b', {}, session.name)),
      h('p', { class: 'muted' }, [session.login, session.discipline && term('discipline', session.discipline),
        session.institution].filter(Boolean).join(' · ')),
      error && h('p', { class: 'lack', role: 'alert' }, sentence(error)),
      h('div', { class: 'actions' }, h('button', { class: 'btn', type: 'button', onclick: signOut }, t('settings.sign-out')))),
  ];
}
