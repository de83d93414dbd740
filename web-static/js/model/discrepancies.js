/** Where positions differ, with what was said, assessed and settled about each. */
import { isCoded } from './dimensions.js';

/** How positions name the first physicians; reviewers go by pseudonym. */
export const firstOpinionHolder = 'first-opinion';

const ended = ['explained', 'resolved'];

/**
 * `[{id, subject, statement, positions, raisedBy, kind, severity, status, conclusion, settledBy, comments}]` in the order
 * they came up. `computed` are the published ones.
 */
export function threads({ board }, computed = []) {
  const all = [...computed, ...board.raised];
  return all.map(one => {
    const assessment = board.assessments[one.id];
    const settlement = board.settlements[one.id];
    return {
      id: one.id,
      subject: one.subject,
      statement: one.statement ?? null,
      positions: one.positions,
      raisedBy: one.by ?? null,
      kind: assessment?.kind ?? null,
      severity: assessment?.severity ?? null,
      status: settlement?.status ?? 'open',
      conclusion: settlement?.conclusion ?? null,
      settledBy: settlement?.by ?? null,
      comments: board.comments.filter(({ discrepancy }) => discrepancy === one.id),
    };
  });
}

/** What was said about the case as a whole. */
export const generalComments = ({ board }) => board.comments.filter(({ discrepancy }) => !discrepancy);

export const isSettled = ({ status }) => status !== 'open';

/** What was neither explained nor resolved goes into the record. */
export const isUnresolved = ({ status }) => !ended.includes(status);

/** Comments with their replies behind them, `{…comment, depth}`; a reply to a reply stands at the same depth. */
export function inThreads(comments) {
  const known = new Set(comments.map(({ id }) => id));
  const roots = comments.filter(({ replyTo }) => !replyTo || !known.has(replyTo));
  const repliesTo = id => comments.filter(({ replyTo }) => replyTo === id)
    .flatMap(reply => [{ ...reply, depth: 1 }, ...repliesTo(reply.id)]);
  return roots.flatMap(comment => [{ ...comment, depth: 0 }, ...repliesTo(comment.id)]);
}

/** The position of one holder on a discrepancy, or `null`. */
export const positionOf = ({ positions }, holder) => positions.find(({ holders }) => holders.includes(holder))?.value ?? null;

/** The positions that fewer hold than the one most hold; nothing when all are equally many. */
export function minorityHolders({ positions }) {
  const most = Math.max(0, ...positions.map(({ holders }) => holders.length));
  return positions.filter(({ holders }) => holders.length < most).flatMap(({ holders }) => holders);
}

/** The fields that somebody reads differently, as `field` or `field primary`: marks on them are shown so. */
export function differingFields(list) {
  return new Set(list.filter(({ subject }) => subject.field).map(({ subject }) => fieldKey(subject)));
}

export const fieldKey = ({ field, primary }) => (primary ? `${field} ${primary}` : field);

/** Dimensions on which two or more opinions stand in words, so that only people can compare them. */
export function inWordsOnly(answers) {
  return answers.filter(answer => answer?.value && !isCoded(answer.value)).length > 1;
}
