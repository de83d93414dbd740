/** Items of the checklist in words. */
import { term } from '../terms.js';

/** What an item of the checklist asks for: the coordinator's words, or those of the template. */
export const titleOf = item => item.title ?? term('item', item.id);
