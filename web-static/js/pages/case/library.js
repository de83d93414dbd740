/**
 * The published content of a case, fetched once and checked. A look-up starts what is missing and tells when it is
 * there: `{state: 'loading' | 'ready' | 'failed', value, error, retry}`.
 */
import { blob, text } from '../../core/blobs.js';
import { AnchoredText } from '../../text/anchor.js';

const readings = {
  text: bytes => new AnchoredText(text(bytes)),
  json: bytes => JSON.parse(text(bytes)),
  image: (bytes, mediaType) => URL.createObjectURL(new Blob([bytes], { type: mediaType })),
};

export class Library {
  #api;
  #caseID;
  #changed;
  #shelf = new Map();

  constructor(api, caseID, changed) {
    this.#api = api;
    this.#caseID = caseID;
    this.#changed = changed;
  }

  /** `kind` is `text`, `json` or `image`; `hash` that of the blob. */
  look(kind, hash, mediaType) {
    const key = `${kind} ${hash}`;
    if (!this.#shelf.has(key)) this.#fetch(key, kind, hash, mediaType);
    return this.#shelf.get(key);
  }

  /** The parsed content, or the error as a rejection. */
  async read(kind, hash) {
    const found = this.#shelf.get(`${kind} ${hash}`);
    if (found?.state === 'ready') return found.value;
    const value = readings[kind](await blob(this.#api, this.#caseID, hash));
    this.#shelf.set(`${kind} ${hash}`, { state: 'ready', value });
    return value;
  }

  /** Gives back what the browser holds for pictures. */
  close() {
    for (const [key, { value }] of this.#shelf) if (key.startsWith('image ') && value) URL.revokeObjectURL(value);
    this.#shelf.clear();
  }

  async #fetch(key, kind, hash, mediaType) {
    this.#shelf.set(key, { state: 'loading' });
    try {
      const bytes = await blob(this.#api, this.#caseID, hash);
      this.#shelf.set(key, { state: 'ready', value: readings[kind](bytes, mediaType) });
    } catch (error) {
      const retry = () => { this.#shelf.delete(key); this.#changed(); };
      this.#shelf.set(key, { state: 'failed', error, retry });
    }
    this.#changed();
  }
}
