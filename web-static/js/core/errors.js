/**
 * What went wrong, in the reader's language. The server names every refusal by a stable code (docs/PROTOCOL.md); the
 * sentence belongs to the catalogue `errors`.
 */
import { has, t } from './i18n.js';

/** A refusal or a fault the server stated: over HTTP (problem+json, RFC 9457) or over the socket. */
export class ServerError extends Error {
  /**
   * `detail` names the field, item or reason; of a `fault` it is the number of the entry in the server's log. `retryAfter` is
   * the time in seconds the server asks to wait, where it does.
   */
  constructor({ code = 'fault', detail = '', status = 0, retry = code === 'unavailable', retryAfter = null } = {}) {
    super(detail ? `${code}: ${detail}` : code);
    this.name = 'ServerError';
    Object.assign(this, { code, detail, status, retry, retryAfter });
  }
}

/** The server was not reached (`offline`), or its answer was lost (`unanswered`). The same request may be sent again. */
export class ConnectionError extends Error {
  constructor(code = 'offline') {
    super(code);
    this.name = 'ConnectionError';
    this.code = code;
  }
}

const families = {
  400: 'malformed', 401: 'unauthenticated', 403: 'role-forbids', 404: 'not-found', 409: 'refused', 412: 'stale',
  413: 'too-large', 415: 'unsupported-type', 422: 'refused', 429: 'too-many-requests', 503: 'unavailable',
};

/** One sentence for any error. */
export function sentence(error) {
  const { code, detail, status } = error ?? {};
  const key = [code, families[status]].find(name => name && has(`errors.${name}`));
  if (key === 'fault' && detail) return t('errors.fault-numbered', { number: detail });
  // What carries no code of ours was thrown by this page, not stated by the server.
  return t(`errors.${key ?? (code ? 'fault' : 'page-fault')}`);
}

const aboutFields = new Set(['invalid', 'incomplete', 'reason-required', 'limit-reached']);

/**
 * The entries of an error summary: `{text, id}`. `labels` maps what the server calls a field to `{id, label}`, so that the
 * entry leads to it.
 */
export function problemsOf(error, labels = {}) {
  const field = aboutFields.has(error?.code) ? labels[error.detail] : undefined;
  if (!field) return [{ text: sentence(error) }];
  const problem = sentence({ code: error.code });
  return [{ id: field.id, text: t('errors.at-field', { field: field.label, problem }) }];
}
