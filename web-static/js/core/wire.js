/**
 * The conversation with the server over one socket: requests with their answers, joined cases that resume by position, and
 * the outbox. Nothing here touches the page, so all of it runs in a test with a clock and a socket of its own.
 */
import { ConnectionError } from './errors.js';
import { beatInterval, parse, request, signedOutCode } from './protocol.js';
import { ServerClock } from './clock.js';
import { Link } from './wire/link.js';
import { Subscription } from './wire/subscription.js';

/** An answer that outlasts a lost connection this long is no longer waited for. Milliseconds. */
const patience = 60_000;

/** What nothing was stored of is tried again after this. Milliseconds. */
const retryPause = 2_000;

export class Wire {
  #link;
  #clock;
  #outbox;
  #newID;
  #checkSession;
  #greeted = false;
  #pending = new Map();
  #subscriptions = new Map();
  #listeners = new Set();
  #cancelBeat = () => {};

  /**
   * `open()` makes a socket; `outbox` holds what must not be lost; `checkSession()` is asked when no connection can be had
   * and resolves to `false` when the person is signed out.
   */
  constructor({ open, clock, random = Math.random, outbox, newID = () => crypto.randomUUID(), checkSession }) {
    this.#clock = clock;
    this.#outbox = outbox;
    this.#newID = newID;
    this.#checkSession = checkSession;
    this.serverClock = new ServerClock(clock);
    this.isSignedOut = false;
    this.#link = new Link({ open, clock, random }, {
      opened: () => this.#beat(),
      message: frame => this.#receive(parse(frame)),
      lost: () => this.#lost(),
      failed: () => this.#failed(),
      changed: () => this.#changed(),
    });
    outbox.onChange(() => { this.#flush(); this.#changed(); });
  }

  /** `{isOpen, state, lostSince, closeCode, isSignedOut}`; open means that the server has said who we are. */
  get status() {
    const { state, lostSince, closeCode } = this.#link;
    return { isOpen: this.#greeted, state, lostSince, closeCode, isSignedOut: this.isSignedOut };
  }

  start() {
    this.isSignedOut = false;
    this.#link.start();
  }

  stop() {
    this.#link.stop();
    this.#lost();
    this.#giveUpRequests();
  }

  /** Tries at once instead of waiting, and makes an open but perhaps dead connection prove itself. */
  hurry() {
    if (this.#link.hurry()) this.#beat();
  }

  onChange(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Set by who shows the list of boards: it says something else, or may, since the connection is new. */
  boardsChanged = () => {};

  /**
   * A command whose effect is shown only when the server says so: seal, vote, sign. Needs the connection; when it breaks
   * before the answer, the same id is sent again and the receipt comes back. Rejects with `ServerError`, or with
   * `ConnectionError`: `offline` was never sent, `unanswered` may have happened.
   */
  request(command, payload) {
    if (!this.#greeted) return Promise.reject(new ConnectionError('offline'));
    return new Promise((resolve, reject) => {
      const id = this.#newID();
      const settle = (error, ok) => {
        cancel();
        this.#pending.delete(id);
        if (error) reject(error); else resolve(ok);
      };
      const cancel = this.#clock.after(patience, () => settle(new ConnectionError('unanswered')));
      const frame = request(id, command, payload);
      this.#pending.set(id, { frame, settle });
      this.#link.send(frame);
    });
  }

  /** Something of the person's own work: shown at once, delivered when possible, exactly once. Gives the entry. */
  post(command, payload, options) {
    return this.#outbox.add(command, payload, options);
  }

  /** Follows a case until `leave()` is called on what this returns. */
  join(caseID, listener) {
    const subscription = new Subscription(caseID, listener);
    this.#subscriptions.set(caseID, subscription);
    if (this.#greeted) this.#sendJoin(subscription);
    return {
      get isCurrent() { return subscription.isCurrent; },
      position: stream => subscription.position(stream),
      leave: () => {
        if (this.#subscriptions.get(caseID) !== subscription) return;
        this.#subscriptions.delete(caseID);
        if (this.#greeted) this.#ask('leave', { case: caseID });
      },
    };
  }

  #receive(message) {
    if (message.kind === 'reply') this.#answered(message);
    else if (message.kind === 'hello') this.#greet(message);
    else if (message.kind === 'boards') this.boardsChanged();
    else this.#follow(message, this.#subscriptions.get(message.case));
  }

  #greet({ person, now }) {
    this.#greeted = true;
    this.serverClock.sample(now);
    if (this.#outbox.person !== person) this.#giveUpRequests();
    this.#outbox.person = person;
    for (const subscription of this.#subscriptions.values()) this.#sendJoin(subscription);
    for (const { frame } of this.#pending.values()) if (frame) this.#link.send(frame);
    this.#flush();
    this.boardsChanged();
    this.#changed();
  }

  #follow(message, subscription) {
    if (!subscription) return;
    if (message.kind === 'event' && subscription.receive(message)) this.#sendJoin(subscription);
    if (message.kind === 'rejoin') {
      subscription.changed();
      this.#sendJoin(subscription);
    }
    if (message.kind === 'caught-up') subscription.caughtUp();
    if (message.kind === 'left') {
      this.#subscriptions.delete(message.case);
      subscription.left();
    }
  }

  #sendJoin(subscription) {
    this.#ask('join', subscription.join(), error => {
      if (this.#subscriptions.get(subscription.caseID) !== subscription) return;
      if (!error) subscription.joined();
      else if (subscription.joinFailed(error)) this.#sendJoin(subscription);
    });
  }

  #beat() {
    this.#cancelBeat();
    this.#ask('beat', {}, (error, ok) => this.serverClock.sample(ok?.now));
    this.#cancelBeat = this.#clock.after(beatInterval, () => this.#beat());
  }

  /** A question about the connection itself: it dies with it, and is never asked again. */
  #ask(command, payload, answered = () => {}) {
    const id = this.#newID();
    const settle = (error, ok) => { this.#pending.delete(id); answered(error, ok); };
    this.#pending.set(id, { settle });
    this.#link.send(request(id, command, payload));
  }

  #flush() {
    if (!this.#greeted) return;
    for (const { id, command, payload } of this.#outbox.takeWaiting()) this.#link.send(request(id, command, payload));
  }

  #answered({ id, ok, error }) {
    const waiting = this.#pending.get(id);
    if (waiting) waiting.settle(error, ok);
    else if (!error) this.#outbox.confirm(id);
    else if (error.retry) this.#clock.after(retryPause, () => this.#outbox.returnSent(id));
    else this.#outbox.refuse(id, error);
  }

  #giveUpRequests() {
    for (const { settle, frame } of [...this.#pending.values()]) if (frame) settle(new ConnectionError('unanswered'));
  }

  #lost() {
    this.#greeted = false;
    this.#cancelBeat();
    for (const [id, { frame }] of this.#pending) if (!frame) this.#pending.delete(id);
    for (const subscription of this.#subscriptions.values()) subscription.interrupted();
    this.#outbox.returnSent();
    if (this.#link.closeCode === signedOutCode) this.isSignedOut = true;
    this.#changed();
  }

  /** A refused upgrade looks like any other failure in a browser, so the session is asked about apart. */
  async #failed() {
    if (this.#link.closeCode === signedOutCode) this.isSignedOut = true;
    else if (this.#link.state === 'waiting' && await this.#checkSession?.() === false && this.#link.state !== 'open') {
      this.isSignedOut = true;
      this.#link.stop();
    }
    this.#changed();
  }

  #changed() {
    for (const listener of [...this.#listeners]) listener(this.status);
  }
}
