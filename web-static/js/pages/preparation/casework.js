/**
 * One case as somebody prepares it: its streams folded as they arrive, and everything said to it. Small things go through
 * the outbox, so that a lost connection loses nothing; what cannot be undone needs the connection and its answer.
 */
import { browserClock } from '../../core/clock.js';
import { emptyCase, foldCase, forgetStreams } from '../../model/case.js';

export class Casework {
  #app;
  #changed;
  #connection = null;
  #stops = [];
  #keys = new Map();
  #uploads = 0;
  #savedAt = null;
  #isClosed = false;

  /** `changed()` is called whenever something to show is different. */
  constructor(app, id, changed) {
    this.#app = app;
    this.#changed = changed;
    this.id = id;
    this.path = `/api/cases/${encodeURIComponent(id)}`;
    this.state = emptyCase;
    /** This person's role in the case, `null` until it is known. */
    this.role = null;
    this.isCaughtUp = false;
    this.hasLeft = false;
    this.failure = null;
  }

  async open() {
    this.failure = null;
    try {
      const { value } = await this.#app.api.get(this.path);
      this.role = value.role;
      this.#connection = await this.#app.connect();
    } catch (error) { this.failure = error; }
    if (this.#connection && !this.#isClosed) this.#follow(this.#connection);
    this.#changed();
  }

  #follow({ wire, outbox }) {
    const subscription = wire.join(this.id, {
      event: happening => {
        this.state = foldCase(this.state, happening);
        if (this.isCaughtUp) this.#changed();
      },
      caughtUp: () => { this.isCaughtUp = true; this.#changed(); },
      restart: streams => { this.state = forgetStreams(this.state, streams); },
      left: () => { this.hasLeft = true; this.#changed(); },
      refused: error => { this.failure = error; this.#changed(); },
    });
    this.#stops = [() => subscription.leave(), wire.onChange(() => this.#changed()), outbox.onChange(() => this.#changed())];
  }

  close() {
    this.#isClosed = true;
    for (const stop of this.#stops) stop();
  }

  get isOnline() { return this.#connection?.wire.status.isOpen ?? false; }

  /** The server's time, as far as it is known. */
  now() { return this.#connection?.wire.serverClock.now() ?? browserClock.now(); }

  /** The state of the status line: the outbox's and that of uploads. */
  get save() {
    const save = this.#connection?.saveState() ?? { state: 'idle' };
    if (save.state === 'unsent' || save.state === 'saving') return save;
    if (this.#uploads > 0) return { state: 'saving' };
    const at = Math.max(save.at ?? 0, this.#savedAt ?? 0);
    return at > 0 ? { state: 'saved', at } : save;
  }

  /**
   * Says a command that may wait for the connection. Resolves once the server has it durably, rejects with its refusal.
   * A refusal nobody waits for any more stays in the outbox, where it is seen and let go.
   */
  say(command, payload) {
    const { wire, outbox } = this.#connection;
    const { id } = wire.post(command, { case: this.id, ...payload });
    return new Promise((resolve, reject) => {
      const stop = outbox.onChange(() => {
        const entry = outbox.find(id);
        if (entry && entry.state !== 'refused') return;
        stop();
        if (!entry) { resolve(); return; }
        if (!this.#isClosed) outbox.discard(id);
        reject(entry.error);
      });
    });
  }

  /** Says what cannot be taken back: only over a connection, shown only when the server has done it. */
  async ask(command, payload = {}) {
    const answer = await this.#connection.wire.request(command, { case: this.id, ...payload });
    this.#savedAt = browserClock.now();
    return answer;
  }

  /** Entries of this case that the board's rules refused while nobody looked. */
  get refused() {
    return (this.#connection?.outbox.entries ?? []).filter(({ state, payload }) => state === 'refused' && payload.case === this.id);
  }

  letGo(id) { this.#connection.outbox.discard(id); }

  /** Sends content to `documents` or `translations`. The same content keeps its key, so a repetition files nothing twice. */
  upload(what, body) {
    return this.#once(JSON.stringify([what, body]), key => this.#app.api.post(`${this.path}/${what}`, body, { idempotencyKey: key }));
  }

  /** Has the server take a FHIR resource apart, exactly as written; resolves to its report. */
  async importResource(text) {
    const { importer } = await import('./import-request.js');
    const { value } = await this.#once(text, key => importer(text).post(`${this.path}/imports`, null, { idempotencyKey: key }));
    return value;
  }

  async #once(content, send) {
    const key = this.#keys.get(content) ?? crypto.randomUUID();
    this.#keys.set(content, key);
    this.#uploads++;
    this.#changed();
    try {
      const result = await send(key);
      this.#keys.delete(content);
      this.#savedAt = browserClock.now();
      return result;
    } finally {
      this.#uploads--;
      this.#changed();
    }
  }
}
