/** Signing in. The address stays what it was, so that one comes to the page one asked for. */
import { h } from '../core/dom.js';
import { sentence } from '../core/errors.js';
import { t } from '../core/i18n.js';
import { pathOf } from '../core/router.js';
import '../elements/error-summary.js';
import { segments } from '../views/choices.js';
import { field } from '../views/field.js';
import { screen } from '../shell.js';
import { attempt } from './sign-in/attempt.js';

export function open(app) {
  const state = { login: '', password: '', isBusy: false, outcome: null, problems: [], waitUntil: 0 };
  const page = screen(app, () => describe(app, state, { submit, type }));
  let ticking = null;

  function type(name, value) { state[name] = value; }

  async function submit() {
    if (state.isBusy || secondsLeft(state) > 0) return;
    state.isBusy = true;
    page.update();
    const outcome = await attempt(app.api, state);
    state.isBusy = false;
    if (outcome.session) {
      await app.signedIn(outcome.session);
      return;
    }
    state.outcome = outcome;
    state.problems = problems(outcome);
    if (outcome.problem === 'throttled') wait(outcome.seconds);
    page.update();
  }

  function wait(seconds) {
    state.waitUntil = Date.now() + seconds * 1000;
    clearInterval(ticking);
    ticking = setInterval(() => {
      if (secondsLeft(state) === 0) {
        clearInterval(ticking);
        state.problems = [];
        app.announce(t('sign-in.throttled-over'));
      }
      page.update();
    }, 1000);
  }

  app.window.document.getElementById('login')?.focus();
  return () => {
    clearInterval(ticking);
    page.close();
  };
}

const secondsLeft = ({ waitUntil }) => Math.max(0, Math.ceil((waitUntil - Date.now()) / 1000));

function problems({ problem, fields, error }) {
  if (problem === 'missing') return fields.map(id => ({ id, text: t(`sign-in.${id}-missing`) }));
  if (problem === 'wrong') return [{ id: 'password', text: t('sign-in.wrong') }];
  if (problem === 'other') return [{ text: sentence(error) }];
  return [];
}

function describe(app, state, { submit, type }) {
  const missing = state.outcome?.problem === 'missing' ? state.outcome.fields : [];
  const asksForPage = !['/', null].includes(pathOf(app.window.location.hash));
  return {
    title: t('sign-in.heading'),
    main: [h('div', { class: 'page narrow sign-in' },
      h('header', { class: 'sign-in-head' },
        h('img', { src: new URL('../../icon.svg', import.meta.url).href, alt: '', width: 52, height: 52 }),
        h('h1', { tabindex: '-1' }, t('common.product')),
        h('p', { class: 'muted' }, t('sign-in.promise'))),
      h('form', {
        class: 'form panel', novalidate: true, 'aria-label': t('sign-in.heading'),
        onsubmit: event => { event.preventDefault(); submit(); },
      },
      h('tb-error-summary', { props: { problems: state.problems } }),
      throttleNote(state),
      field({
        id: 'login', label: t('sign-in.login'), value: state.login, autocomplete: 'username', autocapitalize: 'none',
        spellcheck: 'false', required: true, problem: missing.includes('login') ? t('sign-in.login-missing') : null,
        oninput: event => type('login', event.target.value),
      }),
      field({
        id: 'password', label: t('sign-in.password'), type: 'password', value: state.password, autocomplete: 'current-password',
        required: true, hint: state.outcome?.problem === 'wrong' ? t('sign-in.wrong-hint') : null,
        problem: missing.includes('password') ? t('sign-in.password-missing') : null,
        oninput: event => type('password', event.target.value),
      }),
      h('button', {
        class: 'btn primary', type: 'submit', 'aria-disabled': state.isBusy || secondsLeft(state) > 0 ? 'true' : null,
      }, state.isBusy ? t('sign-in.submitting') : t('sign-in.submit')),
      asksForPage && h('p', { class: 'muted small' }, t('sign-in.returns'))),
      choices(app))],
  };
}

/** The seconds run on screen; only the beginning and the end are spoken. */
function throttleNote(state) {
  const seconds = secondsLeft(state);
  if (seconds === 0) return null;
  return h('p', { class: 'throttled num', role: 'alert' },
    h('span', { class: 'vh' }, t('sign-in.throttled', { count: state.outcome.seconds })),
    h('span', { class: 'shown', 'aria-hidden': 'true' }, t('sign-in.throttled', { count: seconds })));
}

function choices(app) {
  const { settings } = app;
  const themes = ['auto', 'light', 'dark'].map(value => ({ value, label: t(`sign-in.theme-${value}`) }));
  return h('div', { class: 'sign-in-choices' },
    segments({
      name: 'language', legend: t('sign-in.language'), value: settings.get('language'),
      options: [{ value: 'en', label: 'English' }, { value: 'de', label: 'Deutsch' }], onchoose: value => settings.set('language', value),
    }),
    segments({
      name: 'theme', legend: t('sign-in.theme'), value: settings.get('theme'), options: themes,
      onchoose: value => settings.set('theme', value),
    }));
}
