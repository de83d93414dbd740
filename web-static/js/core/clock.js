/**
 * Time. Timers run on the server's clock: deadlines are absolute instants, and a workstation's clock may be wrong.
 */

/** The browser's clock as the model modules want it. */
export const browserClock = {
  now: () => Date.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

/**
 * The server's time, from the instants it sends. A sample can only be late, never early, so of the recent ones the largest
 * offset is the nearest to the truth.
 */
export class ServerClock {
  #local;
  #offsets = [];

  constructor(local = browserClock) { this.#local = local; }

  /** `instant`: what the server's clock showed when it sent the message that arrives now (ISO 8601 or milliseconds). */
  sample(instant) {
    const sent = new Date(instant).getTime();
    if (Number.isNaN(sent)) return;
    this.#offsets = [...this.#offsets, sent - this.#local.now()].slice(-8);
  }

  now() { return this.#local.now() + (this.#offsets.length ? Math.max(...this.#offsets) : 0); }
}

const marks = [120_000, 30_000, 0];

/** Which of the marks (2 min, 30 s, 0) lies between two looks at a countdown; `null` when none or when it starts there. */
export function markPassed(before, after) {
  return marks.findLast(mark => before > mark && after <= mark) ?? null;
}
