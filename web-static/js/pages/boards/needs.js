/**
 * What a case asks of the person who looks at the list, out of the row of `GET /api/boards`. Only what the person's own
 * role may see goes in, so nothing here can tell of anybody else's work.
 */

/** Rows of cases that are over, or in which this person has nothing to do, need nobody. */
export function needOf({ role, card, standing = {} }, now) {
  const need = byRole[role]?.(card, card.board ?? {}, standing, now) ?? null;
  return need && { due: soonest(card), ...need };
}

/** By when something must have happened: the phase's target, unless the patient needs the decision sooner. */
function soonest({ phaseDue, clinicalDeadline }) {
  const due = Math.min(phaseDue ?? Infinity, clinicalDeadline ?? Infinity);
  return due === Infinity ? null : due;
}

const byRole = {
  coordinator: coordinating,
  reviewer: onPanel,
  chair: (card, board, standing) => leading(card) ?? onPanel(card, board, standing),
  deputy: (card, board, standing) => (standing.conflictsDeclared || isOver(card) ? null : { kind: 'declare' }),
  adjudicator: card => (card.phase === 'review' ? { kind: 'review', due: card.reviewDeadline ?? null } : null),
  translator: card => (card.phase === 'intake' ? { kind: 'translate' } : null),
  recipient: (card, board, standing) => (card.phase === 'delivered' && !standing.acknowledged ? { kind: 'acknowledge' } : null),
};

const isOver = ({ phase }) => ['signed', 'delivered', 'closed', 'withdrawn'].includes(phase);

function onPanel(card, board, standing) {
  if (standing.recused) return null;
  switch (card.phase) {
    case 'intake': return standing.conflictsDeclared ? null : { kind: 'declare' };
    case 'review': return standing.sealed ? null : { kind: 'review', due: card.reviewDeadline ?? null };
    case 'discussion': return { kind: 'discuss' };
    case 'voting': return voting(board, standing);
    case 'signOff': return signingOff(board, standing);
    default: return null;
  }
}

function voting({ round, closes }, { castRound }) {
  if (!round || castRound === round) return null;
  return { kind: 'vote', round, ...(closes ? { due: closes } : {}) };
}

function leading(card) { return card.phase === 'drafting' ? { kind: 'draft' } : null; }

function signingOff({ signOffVersion: version }, { respondedVersion, signedVersion }) {
  if (!version) return null;
  if (respondedVersion !== version) return { kind: 'respond', version };
  return signedVersion === version ? null : { kind: 'sign', version };
}

function coordinating(card, board, standing, now) {
  switch (card.phase) {
    case 'intake': return { kind: 'prepare' };
    case 'review': {
      const due = card.reviewDeadline ?? null;
      return due !== null && due <= now ? { kind: 'extend', due } : { kind: 'follow', due };
    }
    case 'signed': return { kind: 'deliver' };
    case 'delivered': return { kind: 'finish' };
    default: return null;
  }
}

/** Where the row leads: the coordinator prepares, the recipient reads the record, everybody else opens the case. */
export function hrefOf({ id, role }) {
  const path = `#/cases/${encodeURIComponent(id)}`;
  if (role === 'coordinator' || role === 'translator') return `${path}/preparation`;
  return role === 'recipient' ? `${path}/recommendation` : path;
}

const urgencies = ['urgent', 'soon', 'routine'];
const rank = ({ card }) => (urgencies.indexOf(card.urgency) + urgencies.length) % urgencies.length;

/**
 * Cases in the order of the time left: `needing` with their `need`, then `others`, then those that are `over`. Ties keep
 * the order of urgency, then of the title, so that the list never jumps.
 */
export function sorted(cases, now) {
  const rows = cases.map(row => ({ ...row, need: needOf(row, now) }));
  const hasEnded = ({ card }) => card.phase === 'closed' || card.phase === 'withdrawn';
  const due = row => row.need?.due ?? row.card.clinicalDeadline ?? Infinity;
  const inOrder = (one, other) => due(one) - due(other) || rank(one) - rank(other)
    || String(one.card.title ?? one.id).localeCompare(String(other.card.title ?? other.id));
  const live = rows.filter(row => !hasEnded(row)).sort(inOrder);
  return {
    needing: live.filter(row => row.need),
    others: live.filter(row => !row.need),
    over: rows.filter(hasEnded).sort(inOrder),
  };
}

/** The slots of a conference with the case of this person that has each, where one has. */
export function agendaOf(conference, cases) {
  return conference.agenda.map(slot => ({
    ...slot,
    row: cases.find(({ card }) => card.slots?.[conference.id] === slot.number) ?? null,
  }));
}

/** Conferences of `GET /api/boards` that are still on or to come, the next one first, each with its `id`. */
export function upcoming(lines, now) {
  return lines.map(({ id, conference }) => ({ id, ...conference })).filter(({ starts,
    durationMinutes }) => starts + durationMinutes * 60_000 > now)
    .sort((one, other) => one.starts - other.starts);
}
