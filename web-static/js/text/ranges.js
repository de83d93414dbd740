/**
 * Offsets of a text to ranges of the page and back. A reader shows a text in blocks that carry `data-start`, the UTF-16
 * offset at which the block's text begins; what stands between blocks (line breaks, gutters, headings of ours) is not text.
 */
import { lowerBound } from './codepoints.js';

export class TextIndex {
  #nodes = [];

  constructor(root) {
    this.root = root;
    for (const block of root.querySelectorAll('[data-start]')) {
      let start = Number(block.dataset.start);
      const walker = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        this.#nodes.push({ node, start, end: start + node.length });
        start += node.length;
      }
    }
    this.#nodes.sort((a, b) => a.start - b.start);
  }

  /** The range of a span, or `null` when no part of it is shown. */
  range(start, end) {
    const first = this.#nodes[lowerBound(this.#nodes.length, index => this.#nodes[index].end <= start)];
    const last = this.#nodes[lowerBound(this.#nodes.length, index => this.#nodes[index].start < end) - 1];
    if (!first || !last || first.start >= end || last.end <= start) return null;
    const range = first.node.ownerDocument.createRange();
    range.setStart(first.node, Math.max(0, start - first.start));
    range.setEnd(last.node, Math.min(last.node.length, end - last.start));
    return range;
  }

  /** The span of a range in this text, without white space at its ends; `null` when it holds nothing of it. */
  span(range) {
    const touched = this.#nodes.filter(({ node }) => range.intersectsNode(node));
    if (touched.length === 0) return null;
    const [first, last] = [touched[0], touched.at(-1)];
    let start = first.start + (range.startContainer === first.node ? range.startOffset : 0);
    let end = range.endContainer === last.node ? last.start + range.endOffset : last.end;
    while (start < end && this.#isSpace(start)) start++;
    while (end > start && this.#isSpace(end - 1)) end--;
    return end > start ? { start, end } : null;
  }

  /** The offset of a place in the page, or `null` outside the text. */
  offset(node, offsetInNode) {
    const entry = this.#nodes.find(item => item.node === node);
    return entry ? entry.start + offsetInNode : null;
  }

  /** The offset under a point of the window, by caret position: every engine has one of the two names. */
  offsetAt(x, y) {
    const page = this.root.ownerDocument;
    const position = page.caretPositionFromPoint?.(x, y);
    if (position) return this.offset(position.offsetNode, position.offset);
    const range = page.caretRangeFromPoint?.(x, y);
    return range ? this.offset(range.startContainer, range.startOffset) : null;
  }

  #isSpace(offset) {
    const entry = this.#nodes[lowerBound(this.#nodes.length, index => this.#nodes[index].end <= offset)];
    return !entry || offset < entry.start || /\s/.test(entry.node.data[offset - entry.start]);
  }
}
