/** What a case asks of one person now, in words of the catalogue: `{kind, due}`; nothing when it waits for others. */
import { may } from './permissions.js';
import { openRound, ownBallot } from './voting.js';
import { missingToConclude } from './recommendation.js';
import { sealStanding } from './opinion.js';

/** `role` is one's role in the case, `person` oneself, `now` the server's time. */
export function duties(state, { role, person, now = 0 }) {
  const { dossier, own, board, delivery } = state;
  if (own.recused) return [];
  const isPanel = role === 'reviewer' || role === 'chair';
  const found = [];
  const add = (holds, kind, due = null) => { if (holds) found.push({ kind, due }); };

  add((isPanel || role === 'adjudicator') && dossier.phase === 'intake' && !own.conflicts, 'declareConflicts');
  add(role === 'deputy' && may('declareConflicts', role, state) && !own.conflicts, 'declareConflicts');
  if (isPanel && dossier.phase === 'review') {
    const standing = sealStanding(state, now);
    add(standing === 'open', 'seal', dossier.deadline);
    add(standing === 'reopened', 'sealAnew', dossier.deadline);
  }
  const round = openRound(state);
  add(isPanel && round && !ownBallot(state, round.number), 'vote', round?.closes ?? null);
  if (isPanel && dossier.phase === 'signOff' && board.signOff) {
    const hasSigned = board.signOff.signatures.some(({ by }) => by === person);
    add(!board.signOff.responses[person], 'respond');
    add(board.signOff.responses[person] && !hasSigned, 'sign');
  }
  if (role === 'chair') {
    add(dossier.phase === 'review' && dossier.isBreached, 'extendDeadline');
    add(dossier.phase === 'discussion', 'leadDiscussion');
    add(dossier.phase === 'drafting', 'writeDraft');
    add(dossier.phase === 'signOff' && missingToConclude(state).length === 0, 'conclude');
  }
  if (role === 'coordinator') {
    add(dossier.phase === 'intake', 'prepare', dossier.sheet?.clinicalDeadline ?? null);
    add(dossier.phase === 'review' && dossier.isBreached, 'extendDeadline');
    add(dossier.phase === 'signed', 'deliver');
  }
  const hasAcknowledged = delivery.acknowledgements.some(({ by }) => by === person);
  add(role === 'recipient' && delivery.delivered && !hasAcknowledged, 'acknowledge');
  return found;
}
