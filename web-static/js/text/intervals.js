/** Which marks lie under a position: sorted by start, with the furthest end so far, so that a look-up stays short. */
import { lowerBound } from './codepoints.js';

export class Intervals {
  #items;
  #furthest = [];

  /** Items are `{start, end, …}`, end exclusive; they come back as they are. */
  constructor(items) {
    this.#items = [...items].sort((a, b) => a.start - b.start || b.end - a.end);
    let furthest = -Infinity;
    for (const { end } of this.#items) this.#furthest.push(furthest = Math.max(furthest, end));
  }

  /** The items at a position, the shortest first: it is the one a person points at. */
  at(position) {
    const found = [];
    const after = lowerBound(this.#items.length, index => this.#items[index].start <= position);
    for (let index = after - 1; index >= 0 && this.#furthest[index] > position; index--) {
      if (this.#items[index].end > position) found.push(this.#items[index]);
    }
    return found.sort((a, b) => (a.end - a.start) - (b.end - b.start));
  }
}
