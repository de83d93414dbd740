/**
 * Divides a mixed document into primary data and conclusions. With the mouse one selects; with the keyboard every paragraph
 * or sentence has a choice of its own. Emits `spans-changed` with `{spans}` (UTF-16, `segmentation.js`).
 */
import { h } from '../core/dom.js';
import { t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { assign, natureOf, paragraphs, runs, tally } from '../text/segmentation.js';
import { TextIndex } from '../text/ranges.js';
import { sentences } from '../text/sentences.js';
import { segments } from '../views/choices.js';
import { Part, define } from './part.js';

const natures = ['primary', 'conclusion'];
let counter = 0;

export class SegmentEditor extends Part {
  static properties = {
    /** The canonical text. */
    text: '',
    /** BCP 47 tag of the document. */
    language: 'de',
    /** `[{start, end, nature}]` */
    spans: [],
    unit: 'paragraph',
    /** What is selected, `{start, end}` or `null`. */
    selected: null,
  };

  #name = `divide-${++counter}`;
  #listen = () => this.#readSelection();

  connected() { this.ownerDocument.addEventListener('selectionchange', this.#listen); }
  disconnected() { this.ownerDocument.removeEventListener('selectionchange', this.#listen); }

  render() {
    const units = this.unit === 'sentence' ? sentences(this.text, this.language) : paragraphs(this.text);
    return [
      h('div', { class: 'divide-tools' },
        this.#selectionTools(),
        segments({
          name: `${this.#name}-unit`, legend: t('filing.unit'), value: this.unit,
          options: ['paragraph', 'sentence'].map(value => ({ value, label: t(`filing.unit-${value}`) })),
          onchoose: value => { this.unit = value; },
        })),
      h('ol', { class: 'divide-text' }, units.map((unit, index) => this.#row(unit, index))),
      h('p', { class: 'muted small num', role: 'status' }, this.#summary()),
    ];
  }

  #selectionTools() {
    const isIdle = this.selected === null;
    const button = (nature, label) => h('button', {
      class: 'btn small', key: label, type: 'button', 'aria-disabled': isIdle ? 'true' : null,
      onpointerdown: event => event.preventDefault(), onclick: () => !isIdle && this.#give(this.selected, nature),
    }, label);
    return h('div', { class: 'cluster', role: 'group', 'aria-label': t('filing.selection') },
      h('span', { class: 'muted small num' }, isIdle ? t('filing.select-text')
        : t('filing.selected', { count: [...this.text.slice(this.selected.start, this.selected.end)].length })),
      natures.map(nature => button(nature, t(`terms.nature-${nature}`))), button(null, t('filing.leave-out')));
  }

  #row(unit, index) {
    const nature = natureOf(this.text, this.spans, unit);
    const options = [...natures.map(value => ({ value, label: t(`terms.nature-${value}`) })),
      { value: 'out', label: t('filing.leave-out') }];
    return h('li', { class: 'divide-row', key: unit.start, data: { nature: nature ?? 'out' } },
      h('p', { class: 'source', lang: this.language, translate: 'no', data: { start: unit.start } },
        runs(this.spans, unit).map(run => h('span', { key: run.start, class: run.nature ?? 'out' }, this.text.slice(run.start, run.end)))),
      h('div', { class: 'divide-choice' },
        nature === 'mixed' && h('span', { class: 'small muted cluster' }, icon('split', 15), t('filing.divided-inside')),
        segments({
          name: `${this.#name}-${unit.start}`, legend: h('span', { class: 'vh' }, t('filing.unit-number', { number: index + 1 })), options,
          value: nature === null ? 'out' : nature, onchoose: value => this.#give(unit, value === 'out' ? null : value),
        })));
  }

  #give(span, nature) { this.emit('spans-changed', { spans: assign(this.text, this.spans, span, nature) }); }

  #summary() {
    const { primary, conclusion, leftOut } = tally(this.text, this.spans);
    return [
      t('filing.parts-primary', { count: primary }), t('filing.parts-conclusion', { count: conclusion }),
      leftOut > 0 && t('filing.left-out', { count: leftOut }),
    ].filter(Boolean).join(' · ');
  }

  #readSelection() {
    const selection = this.ownerDocument.getSelection();
    const root = this.querySelector('.divide-text');
    const isHere = selection.rangeCount > 0 && !selection.isCollapsed && root?.contains(selection.anchorNode)
      && root.contains(selection.focusNode);
    const span = isHere ? new TextIndex(root).span(selection.getRangeAt(0)) : null;
    if (span?.start !== this.selected?.start || span?.end !== this.selected?.end) this.selected = span;
  }
}

define('tb-segment-editor', SegmentEditor);
