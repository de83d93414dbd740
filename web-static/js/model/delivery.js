/** The signed record on its way to those who asked for it. */
import { reducer } from '../core/store.js';

export const emptyDelivery = {
  /** `{record, signature, publicKey, recipients, at}` or `null`. */
  delivered: null,
  /** `{by, at}` */
  acknowledgements: [],
};

export const foldDelivery = reducer({
  delivered: (state, payload, { at }) => ({ ...state, delivered: { ...payload, at } }),
  acknowledged: (state, { by }, { at }) => ({ ...state, acknowledgements: [...state.acknowledgements, { by, at }] }),
});
