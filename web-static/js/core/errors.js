/**
 * What went wrong, in the reader's language. The server names every refusal by a stable code; the sentence belongs to the
 * catalogue `errors`, the server's own title is the last resort.
 */
import { has, t } from './i18n.js';

/** A refusal or fault the server stated: over HTTP (problem+json, RFC 9457) or over the socket. */
export class ServerError extends Error {
  /** `fields` is a list of `{field, code}`; `correlation` identifies a fault in the server's log. */
  constructor({ code, status = 0, title = '', detail = '', fields = [], correlation = null }) {
    super(title || detail || code);
    this.name = 'ServerError';
    Object.assign(this, { code, status, title, detail, fields, correlation });
  }
}

/** The server was not reached, or the answer was lost; the same request may be sent again with the same key. */
export class ConnectionError extends Error {
  constructor(code = 'offline') {
    super(code);
    this.name = 'ConnectionError';
    this.code = code;
  }
}

const families = { 401: 'unauthenticated', 403: 'forbidden', 404: 'not-found', 409: 'conflict', 412: 'changed-meanwhile',
  413: 'too-large', 415: 'unsupported-type', 422: 'refused', 429: 'too-many-requests', 503: 'unavailable' };

/** One sentence for any error. */
export function sentence(error) {
  const exact = `errors.${error?.code}`;
  if (has(exact)) return t(exact);
  if (error instanceof ServerError) {
    const family = families[error.status];
    if (error.status >= 500) return withCorrelation(error, family);
    return error.detail || error.title || t(`errors.${family ?? 'refused'}`);
  }
  return error instanceof ConnectionError ? t('errors.offline') : t('errors.fault');
}

function withCorrelation({ correlation }, family) {
  if (family) return t(`errors.${family}`);
  return correlation ? t('errors.fault-with-number', { number: correlation }) : t('errors.fault');
}

/** The problems of an error summary: one per field, or one for the whole; `idOf` maps a field's name to its element's id. */
export function problemsOf(error, idOf = field => field) {
  const fields = error instanceof ServerError ? error.fields : [];
  if (fields.length === 0) return [{ text: sentence(error) }];
  return fields.map(({ field, code, detail }) => ({ id: idOf(field), text: sentence(new ServerError({ code, detail, status: 422 })) }));
}
