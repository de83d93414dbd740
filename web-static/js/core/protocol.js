/**
 * The shape of what goes over the socket (docs/PROTOCOL.md, section 3): one envelope, three shapes.
 *
 *     request  {"id":"q1","<command>":{…}}
 *     reply    {"re":"q1","ok":{…}}  or  {"re":"q1","error":{"code":"…","detail":"…"}}
 *     push     {"push":"event","case":"c7","stream":"board","seq":4,"tag":"c3…","at":…,"event":{"<type>":{…}}}
 */
import { ServerError } from './errors.js';

export const subprotocol = 'consilium.v1';

/** Both sides say something at least this often, and give up after `silenceLimit`. Milliseconds. */
export const beatInterval = 15_000;
export const silenceLimit = 35_000;

/** Closed because the person is signed out or disabled. */
export const signedOutCode = 4500;

/** Our own close for a server that has gone silent; the server uses the same for a silent client. */
export const silentCode = 4003;

export const request = (id, command, payload = {}) => JSON.stringify({ id, [command]: payload });

/** Reads a frame. What it does not know comes back as `{kind: 'unknown'}`: a newer server may say more. */
export function parse(frame) {
  let message;
  try { message = JSON.parse(frame); } catch { return { kind: 'unknown' }; }
  if (typeof message?.re === 'string') return readReply(message);
  if (message?.push === 'event') return readEvent(message);
  if (typeof message?.push === 'string') return { ...message, kind: message.push };
  return { kind: 'unknown' };
}

function readReply({ re, ok, error }) {
  return error ? { kind: 'reply', id: re, error: new ServerError(error) } : { kind: 'reply', id: re, ok: ok ?? {} };
}

/** A happening: `{case, stream, seq, tag, at, type, payload}`. */
function readEvent({ event, push, ...where }) {
  const [type] = Object.keys(event ?? {});
  if (type === undefined || !Number.isInteger(where.seq) || typeof where.stream !== 'string') return { kind: 'unknown' };
  return { ...where, kind: push, type, payload: event[type] };
}

/** 4000-4499 and the ordinary ends of a socket: come back. 4500-4999: do not, something must change first. */
export const mayReconnect = closeCode => closeCode < 4500 || closeCode > 4999;
