/** What kept a form from being accepted: spoken, focused, each entry leading to its field. */
import { h } from '../core/dom.js';
import { t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { Part, define } from './part.js';

export class ErrorSummary extends Part {
  static properties = {
    /** `[{text, id}]`, `id` that of the field where there is one. */
    problems: [],
  };

  #shown = null;

  host() { return { role: 'alert', tabindex: '-1', hidden: this.problems.length === 0 }; }

  render() {
    if (this.problems.length === 0) return [];
    return [
      h('h2', {}, icon('alert', 18), t('common.problems', { count: this.problems.length })),
      h('ul', {}, this.problems.map(({ text, id }, index) => h('li', { key: index },
        id ? h('a', { href: `#${id}`, onclick: event => { event.preventDefault(); reach(id); } }, text) : text))),
    ];
  }

  rendered() {
    if (this.problems === this.#shown) return;
    this.#shown = this.problems;
    if (this.problems.length > 0) this.focus();
  }
}

function reach(id) {
  const field = document.getElementById(id);
  field?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
}

define('tb-error-summary', ErrorSummary);
