/**
 * Seats of the panel as the coordinator knows them: who was named, who stands ready for whom, and where nobody sits. Of a
 * recusal before the reveal or during a vote the board learns later or never, so it is not asked.
 */
import { isPanel } from './permissions.js';

/** Everybody on the panel in the office they have, with those who stood down. */
export const namedOf = ({ logistics }) => logistics.members.filter(({ role }) => isPanel(role));

/** Those who sit on the panel now. */
export const sittingOf = state => namedOf(state).filter(({ person }) => state.logistics.recused[person] === undefined);

/** The one who stands ready for a member, or is meant to, without a conflict; or `null`. */
export const deputyOf = ({ logistics }, person) => logistics.members.find(member => member.role === 'deputy'
  && member.deputyFor === person && logistics.conflicts[member.person]?.statement === undefined) ?? null;

/** Members who stood down and whose seat nobody has taken, as the coordinator knows it. */
export function vacancies(state) {
  const { members, recused } = state.logistics;
  const principal = person => members.find(member => member.person === person)?.deputyFor;
  const seatOf = person => (principal(person) ? seatOf(principal(person)) : person);
  const taken = new Set(sittingOf(state).map(({ person }) => seatOf(person)));
  const last = new Map(members.filter(({ person }) => recused[person] !== undefined).map(member => [seatOf(member.person), member]));
  return [...last].filter(([seat]) => !taken.has(seat)).map(([, member]) => member);
}

/** Whether somebody can no longer be taken off the case: who sits, who is on the frozen sheet, who a delivery went to. */
export function isFrozen({ dossier: { phase }, logistics: { sheet } }, { person, role }) {
  if (role === 'recipient') return phase === 'delivered';
  return phase !== 'intake' && (isPanel(role) || (sheet?.members ?? []).some(member => member.person === person));
}
