/**
 * The shape of what goes over the socket (docs/PROTOCOL.md): one envelope, three shapes.
 *
 *     request  {"id":"q1","<command>":{…}}
 *     reply    {"re":"q1","ok":{…}}  or  {"re":"q1","error":{"code":"…","message":"…"}}
 *     push     {"push":"event","case":"c7","stream":"board","seq":4,"tag":"c3…","event":{"<type>":{…}}}
 */
import { ServerError } from './errors.js';

export const subprotocol = 'consilium.v1';

export const request = (id, command, payload = {}) => JSON.stringify({ id, [command]: payload });

/** Reads a frame. What it does not know comes back as `{kind: 'unknown'}`: a newer server may say more. */
export function parse(frame) {
  let message;
  try { message = JSON.parse(frame); } catch { return { kind: 'unknown' }; }
  if (typeof message?.re === 'string') return readReply(message);
  if (typeof message?.push === 'string') return readPush(message);
  return { kind: 'unknown' };
}

function readReply({ re, ok, error }) {
  if (!error) return { kind: 'reply', id: re, ok: ok ?? {} };
  const { code = 'fault', message: title = '', ...rest } = error;
  return { kind: 'reply', id: re, error: new ServerError({ code, title, ...rest }) };
}

function readPush({ push, event, ...rest }) {
  if (push !== 'event') return { kind: push, scope: scopeOf(rest), ...rest };
  const [type] = Object.keys(event ?? {});
  if (type === undefined || !Number.isInteger(rest.seq) || typeof rest.stream !== 'string') return { kind: 'unknown' };
  return { ...rest, kind: 'event', scope: scopeOf(rest), type, payload: event[type] };
}

/** The aggregate a message is about: a case or a conference, as one text. */
export function scopeOf({ case: caseID, conference }) {
  if (caseID !== undefined) return `case ${caseID}`;
  return conference === undefined ? null : `conference ${conference}`;
}

/** 4000-4499 and the ordinary ends of a socket: come back. 4500-4999: do not, something must change first. */
export const mayReconnect = closeCode => closeCode < 4500 || closeCode > 4999;
