/** A clock that moves when told to, sockets that do what a test says, and what a server would answer. */
import { Outbox } from '../../../web-static/js/core/wire/outbox.js';
import { Wire } from '../../../web-static/js/core/wire.js';

export class TestClock {
  #now = 1_795_359_600_000;
  #timers = [];

  now() { return this.#now; }

  after(milliseconds, run) {
    const timer = { at: this.#now + milliseconds, run };
    this.#timers.push(timer);
    return () => { this.#timers = this.#timers.filter(other => other !== timer); };
  }

  /** Lets time pass, running what falls due in its order. */
  pass(milliseconds) {
    const end = this.#now + milliseconds;
    for (;;) {
      const due = this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.#timers = this.#timers.filter(other => other !== due);
      this.#now = Math.max(this.#now, due.at);
      due.run();
    }
    this.#now = end;
  }
}

export class TestSocket {
  sent = [];
  isClosed = false;

  send(text) { this.sent.push(JSON.parse(text)); }
  close() { this.isClosed = true; }

  open() { this.onopen(); }
  say(message) { this.onmessage({ data: JSON.stringify(message) }); }
  break(code = 1006) { this.onclose({ code }); }

  /** The requests of one name, without heartbeats in between. */
  requests(name) { return this.sent.filter(message => name in message); }
  last(name) { return this.requests(name).at(-1); }
}

/** A wire with everything it needs, and the sockets it has opened. */
export function world({ random = () => 0, checkSession } = {}) {
  const clock = new TestClock();
  const sockets = [];
  let count = 0;
  const newID = () => `id-${++count}`;
  const outbox = new Outbox({ clock, newID });
  const open = () => { const socket = new TestSocket(); sockets.push(socket); return socket; };
  const wire = new Wire({ open, clock, random, outbox, newID, checkSession });
  return {
    clock, outbox, wire, sockets,
    get socket() { return sockets.at(-1); },
    /** Opens the latest socket and lets the server greet. */
    greet(person = 'p-radiology') {
      this.socket.open();
      this.socket.say({ push: 'hello', person, name: 'Dr. Tomasz Wierzbicki', now: clock.now() });
    },
    connect(person) { wire.start(); this.greet(person); return this; },
  };
}

export const event = (stream, seq, type = 'commented', payload = { n: seq }) => ({
  push: 'event', case: 'c7', stream, seq, tag: `tag-${seq}`, at: 1_795_359_600_000, event: { [type]: payload },
});

/** A listener that writes down what it hears. */
export function listener() {
  const heard = [];
  return {
    heard,
    event: ({ stream, seq, type }) => heard.push(`${stream} ${seq} ${type}`),
    caughtUp: () => heard.push('caught up'),
    restart: streams => heard.push(`restart ${streams.join(' ')}`),
    interrupted: () => heard.push('interrupted'),
    left: () => heard.push('left'),
    refused: error => heard.push(`refused ${error.code}`),
  };
}
