/**
 * Highlights with the CSS Custom Highlight API. Six names and no more: a few hundred slow WebKit down. A highlight is
 * invisible to a screen reader, so each has its button in the gutter.
 */

export const highlightNames = ['own', 'agree', 'differ', 'active', 'search', 'remote'];

const priorities = { active: 3, search: 2, remote: 1 };

/** The highlights of a page; without them, gutter and cards carry the meaning. */
export class Highlights {
  #registry;
  #ranges = new Map();
  #isHidden = false;

  constructor(registry = globalThis.CSS?.highlights) { this.#registry = registry; }

  get isSupported() { return Boolean(this.#registry); }
  get isHidden() { return this.#isHidden; }

  /** Replaces all ranges of one name. */
  set(name, ranges) {
    if (!highlightNames.includes(name)) throw new RangeError(`no highlight is called ${name}`);
    this.#ranges.set(name, ranges.filter(Boolean));
    this.#paint(name);
  }

  /** The one control that hides them all; the active one stays, it was just asked for. */
  hide(isHidden) {
    this.#isHidden = isHidden;
    for (const name of this.#ranges.keys()) this.#paint(name);
  }

  clear() {
    for (const name of this.#ranges.keys()) this.#registry?.delete(name);
    this.#ranges.clear();
  }

  #paint(name) {
    if (!this.#registry) return;
    const ranges = this.#isHidden && name !== 'active' ? [] : this.#ranges.get(name);
    const highlight = new Highlight(...ranges);
    highlight.priority = priorities[name] ?? 0;
    this.#registry.set(name, highlight);
  }
}
