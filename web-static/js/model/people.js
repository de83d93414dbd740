/** Who somebody is: from the panel the reveal names, or from the invitations where they may be read. */

/** `{person, name, role, discipline, institution}`; of someone unknown, the id stands for the name. */
export function memberOf({ board, logistics }, person) {
  return [...board.reveal?.panel ?? [], ...logistics.members].find(member => member.person === person)
    ?? { person, name: person, role: null, discipline: null, institution: null };
}

export const panelOf = ({ board, logistics }) => board.reveal?.panel
  ?? logistics.members.filter(({ role }) => role === 'reviewer' || role === 'chair');

/** Whether a pseudonym hides nobody: its discipline has one member on the panel. */
export function isReidentified({ board }, pseudonym) {
  const reviewers = board.reveal?.reviewers ?? [];
  const discipline = reviewers.find(({ as }) => as === pseudonym)?.discipline;
  return Boolean(discipline) && reviewers.filter(one => one.discipline === discipline).length === 1;
}
