/** The signed record on its way to those who asked for it. */
import { reducer } from '../core/store.js';

export const emptyDelivery = {
  /** `{record, signature, publicKey, recipients, at}` or `null`. */
  delivered: null,
  /** `{by, at}` */
  acknowledgements: [],
  /** `{text, by, at}` */
  addenda: [],
};

export const foldDelivery = reducer({
  delivered: (state, payload, { at }) => ({ ...state, delivered: { ...payload, at } }),
  acknowledged: (state, { by }, { at }) => ({ ...state, acknowledgements: [...state.acknowledgements, { by, at }] }),
  addendumAdded: (state, payload, { at }) => ({ ...state, addenda: [...state.addenda, { ...payload, at }] }),
});

/** What was added after the signature; of a case an older version signed, the board alone has it. */
export const addendaOf = ({ board, delivery }) => (
  delivery.addenda.length >= board.addenda.length ? delivery.addenda : board.addenda);
