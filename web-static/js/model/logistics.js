/** Who is on the case and who has done what is expected. Read by the coordinator alone. */
import { reducer } from '../core/store.js';

export const emptyLogistics = {
  /** Memberships in the order of invitation: `{person, name, role, discipline, institution, deputyFor}`. */
  members: [],
  /** `{person: {statement, at}}`; without a `statement` there is no conflict. */
  conflicts: {},
  /** `{person: instant}` */
  sealed: {},
  /** `{person: {reason, at}}` */
  recused: {},
  /** The last reminder, `{person: instant}`. */
  reminded: {},
  consent: null,
  /** Who was frozen, deputies too, and on what terms: `{members, settings, salt}`, or `null`. */
  sheet: null,
};

export const foldLogistics = reducer({
  memberInvited: (state, { member }) => ({
    ...state, members: [...state.members.filter(({ person }) => person !== member.person), member],
  }),
  memberRemoved: (state, { person }) => ({
    ...state,
    members: state.members.filter(member => member.person !== person),
    conflicts: without(state.conflicts, person),
  }),
  deputySeated: (state, { person, role }) => withRole(state, person, role),
  chairAppointed: (state, { person }) => withRole(state, person, 'chair'),
  conflictsDeclared: (state, { person, statement }, { at }) => ({
    ...state, conflicts: { ...state.conflicts, [person]: { statement, at } },
  }),
  sealed: (state, { person }, { at }) => ({ ...state, sealed: { ...state.sealed, [person]: at } }),
  recused: (state, { person, reason }, { at }) => ({ ...state, recused: { ...state.recused, [person]: { reason, at } } }),
  reminded: (state, { person }, { at }) => ({ ...state, reminded: { ...state.reminded, [person]: at } }),
  consentRecorded: (state, { date }) => ({ ...state, consent: date }),
  panelSheetKept: (state, { sheet }) => ({ ...state, sheet }),
});

function withRole(state, person, role) {
  return { ...state, members: state.members.map(member => (member.person === person ? { ...member, role } : member)) };
}

function without(record, key) {
  const { [key]: removed, ...rest } = record;
  return rest;
}
