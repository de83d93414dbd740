/**
 * A case as one member may know it: its streams, folded one by one. What a member cannot read stays empty, so there is one
 * state for every role. Nothing here touches the page.
 */
import { emptyBoard, foldBoard } from './board.js';
import { emptyDelivery, foldDelivery } from './delivery.js';
import { emptyDossier, foldDossier } from './dossier.js';
import { emptyLogistics, foldLogistics } from './logistics.js';
import { emptyOwn, foldOwn } from './own.js';
import { emptyQuarantine, foldQuarantine } from './quarantine.js';

const folds = {
  dossier: foldDossier,
  quarantine: foldQuarantine,
  logistics: foldLogistics,
  own: foldOwn,
  board: foldBoard,
  delivery: foldDelivery,
};

/** Nothing has happened yet. `heads` is the last number read of each stream. */
export const emptyCase = {
  dossier: emptyDossier,
  quarantine: emptyQuarantine,
  logistics: emptyLogistics,
  own: emptyOwn,
  board: emptyBoard,
  delivery: emptyDelivery,
  heads: {},
};

/** The state after a happening `{stream, seq, at, type, payload}`. Streams and types it does not know change nothing. */
export function foldCase(state, happening) {
  const { stream, seq } = happening;
  if (!Object.hasOwn(folds, stream)) return state;
  return { ...state, [stream]: folds[stream](state[stream], happening), heads: { ...state.heads, [stream]: seq } };
}

/** The state without these streams: their history was replaced and is read anew. */
export function forgetStreams(state, streams) {
  const known = streams.filter(stream => Object.hasOwn(folds, stream));
  const emptied = Object.fromEntries(known.map(stream => [stream, emptyCase[stream]]));
  const heads = Object.fromEntries(Object.entries(state.heads).filter(([stream]) => !known.includes(stream)));
  return { ...state, ...emptied, heads };
}
