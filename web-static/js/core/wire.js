/**
 * The conversation with the server over one socket: requests with their answers, joined cases that resume by position, and
 * the outbox. Nothing here touches the page, so all of it runs in a test with a clock and a socket of its own.
 */
import { ConnectionError } from './errors.js';
import { parse, request, scopeOf } from './protocol.js';
import { ServerClock } from './clock.js';
import { Link } from './wire/link.js';
import { Subscription } from './wire/subscription.js';

/** An answer that outlasts a lost connection this long is no longer waited for. */
const patience = 60_000;

/** A passing fault (503, too many requests) is tried again after this. */
const retryPause = 2_000;

const passing = new Set(['unavailable', 'too-many-requests', 'busy']);

export class Wire {
  #link;
  #clock;
  #outbox;
  #newID;
  #checkSession;
  #pending = new Map();
  #subscriptions = new Map();
  #listeners = new Set();

  /**
   * `open()` makes a socket; `outbox` holds what must not be lost; `checkSession()` is asked when the server cannot be
   * reached and resolves to `false` when the person is signed out.
   */
  constructor({ open, clock, random = Math.random, outbox, newID = () => crypto.randomUUID(), checkSession }) {
    this.#clock = clock;
    this.#outbox = outbox;
    this.#newID = newID;
    this.#checkSession = checkSession;
    this.serverClock = new ServerClock(clock);
    this.signedOut = false;
    this.#link = new Link({ open, clock, random }, {
      opened: () => this.#opened(),
      message: frame => this.#receive(parse(frame)),
      lost: () => this.#lost(),
      failed: () => this.#failed(),
      changed: () => this.#changed(),
    });
    outbox.onChange(() => { this.#flush(); this.#changed(); });
  }

  /** `{state, lostSince, closeCode, signedOut}`. */
  get status() {
    const { state, lostSince, closeCode } = this.#link;
    return { state, lostSince, closeCode, signedOut: this.signedOut };
  }

  start() {
    this.signedOut = false;
    this.#link.start();
  }

  stop() {
    this.#link.stop();
    for (const waiting of [...this.#pending.values()]) waiting.settle(new ConnectionError('offline'));
  }

  /** Tries at once instead of waiting, and makes an open but perhaps dead connection prove itself. */
  hurry() {
    if (this.#link.hurry()) this.#link.send(request(this.#newID(), 'beat'));
  }

  onChange(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * A command whose effect is shown only when the server says so: seal, vote, sign. Needs the connection; when it breaks
   * before the answer, the same id is sent again and the receipt comes back. Rejects with `ServerError` or
   * `ConnectionError` (`offline`: never sent; `unanswered`: perhaps done, look before repeating).
   */
  request(command, payload) {
    if (this.#link.state !== 'open') return Promise.reject(new ConnectionError('offline'));
    return new Promise((resolve, reject) => {
      const id = this.#newID();
      const cancel = this.#clock.after(patience, () => settle(new ConnectionError('unanswered')));
      const settle = (error, ok) => {
        cancel();
        this.#pending.delete(id);
        if (error) reject(error); else resolve(ok);
      };
      const frame = request(id, command, payload);
      this.#pending.set(id, { frame, settle });
      this.#link.send(frame);
    });
  }

  /** An entry of the person's own work: shown at once, delivered when possible, exactly once. */
  post(command, payload, options) {
    return this.#outbox.add(command, payload, options);
  }

  /** Follows a case or a conference until `leave` is called. */
  join(scope, listener) {
    const subscription = new Subscription(scope, listener);
    const name = scopeOf(scope);
    this.#subscriptions.set(name, subscription);
    if (this.#link.state === 'open') this.#sendJoin(subscription);
    return {
      get current() { return subscription.current; },
      position: stream => subscription.position(stream),
      leave: () => {
        if (this.#subscriptions.get(name) !== subscription) return;
        this.#subscriptions.delete(name);
        if (this.#link.state === 'open') this.#ask('leave', scope);
      },
    };
  }

  #opened() {
    for (const subscription of this.#subscriptions.values()) this.#sendJoin(subscription);
    for (const { frame } of this.#pending.values()) this.#link.send(frame);
    this.#flush();
  }

  #lost() {
    this.#outbox.returnSent();
    for (const subscription of this.#subscriptions.values()) subscription.interrupted();
    // A question about the connection itself dies with it; only what the person asked for is asked again.
    for (const [id, waiting] of this.#pending) if (waiting.own) this.#pending.delete(id);
  }

  async #failed() {
    const signedIn = await this.#checkSession?.();
    if (signedIn !== false || this.#link.state === 'open') return;
    this.signedOut = true;
    this.#link.stop();
  }

  #receive(message) {
    if (message.kind === 'reply') this.#answered(message);
    else if (message.kind === 'event') this.#followed(message, subscription => subscription.receive(message));
    else if (message.kind === 'caught-up') this.#followed(message, subscription => { subscription.caughtUp(); });
    else if (message.kind === 'rejoin') this.#followed(message, () => true);
    else if (message.kind === 'beat' && message.at !== undefined) this.serverClock.sample(message.at);
  }

  #followed(message, act) {
    const subscription = this.#subscriptions.get(message.scope);
    if (subscription && act(subscription) === true) this.#sendJoin(subscription);
  }

  #sendJoin(subscription) {
    this.#ask('join', subscription.join(), error => {
      if (this.#subscriptions.get(scopeOf(subscription.scope)) !== subscription) return;
      if (!error) subscription.joined();
      else if (subscription.joinFailed(error)) this.#sendJoin(subscription);
    });
  }

  #ask(command, payload, settled = () => {}) {
    const id = this.#newID();
    const settle = error => { this.#pending.delete(id); settled(error); };
    this.#pending.set(id, { settle, own: true });
    this.#link.send(request(id, command, payload));
  }

  #flush() {
    if (this.#link.state !== 'open') return;
    for (const { id, command, payload } of this.#outbox.takeWaiting()) this.#link.send(request(id, command, payload));
  }

  #answered({ id, ok, error }) {
    const waiting = this.#pending.get(id);
    if (waiting) { waiting.settle(error, ok); return; }
    if (!this.#outbox.find(id)) return;
    if (!error) this.#outbox.confirm(id);
    else if (error.code === 'unauthenticated') this.#signOut(id);
    else if (passing.has(error.code)) this.#clock.after(retryPause, () => this.#outbox.returnSent(id));
    else this.#outbox.refuse(id, error);
  }

  #signOut() {
    this.signedOut = true;
    this.#link.stop();
    this.#outbox.returnSent();
  }

  #changed() {
    for (const listener of [...this.#listeners]) listener(this.status);
  }
}
