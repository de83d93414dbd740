/**
 * A source text as a reader has it: verbatim, its marks as highlights and in the gutter. Emits `mark-chosen` `{id}`,
 * `passage-wanted` `{name, start, end}` (a line's span, from the gutter), `passage-selected` `{name, start, end, range}` or
 * `null`, and once `source-read` `{name}` when its end was on the screen.
 */
import { h } from '../core/dom.js';
import { t } from '../core/i18n.js';
import { Intervals } from '../text/intervals.js';
import { TextIndex } from '../text/ranges.js';
import { documentText } from '../views/document-text.js';
import { Part, define } from './part.js';

export class SourceText extends Part {
  static properties = {
    /** The id of the version shown. */
    name: '',
    /** An `AnchoredText`. */
    source: null,
    language: '',
    /** `[{id, number, start, end, mark, statement, isActive}]` in UTF-16 offsets. */
    marks: [],
    canAdd: false,
    /** The span a finding is being written on, `{start, end}`, or `null`. */
    passage: null,
    /** Where the ranges go: `{put(text, ranges), drop(text)}`. */
    painter: null,
  };

  #index = null;
  #indexed = null;
  #observer = null;
  #isRead = false;
  #onSelection = () => this.#selected();

  connected() {
    document.addEventListener('selectionchange', this.#onSelection);
    this.#observer = new IntersectionObserver(entries => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.#readToTheEnd();
    });
  }

  disconnected() {
    document.removeEventListener('selectionchange', this.#onSelection);
    this.#observer?.disconnect();
    this.painter?.drop(this);
    this.#indexed = null;
  }

  render() {
    if (!this.source) return [];
    return [
      h('div', { class: 'source', onclick: event => this.#clicked(event) }, documentText({
        text: this.source.text,
        language: this.language,
        marks: this.marks,
        onmark: id => this.emit('mark-chosen', { id }),
        onadd: this.canAdd ? ({ start, end }) => this.emit('passage-wanted', { name: this.name, start, end }) : null,
      })),
      h('p', { class: 'vh end' }, t('case.end-of-text')),
    ];
  }

  rendered() {
    if (!this.source) return;
    if (this.#indexed !== this.source) {
      this.#index = new TextIndex(this.querySelector('.text'));
      this.#indexed = this.source;
      this.#isRead = false;
      this.#observer.disconnect();
      this.#observer.observe(this.querySelector('.end'));
    }
    this.painter?.put(this, this.#ranges());
  }

  #ranges() {
    const ranges = this.passage ? { active: [this.#index.range(this.passage.start, this.passage.end)] } : {};
    for (const { mark, start, end, isActive } of this.marks) {
      if (start === undefined) continue;
      const range = this.#index.range(start, end);
      (ranges[mark] ??= []).push(range);
      if (isActive) (ranges.active ??= []).push(range);
    }
    return ranges;
  }

  #clicked(event) {
    if (!document.getSelection().isCollapsed) return;
    const offset = this.#index.offsetAt(event.clientX, event.clientY);
    const placed = this.marks.filter(({ start }) => start !== undefined);
    const [found] = offset === null ? [] : new Intervals(placed).at(offset);
    if (found) this.emit('mark-chosen', { id: found.id });
  }

  #selected() {
    const selection = document.getSelection();
    if (selection.rangeCount === 0 || !this.#index) return;
    const range = selection.getRangeAt(0);
    if (!range.intersectsNode(this)) return;
    const span = selection.isCollapsed ? null : this.#index.span(range);
    this.emit('passage-selected', span && { name: this.name, ...span, range });
  }

  #readToTheEnd() {
    if (this.#isRead) return;
    this.#isRead = true;
    this.emit('source-read', { name: this.name });
  }
}

define('tb-source-text', SourceText);
