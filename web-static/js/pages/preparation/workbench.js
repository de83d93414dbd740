/**
 * What the sections of the preparation share: the case, where one is in the page, and the drafts of its forms. A section
 * lives behind `?` of the address, so that the page stays open and nothing half-written is lost.
 */
import { may } from '../../model/permissions.js';
import { Draft } from './draft.js';

export class Workbench {
  #drafts = new Map();
  #changed;

  constructor(app, casework, changed) {
    this.app = app;
    this.casework = casework;
    this.#changed = changed;
    this.base = `#/cases/${encodeURIComponent(casework.id)}/preparation`;
    /** What was found out beside the streams: people, conferences, texts by hash. */
    this.found = {};
    /** The section one arrived in, where the address names none. */
    this.start = null;
    /** A refusal without a form to show it in. */
    this.refusal = null;
  }

  get state() { return this.casework.state; }
  get role() { return this.casework.role; }
  get now() { return this.casework.now(); }
  update() { this.#changed(); }

  may(command) { return may(command, this.role, this.state); }

  /** Where one is: the section and what of it is open, `['documents', 'doc1']`. */
  get place() {
    const query = this.app.window.location.hash.split('?')[1] ?? '';
    return query.split('/').filter(Boolean).map(decodeURIComponent);
  }

  href(...place) { return `${this.base}?${place.map(encodeURIComponent).join('/')}`; }
  go(...place) { this.app.window.location.hash = this.href(...place); }

  /** The draft of a form, made with the values of `initial()` when it is first asked for. */
  draft(name, initial) {
    if (!this.#drafts.has(name)) this.#drafts.set(name, new Draft(name, initial(), this.#changed, () => this.casework.isOnline));
    return this.#drafts.get(name);
  }

  drop(name) { this.#drafts.delete(name); }

  get hasUnsaved() { return [...this.#drafts.values()].some(({ isDirty }) => isDirty); }

  /** Says a command without a form: a refusal is shown above the section. */
  async tell(command, payload) {
    try { await this.casework.say(command, payload); } catch (error) { this.refuse(error); }
  }

  refuse(error) {
    this.refusal = error;
    this.update();
  }

  /** Asks the server for something once; `read` gives a promise of it. Gives `{value}`, `{error}` or nothing yet. */
  look(key, read) {
    if (this.found[key] === undefined) {
      this.found[key] = null;
      read().then(value => ({ value }), error => ({ error })).then(result => {
        this.found[key] = result;
        this.update();
      });
    }
    return this.found[key];
  }

  forget(key) { delete this.found[key]; }
}
