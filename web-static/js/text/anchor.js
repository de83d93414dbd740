/**
 * Anchors: a place in a text that survives in a later version or says that it did not (W3C Web Annotation, TextPosition and
 * TextQuote selectors in one object). `{start, end, exact, prefix, suffix}`; start and end count code points.
 *
 * Nothing is ever placed silently: either the quote stands exactly where the position says, or the person is asked.
 */
import { CodePoints } from './codepoints.js';

/** Code points of context kept on either side. */
export const contextLength = 32;

/** The text both ends count in. */
export const canonical = text => text.replace(/\r\n?/g, '\n').normalize('NFC');

/** A text with its index, made once per document version. */
export class AnchoredText {
  constructor(text) {
    this.text = canonical(text);
    this.points = new CodePoints(this.text);
  }

  /** The anchor of a span in UTF-16 offsets. */
  describe(start, end) {
    const [from, to] = [this.points.toPoints(start), this.points.toPoints(end)];
    return {
      start: from,
      end: to,
      exact: this.slice(from, to),
      prefix: this.slice(from - contextLength, from),
      suffix: this.slice(to, to + contextLength),
    };
  }

  /** The text between two code-point positions. */
  slice(from, to) { return this.text.slice(this.points.toUnits(from), this.points.toUnits(to)); }

  /**
   * Where an anchor stands in UTF-16 offsets: `{state: 'exact', start, end}`, `{state: 'moved', candidates}` with the best
   * first, or `{state: 'lost'}`. A candidate is `{start, end, by}`, found `by` its `quote` or, when the wording itself
   * changed, by its `context`.
   */
  resolve(anchor) {
    const exact = canonical(anchor.exact);
    if (exact !== '' && this.slice(anchor.start, anchor.end) === exact) {
      return { state: 'exact', start: this.points.toUnits(anchor.start), end: this.points.toUnits(anchor.end) };
    }
    const quoted = this.#quotes(anchor, exact);
    const candidates = quoted.length ? quoted : this.#betweenContexts(anchor);
    return candidates.length ? { state: 'moved', candidates } : { state: 'lost' };
  }

  #quotes(anchor, exact) {
    if (exact === '') return [];
    const [prefix, suffix] = [canonical(anchor.prefix ?? ''), canonical(anchor.suffix ?? '')];
    const hint = this.points.toUnits(anchor.start);
    const found = [];
    for (let start = this.text.indexOf(exact); start >= 0; start = this.text.indexOf(exact, start + 1)) {
      const end = start + exact.length;
      const agreement = sharedEnd(prefix, this.text.slice(0, start)) + sharedStart(suffix, this.text.slice(end));
      found.push({ start, end, by: 'quote', agreement, distance: Math.abs(start - hint) });
    }
    found.sort((a, b) => b.agreement - a.agreement || a.distance - b.distance);
    return found.map(({ start, end, by }) => ({ start, end, by }));
  }

  /** What now stands between the words that stood before and after. */
  #betweenContexts(anchor) {
    const [prefix, suffix] = [canonical(anchor.prefix ?? ''), canonical(anchor.suffix ?? '')];
    if (prefix.trim().length < 8 || suffix.trim().length < 8) return [];
    const before = this.text.indexOf(prefix);
    if (before < 0 || this.text.indexOf(prefix, before + 1) >= 0) return [];
    const start = before + prefix.length;
    const end = this.text.indexOf(suffix, start);
    const longest = 3 * anchor.exact.length + 40;
    return end > start && end - start <= longest ? [{ start, end, by: 'context' }] : [];
  }
}

function sharedEnd(a, b) {
  let count = 0;
  while (count < Math.min(a.length, b.length) && a.at(-1 - count) === b.at(-1 - count)) count++;
  return count;
}

function sharedStart(a, b) {
  let count = 0;
  while (count < Math.min(a.length, b.length) && a[count] === b[count]) count++;
  return count;
}
