/** What a member does alone, before the reveal: the opinion, its seal. Loaded when a case is in review. */
import { Answers } from './answers.js';
import { opinionPanel } from './opinion-panel.js';
import { withRecusal } from './recusal.js';
import { reviewDock, reviewNotes } from './review-panel.js';

export const panels = { opinion: opinionPanel };
export const docks = { review: desk => withRecusal(desk, reviewDock(desk)) };

/** What stands above the work, whichever view of it is shown. */
export const notes = reviewNotes;

/** Gives the desk what it works with. */
export function equip(desk) { desk.answers = new Answers(desk); }
