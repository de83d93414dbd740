/** Seats of the panel as the coordinator knows them: who stands ready for whom, and where nobody sits. */

/** The one who stands ready for a member, or is meant to, without a conflict; or `null`. */
export const deputyOf = ({ logistics }, person) => logistics.members.find(member => member.role === 'deputy'
  && member.deputyFor === person && logistics.conflicts[member.person]?.statement === undefined) ?? null;

/** Members who stood down and whose seat nobody has taken, as the coordinator knows it. */
export function vacancies({ logistics }) {
  const { members, recused } = logistics;
  const principal = person => members.find(member => member.person === person)?.deputyFor;
  const seatOf = person => (principal(person) ? seatOf(principal(person)) : person);
  const sits = ({ person, role }) => (role === 'reviewer' || role === 'chair') && recused[person] === undefined;
  const taken = new Set(members.filter(sits).map(({ person }) => seatOf(person)));
  const last = new Map(members.filter(({ person }) => recused[person] !== undefined).map(member => [seatOf(member.person), member]));
  return [...last].filter(([seat]) => !taken.has(seat)).map(([, member]) => member);
}
