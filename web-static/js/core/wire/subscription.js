/**
 * One joined case or conference: what is sent to join, and what becomes of each message that arrives for it.
 *
 * A listener has `event(happening)`, `caughtUp()`, `restart()` (the log was replaced: forget everything) and
 * `refused(error)` (the person may not read this, or no longer).
 */
import { Positions } from './positions.js';

/** Codes that say the client's position is not of this log. */
const foreignPosition = new Set(['position-mismatch', 'tag-mismatch', 'position-unknown']);

export class Subscription {
  #listener;
  #positions = new Positions();
  #joining = false;

  /** `scope` is `{case: id}` or `{conference: id}`. */
  constructor(scope, listener) {
    this.scope = scope;
    this.#listener = listener;
    this.current = false;
  }

  /** The payload of a join from where this client stands. */
  join() {
    this.#joining = true;
    this.current = false;
    return { ...this.scope, at: this.#positions.vector() };
  }

  joined() { this.#joining = false; }

  /** Says whether to join again. */
  joinFailed(error) {
    this.#joining = false;
    if (foreignPosition.has(error.code)) {
      this.startOver();
      return true;
    }
    this.#listener.refused?.(error);
    return false;
  }

  startOver() {
    this.#positions.clear();
    this.current = false;
    this.#listener.restart?.();
  }

  /** Takes an event; says whether to join again because one is missing. */
  receive(happening) {
    const verdict = this.#positions.admit(happening.stream, happening.seq, happening.tag);
    if (verdict === 'apply') this.#listener.event?.(happening);
    return verdict === 'gap' && !this.#joining;
  }

  caughtUp() {
    this.current = true;
    this.#listener.caughtUp?.();
  }

  /** The connection is gone: what is shown stays, but it may be old. */
  interrupted() {
    this.#joining = false;
    this.current = false;
    this.#listener.interrupted?.();
  }

  position(stream) { return this.#positions.of(stream); }
}
