/** What a panel does in the open, from the reveal on. It is loaded when a case comes to it: the blind review does without. */
import { ballotDock, ballotPanel } from './ballot-panel.js';
import { Ballots } from './ballots.js';
import { differencesPanel } from './differences-panel.js';
import { discussionDock } from './discussion-dock.js';
import { Discussion } from './discussion.js';
import { draftingDock, draftPanel } from './draft-panel.js';
import { Drafting } from './drafting.js';
import { opinionsPanel } from './opinions-panel.js';
import { optionsPanel } from './options-panel.js';
import { recusalNotes, withRecusal } from './recusal.js';
import { recordDock, recordPanel } from './record-panel.js';
import { resultsPanel } from './results-panel.js';
import { signOffDock, signOffPanel } from './sign-off-panel.js';

/** Words that are spoken only here. */
export const catalogues = ['deliberation'];

export const panels = {
  differences: differencesPanel, opinions: opinionsPanel, options: optionsPanel, ballot: ballotPanel, results: resultsPanel,
  draft: draftPanel, signOff: signOffPanel, record: recordPanel,
};

const phases = {
  discussion: discussionDock, voting: ballotDock, drafting: draftingDock, signOff: signOffDock, signed: recordDock,
  delivered: recordDock, closed: recordDock,
};

/** The dock of each phase. */
export const docks = Object.fromEntries(Object.entries(phases)
  .map(([phase, dock]) => [phase, desk => withRecusal(desk, dock(desk))]));

/** What stands above the work, whichever view of it is shown. */
export const notes = recusalNotes;

/** Gives the desk what it works with from here on. */
export function equip(desk) {
  desk.talk = new Discussion(desk);
  desk.ballots = new Ballots(desk);
  desk.drafting = new Drafting(desk);
}
