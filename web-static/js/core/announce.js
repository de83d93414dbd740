/**
 * One polite live region, at most one message in two seconds. What waits too long is no news: of messages with the same
 * topic only the last is kept, and three wait at most.
 */

const pause = 2000;
const room = 3;

/** `write` puts a text into the region; `clock` is `{now(), after(ms, run)}`. */
export class Announcer {
  #write;
  #clock;
  #waiting = [];
  #readyAt = 0;
  #scheduled = false;

  constructor(write, clock) {
    this.#write = write;
    this.#clock = clock;
  }

  say(text, topic = text) {
    this.#waiting = [...this.#waiting.filter(message => message.topic !== topic), { text, topic }].slice(-room);
    this.#next();
  }

  #next() {
    if (this.#scheduled || this.#waiting.length === 0) return;
    const delay = this.#readyAt - this.#clock.now();
    if (delay > 0) {
      this.#scheduled = true;
      this.#clock.after(delay, () => { this.#scheduled = false; this.#next(); });
      return;
    }
    this.#readyAt = this.#clock.now() + pause;
    this.#write(this.#waiting.shift().text);
    this.#next();
  }
}
