/** Where a case stands, for the bar above it. */

/** Steps of the bar; what comes after the signatures is one step. */
export const steps = ['intake', 'review', 'discussion', 'voting', 'drafting', 'signOff', 'signed'];

const over = ['signed', 'delivered', 'closed'];

/** The step a phase belongs to; `null` for a case that was withdrawn. */
export function stepOf(phase) {
  if (over.includes(phase)) return 'signed';
  return steps.includes(phase) ? phase : null;
}

export const isRevealed = phase => ['discussion', 'voting', 'drafting', 'signOff', ...over].includes(phase);
export const isSigned = phase => over.includes(phase);
export const isOver = phase => phase === 'closed' || phase === 'withdrawn';

/** `{starts, ends, of}` of the running deadline (`review` or `voting`), or `null`. */
export function phaseTimer({ dossier, board }) {
  if (dossier.phase === 'review' && dossier.deadline !== null && !dossier.isBreached) {
    return { starts: dossier.phaseSince ?? dossier.deadline, ends: dossier.deadline, of: 'review' };
  }
  const open = board.rounds.at(-1);
  if (dossier.phase === 'voting' && open && !open.opened && open.round.closes) {
    return { starts: open.at ?? open.round.closes, ends: open.round.closes, of: 'voting' };
  }
  return null;
}
