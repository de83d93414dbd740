/**
 * Published content by hash. A blob whose bytes do not have the hash the stream named is never shown.
 */

export class HashMismatch extends Error {
  constructor(expected, found) {
    super('the content does not have the hash it was published under');
    this.name = 'HashMismatch';
    this.code = 'hash-mismatch';
    Object.assign(this, { expected, found });
  }
}

/** SHA-256 as lower-case hex. */
export async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('');
}

/** The bytes of a case's blob, checked. */
export async function blob(api, caseID, hash) {
  const bytes = await api.bytes(`/api/cases/${encodeURIComponent(caseID)}/blobs/${encodeURIComponent(hash)}`);
  const found = await sha256(bytes);
  if (found !== hash) throw new HashMismatch(hash, found);
  return bytes;
}

export const text = bytes => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

/** Several blobs at once, all or none: what a reveal shows in one render. */
export const blobs = (api, caseID, hashes) => Promise.all(hashes.map(hash => blob(api, caseID, hash)));
