/**
 * What the reveal publishes, all of it or nothing: opinions, first opinion and discrepancies are fetched and checked, then
 * shown in one render. Content without its hash is shown as broken, never as content.
 */
import { HashMismatch } from '../../core/blobs.js';
import { assemble, broken, hashesOf } from '../../model/published.js';

export class Revelation {
  #library;
  #changed;
  #reveal = null;

  constructor(library, changed) {
    this.#library = library;
    this.#changed = changed;
    /** `none`, `loading`, `ready` or `failed`. */
    this.state = 'none';
    this.content = { opinions: {}, firstOpinion: null, discrepancies: [] };
    this.error = null;
  }

  get isReady() { return this.state === 'ready'; }

  /** Takes the payload of `revealed` (or `null`); the same one is loaded once. */
  follow(reveal) {
    if (!reveal || this.#reveal?.discrepancies[0] === reveal.discrepancies[0]) return;
    this.#reveal = reveal;
    this.retry();
  }

  async retry() {
    const reveal = this.#reveal;
    this.state = 'loading';
    this.#changed();
    try {
      const hashes = hashesOf(reveal);
      const found = await Promise.all(hashes.map(hash => this.#read(hash)));
      this.content = assemble(reveal, new Map(hashes.map((hash, index) => [hash, found[index]])));
      this.state = 'ready';
    } catch (error) {
      Object.assign(this, { state: 'failed', error });
    }
    if (reveal === this.#reveal) this.#changed();
  }

  async #read(hash) {
    try { return await this.#library.read('json', hash); } catch (error) {
      if (error instanceof HashMismatch) return broken;
      throw error;
    }
  }
}
