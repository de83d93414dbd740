/**
 * One's own work is shown before the server has it. An entry `{id, command, payload, at}` lies over the state until the
 * streams hold what it says; the server's answer alone makes it *saved*.
 */

/** The state as the person left it: `state` with the entries over it, in order. What they touch has `isWaiting`. */
export const withEntries = (state, entries) => entries.reduce(
  (shown, entry) => (overlays[entry.command] && !isFolded(state, entry) ? overlays[entry.command](shown, entry) : shown), state,
);

/** Whether the streams already hold what an entry says. */
export const isFolded = (state, entry) => folded[entry.command]?.(state, entry.payload) ?? false;

/**
 * The revision to base an edit on, where the entries before it are delivered first: what the streams hold, or what those
 * entries will make of it. `key` is an annotation's id or a dimension.
 */
export function baseRevision(state, entries, key) {
  const stored = state.own.notes[key]?.revision ?? state.own.answers[key]?.revision ?? 0;
  return entries.filter(entry => touches(entry, key)).reduce((revision, { payload }) => (
    Math.max(revision, (payload.revision ?? 0) + 1)), stored);
}

const touches = ({ payload }, key) => (payload.annotation?.id ?? payload.dimension) === key;

const changeOwn = (state, change) => ({ ...state, own: { ...state.own, ...change(state.own) } });

const overlays = {
  annotate: (state, { payload, at }) => changeOwn(state, own => ({
    noteCount: own.noteCount + 1,
    notes: {
      ...own.notes,
      [payload.annotation.id]: {
        annotation: payload.annotation, revision: 1, isAfterReveal: state.board.reveal !== null,
        number: own.noteCount + 1, at, isWaiting: true,
      },
    },
  })),
  amendAnnotation: (state, { payload, at }) => (!state.own.notes[payload.annotation.id] ? state : changeOwn(state, own => ({
    notes: {
      ...own.notes,
      [payload.annotation.id]: {
        ...own.notes[payload.annotation.id], annotation: payload.annotation, revision: payload.revision + 1, at,
        isWaiting: true,
      },
    },
  }))),
  deleteAnnotation: (state, { payload }) => changeOwn(state, own => {
    const { [payload.id]: removed, ...notes } = own.notes;
    return { notes };
  }),
  markRead: (state, { payload, at }) => changeOwn(state, own => ({ read: { ...own.read, [payload.part]: at } })),
  stateOpinion: (state, { payload, at }) => changeOwn(state, own => ({
    answers: {
      ...own.answers,
      [payload.dimension]: { answer: payload.answer, revision: payload.revision + 1, at, isWaiting: true },
    },
  })),
  postComment: (state, { payload, at, person }) => ({
    ...state,
    board: { ...state.board, comments: [...state.board.comments, { ...payload.comment, by: person, at, isWaiting: true }] },
  }),
};

const folded = {
  annotate: ({ own }, { annotation }) => own.notes[annotation.id] !== undefined,
  amendAnnotation: ({ own }, { annotation, revision }) => (own.notes[annotation.id]?.revision ?? Infinity) > revision,
  deleteAnnotation: ({ own }, { id }) => own.notes[id] === undefined,
  markRead: ({ own }, { part }) => own.read[part] !== undefined,
  stateOpinion: ({ own }, { dimension, revision }) => (own.answers[dimension]?.revision ?? 0) > revision,
  postComment: ({ board }, { comment }) => board.comments.some(({ id }) => id === comment.id),
};
