/** Codes in words. */
import { term } from '../terms.js';

/** A code in words where it is one of a short list. */
export function nameOf(system, code) {
  if (system === 'intent') return term('intent', code);
  if (system === 'yes-no') return term('yesNo', code);
  return system.startsWith('obds-therapy') ? `${code} (${term('therapy', code)})` : code;
}
