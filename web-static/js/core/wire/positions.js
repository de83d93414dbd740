/**
 * How far a client has read in each stream of a case. Numbers have no gaps within a stream, so `last + 1` is the only
 * event to apply: lower was seen before, higher means one is missing.
 */
export class Positions {
  #at = new Map();

  /** `'apply'`, `'seen'` or `'gap'`. Applying moves the position. */
  admit(stream, seq, tag = '') {
    const last = this.of(stream);
    if (seq <= last) return 'seen';
    if (seq > last + 1) return 'gap';
    this.#at.set(stream, [seq, tag]);
    return 'apply';
  }

  /** The last number read of a stream, 0 for none. */
  of(stream) { return this.#at.get(stream)?.[0] ?? 0; }

  /** The resume vector: `{stream: [seq, tag]}`. */
  vector() { return Object.fromEntries(this.#at); }

  /** Forgets these streams: the next join reads them from the start. */
  forget(streams) {
    for (const stream of streams) this.#at.set(stream, [0, '']);
  }
}
