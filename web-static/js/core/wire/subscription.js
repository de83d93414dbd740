/**
 * One joined case: what is sent to join, and what becomes of each message that arrives for it.
 *
 * A listener may have `event(happening)`, `caughtUp()`, `restart(streams)` (their history was replaced: forget them),
 * `interrupted()` (what is shown may be old), `changed()` (one's office may be another), `left()` and `refused(error)`.
 */
import { Positions } from './positions.js';

export class Subscription {
  #listener;
  #positions = new Positions();
  #joining = false;

  constructor(caseID, listener) {
    this.caseID = caseID;
    this.#listener = listener;
    this.isCurrent = false;
  }

  /** The payload of a join from where this client stands. */
  join() {
    this.#joining = true;
    this.isCurrent = false;
    return { case: this.caseID, at: this.#positions.vector() };
  }

  joined() { this.#joining = false; }

  /** Says whether to join again. */
  joinFailed(error) {
    this.#joining = false;
    if (error.code !== 'diverged') {
      this.#listener.refused?.(error);
      return false;
    }
    const streams = error.detail.split(' ').filter(Boolean);
    this.#positions.forget(streams);
    this.#listener.restart?.(streams);
    return true;
  }

  /** Takes an event; says whether to join again because one is missing. */
  receive(happening) {
    const verdict = this.#positions.admit(happening.stream, happening.seq, happening.tag);
    if (verdict === 'apply') this.#listener.event?.(happening);
    return verdict === 'gap' && !this.#joining;
  }

  caughtUp() {
    this.isCurrent = true;
    this.#listener.caughtUp?.();
  }

  interrupted() {
    this.#joining = false;
    this.isCurrent = false;
    this.#listener.interrupted?.();
  }

  /** One's office or set of streams is another one. */
  changed() { this.#listener.changed?.(); }

  left() { this.#listener.left?.(); }

  position(stream) { return this.#positions.of(stream); }
}
