/**
 * What a person wrote and the server has not yet acknowledged. An entry keeps its id through every attempt, so that it is
 * delivered once; it outlives a lost connection and a new sign-in, but is only ever sent in the name of who wrote it.
 * It lives in memory alone: clinical text does not stay on a shared workstation.
 */

/** Receipts are kept longer than this on the server, so a late repetition cannot happen twice. */
export const expiry = 7 * 24 * 3600 * 1000;

export class Outbox {
  #entries = [];
  #listeners = new Set();
  #clock;
  #newID;
  #person = null;
  #savedAt = null;

  constructor({ clock, newID = () => crypto.randomUUID() }) {
    this.#clock = clock;
    this.#newID = newID;
  }

  /** Whoever is signed in, as the server says; `null` before it did. */
  get person() { return this.#person; }

  set person(id) {
    if (id === this.#person) return;
    this.#person = id;
    this.#changed();
  }

  /**
   * Puts a command in line. With `replaces`, an entry of the same name that was never sent gives way to this one: of a
   * draft only the last state need travel.
   */
  add(command, payload, { replaces = null } = {}) {
    this.#entries = this.#entries.filter(entry => !(replaces && entry.replaces === replaces && entry.state === 'waiting'
      && entry.person === this.#person));
    const entry = {
      id: this.#newID(), command, payload, replaces, person: this.#person, at: this.#clock.now(), state: 'waiting',
      error: null,
    };
    this.#entries = [...this.#entries, entry];
    this.#changed();
    return entry;
  }

  /** Entries to send now, oldest first; they count as sent from here on. */
  takeWaiting() {
    this.#expire();
    const taken = this.#mine().filter(entry => entry.state === 'waiting');
    for (const entry of taken) entry.state = 'sent';
    if (taken.length) this.#changed();
    return taken;
  }

  /** After a lost connection or a passing fault: what had no answer is sent again, under the same id. */
  returnSent(id = null) {
    const unanswered = this.#entries.filter(entry => entry.state === 'sent' && (id === null || entry.id === id));
    for (const entry of unanswered) entry.state = 'waiting';
    if (unanswered.length) this.#changed();
  }

  /** Durably acknowledged by the server. */
  confirm(id) {
    if (!this.find(id)) return;
    this.#entries = this.#entries.filter(entry => entry.id !== id);
    this.#savedAt = this.#clock.now();
    this.#changed();
  }

  /** The board's rules refuse it. The text stays until the person lets it go. */
  refuse(id, error) {
    const entry = this.find(id);
    if (!entry) return;
    Object.assign(entry, { state: 'refused', error });
    this.#changed();
  }

  discard(id) {
    this.#entries = this.#entries.filter(entry => entry.id !== id);
    this.#changed();
  }

  find(id) { return this.#entries.find(entry => entry.id === id); }

  /** Entries of the person signed in, those of others stay hidden and unsent. */
  get entries() { return this.#mine().map(entry => ({ ...entry })); }

  get waiting() { return this.#mine().filter(entry => entry.state !== 'refused').length; }

  get savedAt() { return this.#savedAt; }

  /** Anything at all that closing the tab would lose. */
  get isEmpty() { return this.#entries.length === 0; }

  onChange(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #mine() { return this.#entries.filter(entry => entry.person === this.#person); }

  #expire() {
    const oldest = this.#clock.now() - expiry;
    for (const entry of this.#entries) {
      if (entry.at >= oldest || entry.state === 'refused') continue;
      Object.assign(entry, { state: 'refused', error: { code: 'expired' } });
    }
  }

  #changed() {
    for (const listener of [...this.#listeners]) listener(this);
  }
}

/** What the status line says: `saving`, `saved` with its instant, or `unsent` with the count. */
export function saveState(outbox, linkIsOpen) {
  const refused = outbox.entries.filter(entry => entry.state === 'refused').length;
  if (refused || (outbox.waiting && !linkIsOpen)) return { state: 'unsent', count: refused + outbox.waiting };
  if (outbox.waiting) return { state: 'saving' };
  return outbox.savedAt === null ? { state: 'idle' } : { state: 'saved', at: outbox.savedAt };
}
