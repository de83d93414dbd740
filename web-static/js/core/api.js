/**
 * Requests to the server: same origin, JSON, refusals as `ServerError`, a lost network as `ConnectionError`.
 */
import { ConnectionError, ServerError } from './errors.js';

/**
 * `fetch` and `newKey` are injected for tests. `onSignedOut` is told of every 401, so that one place can ask the person to
 * sign in again without losing what they wrote.
 */
export function createAPI({ fetch = globalThis.fetch.bind(globalThis), newKey = () => crypto.randomUUID(), onSignedOut } = {}) {
  async function call(method, path, { body, ifMatch, idempotencyKey, accept = 'application/json', signal } = {}) {
    const headers = { accept };
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (ifMatch) headers['if-match'] = ifMatch;
    if (idempotencyKey) headers['idempotency-key'] = idempotencyKey;
    // Not `mode: 'same-origin'`: under the site's no-referrer, a request of any mode but `cors` goes out with `Origin: null`
    // (Fetch, "append a request Origin header"), which the server refuses. Other origins the content policy keeps away.
    const response = await reach(path, {
      method, headers, signal,
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: 'same-origin', cache: 'no-store', redirect: 'error', mode: 'cors',
    });
    if (!response.ok) throw await refusal(response);
    return response;
  }

  async function reach(path, options) {
    try {
      return await fetch(path, options);
    } catch (error) {
      if (error?.name === 'AbortError') throw error;
      throw new ConnectionError('offline');
    }
  }

  async function refusal(response) {
    const problem = await problemOf(response);
    const retryAfter = Number(response.headers.get('retry-after')) || null;
    const error = new ServerError({ ...problem, status: response.status, retryAfter });
    if (response.status === 401) onSignedOut?.(error);
    return error;
  }

  async function json(method, path, options) {
    const response = await call(method, path, options);
    const text = await response.text();
    return { value: text === '' ? null : JSON.parse(text), etag: response.headers.get('etag') };
  }

  return {
    get: (path, options) => json('GET', path, options),
    /** A command over HTTP. It carries a key, so a repetition after a lost answer happens once. */
    post: (path, body, options) => json('POST', path, { idempotencyKey: newKey(), ...options, body }),
    put: (path, body, options) => json('PUT', path, { idempotencyKey: newKey(), ...options, body }),
    patch: (path, body, options) => json('PATCH', path, { idempotencyKey: newKey(), ...options, body }),
    remove: (path, options) => json('DELETE', path, { idempotencyKey: newKey(), ...options }),
    async bytes(path, options) {
      const response = await call('GET', path, { accept: '*/*', ...options });
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}

async function problemOf(response) {
  const type = response.headers.get('content-type') ?? '';
  if (!type.includes('json')) return {};
  try {
    const { code, detail } = await response.json();
    return { code, detail };
  } catch { return {}; }
}
