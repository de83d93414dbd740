/**
 * State is a fold of events. Listeners hear of a batch once, after it, so a reveal of many events is one render.
 */

/**
 * A reducer out of one function per event type. A happening is `{stream, seq, tag, type, payload, …}`; types without a
 * function change nothing, so newer servers may say more than this client knows.
 */
export function reducer(cases) {
  return (state, happening) => (Object.hasOwn(cases, happening.type)
    ? cases[happening.type](state, happening.payload, happening)
    : state);
}

/** A store: `state`, `apply(happenings)`, `replace(state)`, `subscribe(listener)` returning its cancellation. */
export function createStore(reduce, initial, schedule = queueMicrotask) {
  const listeners = new Set();
  let state = initial;
  let scheduled = false;

  function announce() {
    scheduled = false;
    for (const listener of [...listeners]) listener(state);
  }

  function become(next) {
    if (Object.is(next, state)) return;
    state = next;
    if (scheduled) return;
    scheduled = true;
    schedule(announce);
  }

  return {
    get state() { return state; },
    apply(happenings) { become([happenings].flat().reduce(reduce, state)); },
    replace(next) { become(next); },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
