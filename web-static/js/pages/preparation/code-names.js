/** Codes in words. */
import { term } from '../terms.js';

/** A code in words where it is one of a short list. */
export function nameOf(system, code) {
  if (system === 'intent') return term('intent', code);
  if (system === 'yes-no') return term('yesNo', code);
  return system.startsWith('obds-therapy') ? `${code} (${term('therapy', code)})` : code;
}

/** What an item of the checklist asks for: the coordinator's words, or those of the template. */
export const titleOf = item => item.title ?? term('item', item.id);
