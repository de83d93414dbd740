/**
 * One socket that comes back: opens, watches for silence, waits and opens again. It knows nothing of what is said.
 *
 * Everything it needs of the world is injected: `open()` gives something with `send(text)`, `close()` and the four
 * `on…` callbacks of a WebSocket, `clock` is `{now(), after(ms, run)}`, `random` gives [0, 1).
 */
import { mayReconnect, silenceLimit, silentCode } from '../protocol.js';
import { delay } from './backoff.js';

/** After waking up or changing networks the answer must come sooner. */
export const probeLimit = 5_000;

/** `state` is `idle`, `connecting`, `open`, `waiting` or `refused` (with `closeCode`). */
export class Link {
  #environment;
  #handlers;
  #socket = null;
  #attempt = 0;
  #cancelTimer = () => {};
  #cancelSilence = () => {};

  /** Handlers: `opened()`, `message(text)`, `lost()`, `changed(link)`, `failed()` (could not open at all). */
  constructor(environment, handlers) {
    this.#environment = environment;
    this.#handlers = handlers;
    this.state = 'idle';
    this.lostSince = null;
    this.closeCode = null;
  }

  start() {
    if (this.state === 'connecting' || this.state === 'open') return;
    this.#cancelTimer();
    this.#become('connecting');
    const socket = this.#environment.open();
    this.#socket = socket;
    socket.onopen = () => this.#isCurrent(socket) && this.#opened();
    socket.onmessage = event => this.#isCurrent(socket) && this.#heard(event.data);
    socket.onclose = event => this.#isCurrent(socket) && this.#closed(event.code);
    socket.onerror = () => {};
    this.#expectWithin(silenceLimit);
  }

  /** Ends the connection for good (sign-out, page left). */
  stop() {
    this.#drop();
    this.#cancelTimer();
    this.#become('idle');
  }

  send(text) { this.#socket.send(text); }

  /** Something may have changed (online, visible, shown again): do not wait for the timers. Says whether to probe. */
  hurry() {
    if (this.state === 'waiting') { this.#attempt = 0; this.start(); }
    if (this.state !== 'open') return false;
    this.#expectWithin(probeLimit);
    return true;
  }

  #isCurrent(socket) { return socket === this.#socket; }

  #opened() {
    this.#attempt = 0;
    this.lostSince = null;
    this.closeCode = null;
    this.#expectWithin(silenceLimit);
    this.#become('open');
    this.#handlers.opened();
  }

  #heard(text) {
    this.#expectWithin(silenceLimit);
    this.#handlers.message(text);
  }

  #closed(code) {
    const wasOpen = this.state === 'open';
    this.#drop();
    this.closeCode = code;
    this.lostSince ??= this.#environment.clock.now();
    if (!mayReconnect(code)) {
      this.#become('refused');
    } else {
      this.#become('waiting');
      const pause = delay(this.#attempt++, this.#environment.random);
      this.#cancelTimer = this.#environment.clock.after(pause, () => this.start());
    }
    if (wasOpen) this.#handlers.lost(); else this.#handlers.failed?.();
  }

  #expectWithin(limit) {
    this.#cancelSilence();
    // A stalled connection raises no close event: silence is the only sign.
    this.#cancelSilence = this.#environment.clock.after(limit, () => this.#closed(silentCode));
  }

  #drop() {
    this.#cancelSilence();
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  #become(state) {
    this.state = state;
    this.#handlers.changed?.(this);
  }
}
