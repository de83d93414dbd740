/**
 * One's own work on its way: entries of the outbox for one case, kept over the state until the streams hold what they say.
 * The outbox delivers; this only remembers what is still to be shown.
 */
import { isFolded } from '../../model/optimistic.js';

/**
 * What the status line of a case says. Until the streams hold what is acknowledged, nothing may build on it, a seal least of
 * all: so long it is still being saved, above as well as beside the work.
 */
export const shownSave = (save, { isSaved, isOnline }) => (save.state === 'saved' && isOnline && !isSaved ? { state: 'saving' } : save);

export class Pending {
  #outbox;
  #caseID;
  #entries;

  constructor(outbox, caseID) {
    this.#outbox = outbox;
    this.#caseID = caseID;
    this.#entries = outbox.entries.filter(({ payload }) => payload.case === caseID);
  }

  /** Entries to lay over the state, oldest first. */
  get entries() { return this.#entries; }

  /** Entries the board's rules refused, with their `error`. */
  get refused() {
    return this.#outbox.entries.filter(({ payload, state }) => state === 'refused' && payload.case === this.#caseID);
  }

  /** Puts a command in line. One with the same `replaces` that was never sent gives way to it. */
  add(command, payload, { replaces = null } = {}) {
    const givesWay = entry => replaces !== null && entry.replaces === replaces && this.#outbox.find(entry.id)?.state === 'waiting';
    this.#entries = this.#entries.filter(entry => !givesWay(entry));
    this.#entries = [...this.#entries, this.#outbox.add(command, { case: this.#caseID, ...payload }, { replaces })];
  }

  /** The entries an edit under this name comes after: what it would replace does not count. */
  before(replaces) {
    return this.#entries.filter(entry => entry.replaces !== replaces || this.#outbox.find(entry.id)?.state !== 'waiting');
  }

  discard(id) {
    this.#entries = this.#entries.filter(entry => entry.id !== id);
    this.#outbox.discard(id);
  }

  /** Forgets what the streams hold by now, and reading marks that came too late to matter to anybody. */
  prune(state) {
    this.#entries = this.#entries.filter(entry => !isFolded(state, entry));
    for (const { id, command } of this.refused) if (command === 'markRead') this.discard(id);
  }
}
