/**
 * One open case: what is known of it, what the person has on the screen, and the ways to say something. Views read it and
 * call it; it tells `changed` when there is something to show anew.
 */
import { ConnectionError, problemsOf } from '../../core/errors.js';
import { t, useCatalogues } from '../../core/i18n.js';
import { emptyCase, foldCase, forgetStreams } from '../../model/case.js';
import { withEntries } from '../../model/optimistic.js';
import { may } from '../../model/permissions.js';
import { isRevealed } from '../../model/phases.js';
import { term } from '../terms.js';
import { Library } from './library.js';
import { Painter } from './painter.js';
import { Pending } from './pending.js';
import { Revelation } from './revelation.js';

const loading = {
  invitation: () => import('./invitation.js'),
  assessment: () => import('./assessment.js'),
  deliberation: () => import('./deliberation.js'),
};

/** A tool with the words it speaks; without the connection neither comes. */
async function load(name) {
  const tool = await loading[name]();
  await useCatalogues(...tool.catalogues ?? []);
  return tool;
}

/** What a phase is worked with first; deliberation in review too, so that a reveal waits for content alone. */
const toolsOf = phase => ({ intake: ['invitation'], review: ['assessment', 'deliberation'] }[phase] ?? ['deliberation']);

/** How long an element that is to have the focus may take to appear, in milliseconds. */
const patience = 5000;

/** After this one's office is asked for again, when the answer was lost on its way. Milliseconds. */
const pause = 2000;

export class Desk {
  #stored = emptyCase;
  /** What was stored when it was last complete: half of a replay is nothing to show. */
  #complete = emptyCase;
  #subscription = null;
  #askedRole = 0;
  #followed = [];
  #focusNext = null;
  #focused = null;

  constructor({ app, caseID, role, connection, changed }) {
    Object.assign(this, { app, caseID, role, connection, changed });
    this.me = app.session.person;
    this.state = emptyCase;
    this.isCurrent = false;
    this.isGone = false;
    /** What the person has on the screen; `set` changes it. */
    this.view = {
      pane: 'side', documentID: null, versions: {}, tab: null, active: null, isHidden: false, selection: null, problems: [],
      busy: null,
    };
    this.library = new Library(app.api, caseID, changed);
    this.revelation = new Revelation(this.library, changed);
    this.painter = new Painter();
    /** The modules a phase is worked with, each once it is loaded. */
    this.tools = {};
    /** Shown only once it can be worked with: a cut in between would leave an idle page. */
    this.isEquipped = false;
    this.pending = new Pending(connection.outbox, caseID);
  }

  follow() {
    this.#subscription = this.connection.wire.join(this.caseID, {
      event: happening => this.#take(happening),
      caughtUp: () => this.#caughtUp(),
      restart: streams => { this.#stored = forgetStreams(this.#stored, streams); },
      interrupted: () => this.#interrupted(),
      changed: () => this.#interrupted(),
      left: () => { this.isGone = true; this.changed(); },
      refused: () => { this.isGone = true; this.changed(); },
    });
    this.#followed = [
      this.connection.outbox.onChange(() => this.#fold()),
      this.connection.wire.onChange(() => this.changed()),
    ];
  }

  close() {
    this.#askedRole++;
    this.#subscription?.leave();
    for (const stop of this.#followed) stop();
    this.painter.close();
    this.library.close();
  }

  get phase() { return this.state.dossier.phase; }
  get now() { return this.connection.wire.serverClock.now(); }
  get isOnline() { return this.connection.wire.status.isOpen && this.isCurrent; }
  get isPanel() { return this.role === 'reviewer' || this.role === 'chair'; }
  get isChair() { return this.role === 'chair'; }
  get ownHead() { return this.#subscription?.position('own') ?? 0; }

  /** Whether everything written on this case is acknowledged. */
  get isSaved() { return this.pending.entries.length === 0 && this.pending.refused.length === 0; }

  may(command) { return may(command, this.role, this.state); }

  set(change) {
    Object.assign(this.view, change);
    this.changed();
  }

  /** Own work: shown at once, delivered when possible. */
  post(command, payload, options) {
    this.pending.add(command, payload, options);
    this.#fold();
  }

  /**
   * What is never shown before the server says so. Resolves to its answer, or to `null` when it was refused: then the problems
   * stand on the screen, led to their fields by `labels`.
   */
  async request(command, payload, labels = {}) {
    this.set({ busy: command, problems: [] });
    try {
      return await this.connection.wire.request(command, { case: this.caseID, ...payload });
    } catch (error) {
      this.set({ problems: problemsOf(error, labels) });
      return null;
    } finally {
      this.set({ busy: null });
    }
  }

  /** Sentences that kept something from being sent; focus goes to their summary. */
  refuse(problems) { this.set({ problems }); }

  announce(text, topic) { this.app.announce(text, topic); }

  /**
   * Moves focus once a rendering has it: an id, or a node from before. What the server says may come after its
   * answer, so an id is waited for, unless the person has gone elsewhere meanwhile.
   */
  focusOn(target) {
    this.#focusNext = target === null ? null : { target, from: null, until: performance.now() + patience };
    this.changed();
  }

  /** After a rendering. */
  rendered() {
    this.#giveFocus();
    // The elements render themselves after the page did.
    requestAnimationFrame(() => this.#catchFocus());
  }

  /** Focus that went with the button it was on goes to the head of the work, not to the top of the page. */
  #catchFocus() {
    if (this.#focusNext) return;
    const isLost = document.activeElement === document.body && this.#focused !== null && !this.#focused.isConnected;
    if (isLost) document.querySelector('.panel-head h2')?.focus({ preventScroll: true });
    this.#focused = document.activeElement;
  }

  #giveFocus() {
    if (!this.#focusNext) return;
    const { target, from, until } = this.#focusNext;
    const node = typeof target === 'string' ? document.getElementById(target) : target;
    const active = document.activeElement;
    const hasGone = performance.now() > until || (from !== null && active !== from && active !== document.body);
    this.#focusNext = node || hasGone ? null : { target, from: from ?? active, until };
    if (!node || hasGone) return;
    node.focus();
    node.scrollIntoView({ block: 'nearest' });
  }

  #take(happening) {
    const before = this.#stored.dossier.phase;
    this.#stored = foldCase(this.#stored, happening);
    if (!this.isCurrent) return;
    this.#fold();
    const { phase } = this.#stored.dossier;
    if (phase !== before) this.#phaseChanged(phase);
  }

  #interrupted() {
    this.isCurrent = false;
    this.changed();
  }

  #caughtUp() {
    const { sheet, phase } = this.state.dossier;
    this.isCurrent = true;
    this.#fold();
    if (sheet && phase !== this.phase) this.#phaseChanged(this.phase);
    else this.fetchTools();
    this.#readRole();
  }

  /**
   * A deputy who is seated, or a member who is given the chair, learns it here. Asked after every join: of what happened
   * while nobody listened, between the opening of the page and the join too, no push tells.
   */
  async #readRole() {
    const asked = ++this.#askedRole;
    const { value, error } = await this.app.api.get(`/api/cases/${encodeURIComponent(this.caseID)}`).catch(error => ({ error }));
    if (asked !== this.#askedRole) return;
    if (error instanceof ConnectionError || error?.retry) {
      setTimeout(() => { if (asked === this.#askedRole) this.#readRole(); }, pause);
    }
    if (error || value.role === this.role) return;
    this.role = value.role;
    this.view.tab = null;
    this.announce(t('case.office-now', { office: term('role', this.role) }), 'office');
    this.changed();
  }

  /** What the phase is worked with, in time: from the opening of the page on, and whenever the phase changes. */
  fetchTools(phase = this.phase) {
    const ready = this.role === 'deputy' && phase !== 'intake' ? ['invitation'] : [];
    const [first] = toolsOf(phase);
    for (const name of [...toolsOf(phase), ...ready]) if (!this.tools[name]) this.#fetchTool(name, name === first);
  }

  async #fetchTool(name, isFirst) {
    // Without the connection it does not come; catching up, once that is back, asks again.
    const tool = await load(name).catch(() => null);
    if (!tool || this.tools[name]) return;
    tool.equip?.(this);
    this.tools[name] = tool;
    this.isEquipped ||= isFirst;
    this.changed();
  }

  #fold() {
    if (this.isCurrent) this.#complete = this.#stored;
    this.pending.prune(this.#complete);
    this.state = withEntries(this.#complete, this.pending.entries);
    if (isRevealed(this.state.dossier.phase)) this.revelation.follow(this.state.board.reveal);
    this.changed();
  }

  #phaseChanged(phase) {
    this.fetchTools();
    this.view.tab = null;
    this.announce(t('case.phase-now', { phase: term('phase', phase) }), 'phase');
  }
}
