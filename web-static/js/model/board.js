/** What the panel has said in the open since the reveal. */
import { reducer } from '../core/store.js';

export const emptyBoard = {
  /** The payload of `revealed` with `at`, or `null`. What it publishes by hash is in `published.js`. */
  reveal: null,
  /** Who stood down since the reveal, `{person: instant}`. */
  stoodDown: {},
  /** `{member, principal, at}` of those seated since, or given the chair, oldest first. */
  seatings: [],
  /** `{id, discrepancy, replyTo, text, target, by, at}`, oldest first. */
  comments: [],
  /** Discrepancies people raised, with `by` and `at`; the computed ones are published by hash. */
  raised: [],
  /** `{discrepancy: {kind, severity, by, at}}` */
  assessments: {},
  /** `{discrepancy: {status, conclusion, by, at}}`, the last word on each. */
  settlements: {},
  /** `{as, dimension, answer, reason, at}`, oldest first. */
  amendments: [],
  /** Options in the order proposed, each with `by`, `at` and `withdrawnBy` once withdrawn. */
  options: [],
  /** `{round, by, at, commitments?, opened?, closedAt?}`, oldest first; `opened` is the payload of `roundOpened`. */
  rounds: [],
  /** `{round, text, by, at}` */
  minorities: [],
  /** `{draft, outcome, comparisons, by, at}`, oldest first. */
  drafts: [],
  /** `{reason, by, at}` */
  reopenings: [],
  /** `{version, by, at, responses: {person: {…response, at}}, signatures: [{by, attestsOnly, at}]}` or `null`. */
  signOff: null,
  /** `{record, signature, publicKey, by, at}` or `null`. */
  record: null,
  /** `{text, by, at}` */
  addenda: [],
};

export const foldBoard = reducer({
  revealed: (state, payload, { at }) => ({ ...state, reveal: { ...payload, at } }),
  stoodDown: (state, { by }, { at }) => ({ ...state, stoodDown: { ...state.stoodDown, [by]: at ?? 0 } }),
  seated: (state, payload, { at }) => ({ ...state, seatings: [...state.seatings, { ...payload, at }] }),
  commented: (state, { comment, by }, { at }) => ({ ...state, comments: [...state.comments, { ...comment, by, at }] }),
  discrepancyRaised: (state, { discrepancy, by }, { at }) => ({
    ...state, raised: [...state.raised, { ...discrepancy, by, at }],
  }),
  discrepancyAssessed: (state, { id, ...assessment }, { at }) => ({
    ...state, assessments: { ...state.assessments, [id]: { ...assessment, at } },
  }),
  discrepancySettled: (state, { id, ...settlement }, { at }) => ({
    ...state, settlements: { ...state.settlements, [id]: { ...settlement, at } },
  }),
  opinionAmended: (state, payload, { at }) => ({ ...state, amendments: [...state.amendments, { ...payload, at }] }),
  optionProposed: (state, { option, by }, { at }) => ({ ...state, options: [...state.options, { ...option, by, at }] }),
  optionWithdrawn: (state, { id, by }) => ({
    ...state, options: state.options.map(option => (option.id === id ? { ...option, withdrawnBy: by } : option)),
  }),
  votingOpened: (state, { round, by }, { at }) => ({ ...state, rounds: [...state.rounds, { round, by, at }] }),
  roundClosed: (state, { round, commitments }) => changeRound(state, round, { commitments }),
  roundOpened: (state, payload, { at }) => changeRound(state, payload.round, { opened: payload, closedAt: at }),
  minorityStated: (state, payload, { at }) => ({ ...state, minorities: [...state.minorities, { ...payload, at }] }),
  drafted: (state, payload, { at }) => ({ ...state, drafts: [...state.drafts, { ...payload, at }] }),
  discussionReopened: (state, payload, { at }) => ({
    ...state, signOff: null, reopenings: [...state.reopenings, { ...payload, at }],
  }),
  signOffOpened: (state, { version, by }, { at }) => ({
    ...state, signOff: { version, by, at, responses: {}, signatures: [] },
  }),
  responded: (state, { response, by }, { at }) => changeSignOff(state, signOff => ({
    responses: { ...signOff.responses, [by]: { ...response, at } },
  })),
  signed: (state, { by, attestsOnly = false, at: signedAt }, { at }) => changeSignOff(state, signOff => ({
    signatures: [...signOff.signatures, { by, attestsOnly, at: signedAt ?? at }],
  })),
  recorded: (state, payload, { at }) => ({ ...state, record: { ...payload, at } }),
  addendumAdded: (state, payload, { at }) => ({ ...state, addenda: [...state.addenda, { ...payload, at }] }),
});

function changeRound(state, number, change) {
  return { ...state, rounds: state.rounds.map(one => (one.round.number === number ? { ...one, ...change } : one)) };
}

function changeSignOff(state, change) {
  return state.signOff ? { ...state, signOff: { ...state.signOff, ...change(state.signOff) } } : state;
}
