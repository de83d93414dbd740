/** A modal question. The browser keeps focus inside and gives it back to where it came from. */
import { h, make } from '../core/dom.js';
import { t } from '../core/i18n.js';
import { Part, define } from './part.js';

let counter = 0;

export class Dialog extends Part {
  static properties = {
    heading: '',
    /** Descriptions or texts. */
    body: [],
    /** `[{id, label, tone}]`; `cancel` and `close` dismiss the dialog. */
    actions: [],
  };

  #headingID = `dialog-${++counter}`;
  #resolve = () => {};

  render() {
    return h('dialog', { 'aria-labelledby': this.#headingID, onclose: event => this.#resolve(event.target.returnValue) },
      h('form', { method: 'dialog' },
        h('h2', { id: this.#headingID }, this.heading),
        h('div', { class: 'dialog-body' }, [this.body].flat().map(part => (typeof part === 'string' ? h('p', {}, part) : part))),
        h('div', { class: 'dialog-actions' }, this.actions.map(action => this.#button(action)))));
  }

  /** The way out is no submit button, so that Enter in a field never means it. */
  #button({ id, label, tone }) {
    const leaves = id === 'cancel' || id === 'close';
    const leave = () => this.querySelector('dialog').close('');
    return h('button', {
      key: id, class: ['btn', tone], type: leaves ? 'button' : 'submit', value: id, onclick: leaves ? leave : null,
    }, label);
  }

  /** Opens it; resolves to the id of the action chosen, `''` when it was dismissed. */
  open() {
    this.renderNow();
    return new Promise(resolve => {
      this.#resolve = resolve;
      this.querySelector('dialog').showModal();
    });
  }
}

define('tb-dialog', Dialog);

/**
 * Asks a question and resolves to the id of the action chosen, `''` when it was dismissed. `read(form)`, where given, takes the
 * entries of the form before it goes, and is what the promise resolves to beside the id: `{id, value}`.
 */
export async function ask({ heading, body, actions, read }) {
  const dialog = make(h('tb-dialog', { props: { heading, body, actions } }));
  document.body.append(dialog);
  const id = await dialog.open();
  const value = read?.(dialog.querySelector('form'));
  dialog.remove();
  return read ? { id, value } : id;
}

/** A yes-or-no question before something that cannot be undone; resolves to a boolean. */
export async function confirm({ heading, body, action, tone = 'primary' }) {
  const actions = [{ id: 'cancel', label: t('common.cancel') }, { id: 'go', label: action, tone }];
  return await ask({ heading, body, actions }) === 'go';
}

/** The list behind `?`, made of the shortcuts that are in force. */
export function showShortcuts(shortcuts) {
  const rows = shortcuts.list.filter(({ label }) => label).flatMap(({ keys, label }) => [
    h('dt', {}, [keys].flat().flatMap(sequence => sequence.split(' ')).map(key => h('kbd', {}, key.toUpperCase()))),
    h('dd', {}, t(label)),
  ]);
  return ask({
    heading: t('common.shortcuts'),
    body: [h('dl', { class: 'key-list' }, rows), h('p', { class: 'muted small' }, t('common.shortcuts-note'))],
    actions: [{ id: 'close', label: t('common.close') }],
  });
}
