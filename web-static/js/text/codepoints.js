/**
 * Positions on the wire count Unicode code points, the browser counts UTF-16 units; they part ways at the first character
 * beyond the basic plane. Texts without one (nearly all) cost nothing.
 */
export class CodePoints {
  /** The first unit of each surrogate pair, ascending. */
  #pairsAtUnit = [];

  constructor(text) {
    this.unitCount = text.length;
    for (let unit = text.search(/[\ud800-\udbff][\udc00-\udfff]/); unit >= 0 && unit < text.length; unit++) {
      if (text.codePointAt(unit) > 0xffff) this.#pairsAtUnit.push(unit++);
    }
    this.count = text.length - this.#pairsAtUnit.length;
  }

  /** A code-point position as a UTF-16 offset. */
  toUnits(point) {
    // The k-th pair stands at unit u, hence at point u - k: before it, k units have been saved.
    const pairs = lowerBound(this.#pairsAtUnit.length, index => this.#pairsAtUnit[index] - index < point);
    return Math.min(this.unitCount, Math.max(0, point) + pairs);
  }

  /** A UTF-16 offset as a code-point position; an offset inside a pair counts as the pair's own. */
  toPoints(unit) {
    const clamped = Math.min(this.unitCount, Math.max(0, unit));
    return clamped - lowerBound(this.#pairsAtUnit.length, index => this.#pairsAtUnit[index] < clamped);
  }
}

/** The first index for which `isBefore` is false. */
export function lowerBound(length, isBefore) {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1; else high = middle;
  }
  return low;
}
