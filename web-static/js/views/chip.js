/** A short fact. The tone repeats what the words say. */
import { h } from '../core/dom.js';
import { icon } from '../core/icons.js';

export function chip({ text, tone, icon: name, isSpare }) {
  return h('span', { key: text, class: ['chip', tone, isSpare && 'spare'] }, name && icon(name, 15), text);
}
