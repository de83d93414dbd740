/** The highlights of all texts on the page: the six names are shared. */
import { highlightNames, Highlights } from '../../text/highlights.js';

const painted = highlightNames.filter(name => name !== 'search' && name !== 'remote');

export class Painter {
  #highlights = new Highlights();
  #texts = new Map();

  get isHidden() { return this.#highlights.isHidden; }

  /** `ranges` is `{name: [Range]}` of one text, replacing what it had. */
  put(text, ranges) {
    this.#texts.set(text, ranges);
    this.#paint();
  }

  drop(text) {
    if (this.#texts.delete(text)) this.#paint();
  }

  hide(isHidden) { this.#highlights.hide(isHidden); }

  close() { this.#highlights.clear(); }

  #paint() {
    for (const name of painted) this.#highlights.set(name, [...this.#texts.values()].flatMap(ranges => ranges[name] ?? []));
  }
}
