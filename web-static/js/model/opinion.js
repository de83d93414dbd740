/** One's own opinion: what it lacks, and whether it may still be changed. */
import { dimensions } from './dimensions.js';

/**
 * What an answer lacks before the server takes it: names of `value`, `confidence`, `rationale`, `citations`. Without a value
 * it says *cannot judge*, and lacks nothing.
 */
export function missingInAnswer({ value, confidence, rationale = '', citations = [] }) {
  if (value === undefined || value === null) return [];
  return [
    !(value.codes?.length || value.text) && 'value',
    !(Number.isInteger(confidence) && confidence >= 1 && confidence <= 9) && 'confidence',
    rationale.trim() === '' && 'rationale',
    citations.length === 0 && 'citations',
  ].filter(Boolean);
}

/** The dimensions nothing is said on yet, in their order. */
export const unanswered = ({ own }) => dimensions.filter(dimension => !own.answers[dimension]);

/** Ids of the parts (an original or any of its translations counts) that were not read. */
export function unreadParts({ dossier, own }) {
  return dossier.documents.flatMap(({ parts }) => parts)
    .filter(part => ![part, ...part.translations].some(({ id }) => own.read[id] !== undefined))
    .map(({ id }) => id);
}

/**
 * How one's seal stands: `open` (nothing sealed), `sealed`, or `reopened`: a source came later, which gives the right to
 * seal anew until the deadline.
 */
export function sealStanding({ dossier, own }, now = 0) {
  if (!own.seal) return 'open';
  const isBeforeDeadline = dossier.deadline !== null && now < dossier.deadline;
  const mayAnew = dossier.phase === 'review' && dossier.lateSource > own.seal.dossier && isBeforeDeadline;
  return mayAnew ? 'reopened' : 'sealed';
}

/** Whether notes and answers may be changed now. After the reveal, notes may be made again, answers are amended in the open. */
export function mayWork(state, now = 0) {
  if (state.own.recused) return false;
  return state.dossier.phase !== 'review' || sealStanding(state, now) !== 'sealed';
}

/** Own notes, oldest first. */
export const ownNotes = ({ own }) => Object.values(own.notes).sort((one, other) => one.number - other.number);

/** The pseudonym of one's own sealed package, known by its hash, or `null`. */
export function ownPseudonym({ own, board }) {
  const sealed = own.seal?.opinion?.[0];
  return (sealed && board.reveal?.reviewers.find(({ opinion }) => opinion?.[0] === sealed)?.as) ?? null;
}
