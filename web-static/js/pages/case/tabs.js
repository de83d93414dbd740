/** The views of the work that a phase offers to a person. */
import { isRevealed, isSigned } from '../../model/phases.js';
import { pastRounds } from '../../model/voting.js';

/** The board is not for those who stay blind to it. */
export const readsBoard = ({ role }) => !['translator', 'deputy', 'adjudicator'].includes(role);

/** The views in their order; the first is what the phase asks of this person. */
export function tabsOf(desk) {
  const hasResults = pastRounds(desk.state).length > 0;
  if (!readsBoard(desk) || !isRevealed(desk.phase)) return desk.isPanel ? ['findings', 'opinion'] : ['watch'];
  const open = ['differences', 'opinions', 'options', ...(hasResults ? ['results'] : []), 'findings'];
  if (desk.phase === 'discussion') return hasResults && isAfterVote(desk) ? first('results', open) : open;
  // Whoever has no ballot reads what is voted on.
  if (desk.phase === 'voting') return desk.may('castBallot') ? ['ballot', ...open] : first('options', open);
  if (desk.phase === 'drafting') return ['draft', ...open];
  if (desk.phase === 'signOff') return ['signOff', ...open];
  return isSigned(desk.phase) ? ['record', ...open] : open;
}

const first = (one, tabs) => [one, ...tabs.filter(tab => tab !== one)];

/** Right after a vote its result comes first. */
const isAfterVote = ({ state }) => (state.board.rounds.at(-1)?.closedAt ?? 0) >= (state.dossier.phaseSince ?? Infinity);
