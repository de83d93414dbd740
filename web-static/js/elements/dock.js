/**
 * The one primary button of a screen, with what is missing written above it. Emits `dock-chosen` with `{id}`; a button that
 * cannot be used yet can still be reached, and says why.
 */
import { h } from '../core/dom.js';
import { icon } from '../core/icons.js';
import { Part, define } from './part.js';

const icons = { open: 'alert', done: 'check' };
let counter = 0;

export class Dock extends Part {
  static properties = {
    /** `[{id, text, state: 'open' | 'done' | 'plain', icon, canGo}]`; one that `canGo` is a button too. */
    todo: [],
    /** `{id, label, icon, isDisabled, isPressed}` */
    primary: null,
    /** `[{id, label, icon, tone}]` */
    actions: [],
  };

  #listID = `dock-todo-${++counter}`;

  render() {
    return [
      this.todo.length > 0 && h('ul', { class: 'todo num', id: this.#listID }, this.todo.map(item => this.#item(item))),
      h('div', { class: 'actions' },
        this.primary && this.#button({ ...this.primary, tone: 'primary' }, this.todo.length > 0 ? this.#listID : null),
        this.actions.map(action => this.#button(action, null))),
    ];
  }

  #item({ id, text, state, icon: name = icons[state], canGo }) {
    const content = canGo ? h('button', { class: 'link', type: 'button', onclick: () => this.#choose(id) }, text) : text;
    return h('li', { key: id ?? text, class: state }, name && icon(name, 16), content);
  }

  #button({ id, label, icon: name, tone, isDisabled, isPressed }, describedBy) {
    return h('button', {
      key: id, class: ['btn', tone], type: 'button', 'aria-disabled': isDisabled ? 'true' : null,
      'aria-pressed': isPressed === undefined ? null : String(isPressed), 'aria-describedby': describedBy,
      onclick: () => (isDisabled ? this.emit('dock-refused', { id }) : this.#choose(id)),
    }, name && icon(name), label);
  }

  #choose(id) { this.emit('dock-chosen', { id }); }
}

define('tb-dock', Dock);
