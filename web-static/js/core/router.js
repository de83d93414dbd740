/**
 * Routes live behind `#/`: no request path, log or referrer ever names a case. A page is a module imported when it is
 * first opened.
 */

/** The first route that matches a path: `{route, params}` or `null`. A pattern is `/cases/:case/history`. */
export function match(routes, path) {
  const parts = segments(path);
  for (const route of routes) {
    const pattern = segments(route.path);
    if (pattern.length !== parts.length) continue;
    const fits = pattern.every((piece, index) => piece.startsWith(':') || piece === parts[index]);
    if (!fits) continue;
    const named = pattern.flatMap((piece, index) => (piece.startsWith(':') ? [[piece.slice(1), parts[index]]] : []));
    return { route, params: Object.fromEntries(named) };
  }
  return null;
}

/** `/cases/:case` and `{case: 'c 7'}` make `#/cases/c%207`. */
export function href(pattern, params = {}) {
  return `#${pattern.replace(/:(\w+)/g, (_, name) => encodeURIComponent(params[name]))}`;
}

function segments(path) {
  return path.split('/').filter(Boolean).map(piece => {
    try { return decodeURIComponent(piece); } catch { return piece; }
  });
}

/** The path of a location's hash, or `null` for a plain anchor such as the skip link's. */
export function pathOf(hash) {
  if (hash === '' || hash === '#') return '/';
  return hash.startsWith('#/') ? hash.slice(1).split('?')[0] : null;
}

/**
 * Opens pages as the hash changes. `prepare({route, params})` loads what the page needs and resolves to a function that
 * shows it; that one returns a function that closes it again. A page overtaken by a later choice is never shown.
 */
export class Router {
  #routes;
  #prepare;
  #window;
  #close = null;
  #turn = 0;
  #path = null;

  constructor(routes, prepare, win = globalThis) {
    this.#routes = routes;
    this.#prepare = prepare;
    this.#window = win;
  }

  start() {
    this.#window.addEventListener('hashchange', () => this.show());
    return this.show();
  }

  /** Goes to a hash such as `#/boards`; the one that is shown already is shown anew. */
  go(hash) {
    if (this.#window.location.hash === hash) return this.show(true);
    this.#window.location.hash = hash;
    return Promise.resolve();
  }

  async show(again = false) {
    const path = pathOf(this.#window.location.hash);
    if (path === null || (path === this.#path && !again)) return;
    this.#path = path;
    const turn = ++this.#turn;
    const enter = await this.#prepare(match(this.#routes, path) ?? { route: null, params: {} });
    if (turn !== this.#turn) return;
    this.#close?.();
    this.#close = enter() ?? null;
  }
}
