/** Who somebody is: from the panel the board names, or from the invitations where they may be read. */

/** `{person, name, role, discipline, institution}`; of someone unknown, the id stands for the name. */
export function memberOf(state, person) {
  return [...panelOf(state), ...state.logistics.members].find(member => member.person === person)
    ?? { person, name: person, role: null, discipline: null, institution: null };
}

/**
 * Everybody the board ever named, each in the office they have now, also those who stood down. What the coordinator knows of
 * the panel is in `seats.js`.
 */
export function panelOf({ board: { reveal, seatings } }) {
  const members = new Map([...reveal?.panel ?? [], ...seatings.map(({ member }) => member)].map(member => [member.person, member]));
  return [...members.values()];
}

/** Whether someone on the panel has stood down, as far as one may know. */
export const hasStoodDown = ({ board, logistics }, person) => board.stoodDown[person] !== undefined
  || logistics.recused[person] !== undefined;

/** Whether a pseudonym hides nobody: its discipline has one member on the panel. */
export function isReidentified({ board }, pseudonym) {
  const reviewers = board.reveal?.reviewers ?? [];
  const discipline = reviewers.find(({ as }) => as === pseudonym)?.discipline;
  return Boolean(discipline) && reviewers.filter(one => one.discipline === discipline).length === 1;
}
