/**
 * A picture with its regions, drawn with a pointer or placed by the numbers of a form: nothing needs dragging.
 * Emits `mark-chosen` `{id}`, `region-drawn` `{name, region}` in percent, and once `source-read` `{name}`.
 */
import { h } from '../core/dom.js';
import { t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { Part, define } from './part.js';

const smallest = 1;

export class SourceImage extends Part {
  static properties = {
    name: '',
    url: '',
    alt: '',
    /** `[{id, number, mark, statement, isActive, region: {x, y, w, h}}]` */
    marks: [],
    /** The region being placed, or `null`. */
    draft: null,
    canAdd: false,
  };

  #observer = null;
  #isRead = false;
  #from = null;

  connected() {
    this.#observer = new IntersectionObserver(entries => {
      if (!entries.some(({ isIntersecting }) => isIntersecting) || this.#isRead) return;
      this.#isRead = true;
      this.emit('source-read', { name: this.name });
    }, { threshold: 0.6 });
    this.#observer.observe(this);
  }

  disconnected() { this.#observer?.disconnect(); }

  render() {
    return [
      h('div', {
        class: ['film', this.canAdd && 'drawable'], onpointerdown: event => this.#start(event),
        onpointermove: event => this.#move(event), onpointerup: event => this.#end(event), onpointercancel: () => { this.#from = null; }
      },
        h('img', { src: this.url, alt: this.alt, draggable: 'false' }),
        h('svg', { viewBox: '0 0 100 100', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
          this.marks.map(({ id, mark, isActive, region }) => rectangle(region, [`in-${mark}`, isActive && 'is-active'], id)),
          this.draft && rectangle(this.draft, ['in-draft'], 'draft'))),
      h('div', { class: 'film-marks' },
        this.marks.map(({ id, number, mark, statement, isActive }) => h('button', {
          key: id, id: `mark-${id}`, class: 'num', type: 'button', data: { mark }, 'aria-pressed': String(Boolean(isActive)),
          'aria-label': t('parts.finding-at', { number, statement }), onclick: () => this.emit('mark-chosen', { id }),
        }, number)),
        this.canAdd && h('button', {
          class: 'btn quiet small', key: 'add', type: 'button',
          onclick: () => this.emit('region-drawn', { name: this.name, region: { x: 40, y: 40, w: 20, h: 20 } }),
        }, icon('plus', 15), t('case.mark-region'))),
    ];
  }

  #start(event) {
    if (!this.canAdd || event.button !== 0) return;
    this.#from = this.#point(event);
    event.currentTarget.setPointerCapture(event.pointerId);
    event.preventDefault();
  }

  #move(event) {
    if (this.#from) this.draft = spanned(this.#from, this.#point(event));
  }

  #end(event) {
    if (!this.#from) return;
    const region = spanned(this.#from, this.#point(event));
    this.#from = null;
    if (region.w >= smallest && region.h >= smallest) this.emit('region-drawn', { name: this.name, region });
    else this.draft = null;
  }

  #point({ clientX, clientY }) {
    const { left, top, width, height } = this.querySelector('.film').getBoundingClientRect();
    return { x: percent((clientX - left) / width), y: percent((clientY - top) / height) };
  }
}

const percent = share => Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
const rounded = value => Math.round(value * 10) / 10;

function spanned(one, other) {
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)];
  return { x, y, w: rounded(Math.abs(one.x - other.x)), h: rounded(Math.abs(one.y - other.y)) };
}

function rectangle({ x, y, w, h: height }, classes, key) {
  return h('rect', { key, class: classes, x, y, width: w, height, 'vector-effect': 'non-scaling-stroke' });
}

define('tb-source-image', SourceImage);
