/** One's own work on a case: notes, answers, what was read, the seal, the ballots. */
import { reducer } from '../core/store.js';

export const emptyOwn = {
  /** `{statement, at}` once declared; without a `statement` there is no conflict. */
  conflicts: null,
  /**
   * `{id: {annotation, revision, isAfterReveal, number, at}}`. A number belongs to a note for good: it counts all notes ever
   * made here, deleted ones included.
   */
  notes: {},
  noteCount: 0,
  /** Ids of the parts read, `{part: instant}`. */
  read: {},
  /** `{dimension: {answer, revision, at}}` */
  answers: {},
  /** `{opinion, pages, values, dossier, at}`: what the last seal made, or `null`. */
  seal: null,
  /** `{reason, at}` */
  recused: null,
  /** Ballots as cast, oldest first: `{round, text, commitment, choices, reasons, at}`. */
  ballots: [],
};

export const foldOwn = reducer({
  conflictsDeclared: (state, { statement }, { at }) => ({ ...state, conflicts: { statement, at } }),
  annotated: (state, { annotation, isAfterReveal = false }, { at }) => ({
    ...state,
    noteCount: state.noteCount + 1,
    notes: { ...state.notes, [annotation.id]: { annotation, revision: 1, isAfterReveal, number: state.noteCount + 1, at } },
  }),
  annotationAmended: (state, { annotation, revision, isAfterReveal = false }, { at }) => ({
    ...state,
    notes: { ...state.notes, [annotation.id]: { ...state.notes[annotation.id], annotation, revision, isAfterReveal, at } },
  }),
  annotationDeleted: (state, { id }) => {
    const { [id]: removed, ...notes } = state.notes;
    return { ...state, notes };
  },
  partRead: (state, { part }, { at }) => (state.read[part] === undefined
    ? { ...state, read: { ...state.read, [part]: at ?? 0 } } : state),
  opinionStated: (state, { dimension, answer, revision }, { at }) => ({
    ...state, answers: { ...state.answers, [dimension]: { answer, revision, at } },
  }),
  sealed: (state, { opinion, pages = [], values, dossier = 0 }, { at }) => ({
    ...state, seal: { opinion, pages, values, dossier, at },
  }),
  recused: (state, { reason }, { at }) => ({ ...state, recused: { reason, at } }),
  ballotCast: (state, { round, text, commitment, choices, reasons = {} }, { at }) => ({
    ...state, ballots: [...state.ballots, { round, text, commitment, choices, reasons, at }],
  }),
});
