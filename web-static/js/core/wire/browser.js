/** The wire in a browser: the WebSocket, and the events that say a connection is worth a look at once. */
import { browserClock } from '../clock.js';
import { subprotocol } from '../protocol.js';
import { Wire } from '../wire.js';
import { Outbox } from './outbox.js';

/** A wire to this page's own server, and the outbox behind it. `checkSession()` resolves to `false` when signed out. */
export function browserWire({ checkSession, win = globalThis.window }) {
  const outbox = new Outbox({ clock: browserClock });
  const url = new URL('/ws', win.location.href);
  url.protocol = url.protocol === 'http:' ? 'ws:' : 'wss:';
  const wire = new Wire({
    open: () => new WebSocket(url, subprotocol),
    clock: browserClock,
    outbox,
    checkSession,
  });
  watchPage(wire, win);
  guardUnload(outbox, win);
  return { wire, outbox };
}

function watchPage(wire, win) {
  win.addEventListener('online', () => wire.hurry());
  win.addEventListener('pageshow', () => wire.hurry());
  win.document.addEventListener('visibilitychange', () => { if (!win.document.hidden) wire.hurry(); });
}

/** Asks before the tab closes while something is not sent. */
function guardUnload(outbox, win) {
  const ask = event => { event.preventDefault(); };
  let guarded = false;
  outbox.onChange(() => {
    if (outbox.isEmpty === !guarded) return;
    guarded = !outbox.isEmpty;
    if (guarded) win.addEventListener('beforeunload', ask); else win.removeEventListener('beforeunload', ask);
  });
}
