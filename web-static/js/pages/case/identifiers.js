/** Identifiers and nonces: random bytes of the browser, in the protocol's alphabet. */
import { hexadecimal } from '../../model/voting.js';

export const newID = () => hexadecimal(crypto.getRandomValues(new Uint8Array(16)));

/** The voter's own 32 bytes, without which a ballot could be guessed from its commitment. */
export const newNonce = () => hexadecimal(crypto.getRandomValues(new Uint8Array(32)));
