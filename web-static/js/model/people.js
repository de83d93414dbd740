/** Who somebody is: from the panel the board names, or from the invitations where they may be read. */

/** `{person, name, role, discipline, institution}`; of someone unknown, the id stands for the name. */
export function memberOf({ board, logistics }, person) {
  return [...namedBy(board), ...logistics.members].find(member => member.person === person)
    ?? { person, name: person, role: null, discipline: null, institution: null };
}

/** Everybody the board ever named, each in the office they have now, also those who stood down. */
function namedBy({ reveal, seatings }) {
  const members = new Map([...reveal?.panel ?? [], ...seatings.map(({ member }) => member)].map(member => [member.person, member]));
  return [...members.values()];
}

/** The panel, with those who stood down; before the reveal as the invitations name it. */
export const panelOf = ({ board, logistics }) => (board.reveal ? namedBy(board)
  : logistics.members.filter(({ role }) => role === 'reviewer' || role === 'chair'));

/** Whether someone on the panel has stood down, as far as one may know. */
export const hasStoodDown = ({ board, logistics }, person) => board.stoodDown[person] !== undefined
  || logistics.recused[person] !== undefined;

/** Those who sit on the panel now. */
export const sittingOf = state => panelOf(state).filter(({ person }) => !hasStoodDown(state, person));

/** Whether a pseudonym hides nobody: its discipline has one member on the panel. */
export function isReidentified({ board }, pseudonym) {
  const reviewers = board.reveal?.reviewers ?? [];
  const discipline = reviewers.find(({ as }) => as === pseudonym)?.discipline;
  return Boolean(discipline) && reviewers.filter(one => one.discipline === discipline).length === 1;
}
