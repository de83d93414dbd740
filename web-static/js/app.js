/**
 * What every page is given: who is signed in, the server, the live connection, settings, the frame of the page.
 *
 * A page is a module with `open(app, params)`, which shows it and may return a function that closes it. It may export
 * `catalogues`, what it speaks from beside the one of the start: they are there before it is opened.
 */
import { createAPI } from './core/api.js';
import { preferredLanguage, t, useLanguage, useCatalogues } from './core/i18n.js';
import { h, patch } from './core/dom.js';
import { Router } from './core/router.js';
import { Settings, applySettings } from './core/settings.js';
import { Shortcuts, listenForKeys } from './core/keys.js';
import { Shell } from './shell.js';

export class App {
  #router;
  #announcer = null;
  #connection = null;
  /** The promise of the connection: whoever asks while it is being opened gets the same one. */
  #connecting = null;
  #isSignedOut = false;
  #isFirstPage = true;

  constructor(routes, win = window) {
    this.window = win;
    this.settings = new Settings(storageOf(win), { language: preferredLanguage(win.navigator.languages ?? []) });
    this.api = createAPI({ onSignedOut: () => this.#signedOut() });
    this.shell = new Shell(win.document);
    this.shortcuts = new Shortcuts();
    /** The answer of `GET /api/session`, or `null`. */
    this.session = null;
    this.#router = new Router(routes, found => this.#prepare(found), win);
  }

  async start() {
    applySettings(this.settings.values, this.window.document.documentElement);
    this.settings.onChange(() => this.#applySettings());
    await Promise.all([this.#speak(), this.#readSession()]);
    this.#listen();
    await this.#router.start();
  }

  async #speak() {
    await useLanguage(this.settings.get('language'));
    await useCatalogues('start');
  }

  /** Says something politely, once the voice for it is there. */
  async announce(text, topic) {
    this.#announcer ??= this.#findVoice();
    (await this.#announcer).say(text, topic);
  }

  async #findVoice() {
    const [{ Announcer }, { browserClock }] = await Promise.all([import('./core/announce.js'), import('./core/clock.js')]);
    const region = this.window.document.getElementById('live');
    let count = 0;
    // A new node each time: the same words twice are two messages.
    return new Announcer(text => patch(region, h('p', { key: ++count }, text)), browserClock);
  }

  go(hash) { return this.#router.go(hash); }

  /** After a sign-in: shows the page that was asked for in the first place. */
  async signedIn(session) {
    this.session = session;
    this.#isSignedOut = false;
    await this.#router.show(true);
  }

  /** Ends the session here and on the server, and leaves nothing of it in this tab. */
  async signOut() {
    this.#connection?.wire.stop();
    await this.api.remove('/api/session');
    // Without a change of hash, which would open a page for nobody.
    this.window.history.replaceState(null, '', this.window.location.pathname);
    this.window.location.reload();
  }

  /** The live connection, `{wire, outbox, saveState()}`; opened by the first page that follows something. */
  connect() {
    this.#connecting ??= this.#openConnection().catch(error => {
      this.#connecting = null;
      throw error;
    });
    return this.#connecting;
  }

  async #openConnection() {
    // Voice and banner come along: without the connection they could not be fetched, and that is what they have to say.
    const [{ browserWire }, { saveState }] = await Promise.all([
      import('./core/wire/browser.js'), import('./core/wire/outbox.js'), import('./elements/connection-banner.js'),
      this.#announcer ??= this.#findVoice(),
    ]);
    const { wire, outbox } = browserWire({ win: this.window, checkSession: () => this.#isStillSignedIn() });
    wire.onChange(() => this.#showConnection());
    wire.start();
    this.#connection = { wire, outbox, saveState: () => saveState(outbox, wire.status.isOpen) };
    return this.#connection;
  }

  /** A session may end on a page without a live connection too: what was typed there is worth as much. */
  async #showConnection() {
    await import('./elements/connection-banner.js');
    const { wire, outbox } = this.#connection ?? {};
    const status = wire?.status ?? { isOpen: true, lostSince: null };
    const isSignedOut = this.#isSignedOut || Boolean(status.isSignedOut);
    this.shell.banner = { status: { ...status, isSignedOut }, unsent: outbox?.waiting ?? 0 };
  }

  #signedOut() {
    if (!this.session) return;
    this.#isSignedOut = true;
    this.#showConnection();
  }

  async #signInAgain() {
    const { signInAgain } = await import('./elements/sign-in-again.js');
    const session = await signInAgain(this.api, this.session);
    if (!session) return;
    this.#isSignedOut = false;
    const isSomeoneElse = session.person !== this.session.person;
    this.session = session;
    if (isSomeoneElse) await this.#router.show(true);
    this.#connection?.wire.start();
    await this.#showConnection();
  }

  async #readSession() {
    try { this.session = (await this.api.get('/api/session')).value; } catch { this.session = null; }
  }

  async #isStillSignedIn() {
    try { return (await this.api.get('/api/session')).value !== null; } catch (error) { return error.status === 401 ? false : undefined; }
  }

  async #prepare({ route, params }) {
    const name = this.session ? route?.page ?? 'not-found' : 'sign-in';
    const page = await this.#load(name);
    await useCatalogues(...page.catalogues ?? []);
    return () => {
      const close = page.open(this, params);
      if (!this.#isFirstPage) this.shell.focusStart();
      this.#isFirstPage = false;
      return close;
    };
  }

  async #load(name) {
    try {
      return await import(`./pages/${name}.js`);
    } catch (error) {
      this.window.reportError(error);
      return import('./pages/failed.js');
    }
  }

  async #applySettings() {
    await useLanguage(this.settings.get('language'));
    applySettings(this.settings.values, this.window.document.documentElement);
  }

  #listen() {
    const { document } = this.window;
    listenForKeys(document, this.shortcuts, () => this.settings.get('shortcuts'));
    this.shortcuts.add({ keys: '?', label: 'common.shortcuts-list', run: () => this.#showShortcuts() });
    document.addEventListener('theme-switched', () => this.#switchTheme());
    document.addEventListener('retry-now', () => this.#connection?.wire.hurry());
    document.addEventListener('sign-in-again', () => this.#signInAgain());
    document.addEventListener('timer-passed', event => this.announce(t(`common.timer-${event.detail.mark / 1000}`), 'timer'));
    document.getElementById('skip').addEventListener('click', event => {
      event.preventDefault();
      document.getElementById('main').focus();
    });
  }

  async #showShortcuts() {
    const { showShortcuts } = await import('./elements/dialog.js');
    await showShortcuts(this.shortcuts);
  }

  #switchTheme() {
    const isDark = this.settings.get('theme') === 'auto'
      ? this.window.matchMedia('(prefers-color-scheme: dark)').matches : this.settings.get('theme') === 'dark';
    this.settings.set('theme', isDark ? 'light' : 'dark');
  }
}

/** Even asking for the storage throws where the person refuses it. */
function storageOf(win) {
  try { return win.localStorage; } catch { return null; }
}
