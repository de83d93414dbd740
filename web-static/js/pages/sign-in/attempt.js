/** One attempt to sign in, and what it came to. Knows nothing of the page. */

/**
 * Resolves to `{session}`, or to what went wrong: `{problem: 'missing', fields}`, `{problem: 'wrong'}`,
 * `{problem: 'throttled', seconds}` or `{problem: 'other', error}`.
 */
export async function attempt(api, { login, password }) {
  const fields = [login.trim() === '' && 'login', password === '' && 'password'].filter(Boolean);
  if (fields.length > 0) return { problem: 'missing', fields };
  try {
    const { value } = await api.post('/api/session', { login: login.trim(), password });
    return { session: value?.person ? value : (await api.get('/api/session')).value };
  } catch (error) {
    if (error.status === 401) return { problem: 'wrong' };
    if (error.status === 429) return { problem: 'throttled', seconds: secondsOf(error.retryAfter) };
    return { problem: 'other', error };
  }
}

/** Where the server names no time, a cautious one. */
const secondsOf = retryAfter => (Number.isFinite(retryAfter) && retryAfter > 0 ? Math.ceil(retryAfter) : 30);
