/** One browser's conversation: join, leave, beat and commands. */
import { Refusal } from './board.js';

export class Conversation {
  #cases;
  #person;
  #send;
  #joined = new Map();
  #receipts = new Map();

  constructor({ cases, person, name, send }) {
    this.#cases = cases;
    this.#person = person;
    this.#send = send;
    send({ push: 'hello', person, name, now: Date.now() });
  }

  receive(text) {
    const { id, ...rest } = JSON.parse(text);
    const [name] = Object.keys(rest);
    try { this.#send({ re: id, ok: this.#answer(id, name, rest[name]) }); }
    catch (error) {
      if (!(error instanceof Refusal)) console.error(error);
      this.#send({ re: id, error: { code: error.code ?? 'fault', detail: error.detail ?? error.message } });
    }
  }

  end() { for (const caseID of [...this.#joined.keys()]) this.#leave(caseID); }

  #answer(id, name, payload) {
    if (name === 'beat') return { now: Date.now() };
    if (name === 'leave') return this.#leave(payload.case);
    if (name === 'join') return this.#join(payload);
    if (this.#receipts.has(id)) return this.#receipts.get(id);
    const { case: caseID, password, ...fields } = payload;
    const answer = this.#find(caseID).perform(this.#person, { [name]: fields }, Date.now(), { password });
    this.#receipts.set(id, answer);
    return answer;
  }

  #find(caseID) {
    const one = this.#cases.get(caseID);
    if (!one?.members.has(this.#person)) throw new Refusal('unknown', caseID);
    return one;
  }

  #join({ case: caseID, at = {} }) {
    const one = this.#find(caseID);
    const streams = one.streamsOf(this.#person);
    this.#leave(caseID);
    setImmediate(() => this.#replay(one, streams, at));
    return { streams };
  }

  #replay(one, streams, at) {
    for (const stream of streams) {
      for (const event of one.events(stream, this.#person)) if (event.seq > (at[stream]?.[0] ?? 0)) this.#push(one.id, stream, event);
    }
    this.#send({ push: 'caught-up', case: one.id });
    const listener = ({ stream, owner, ...event }) => {
      if (stream === 'own' ? owner === this.#person : one.streamsOf(this.#person).includes(stream)) this.#push(one.id, stream, event);
    };
    one.listeners.add(listener);
    this.#joined.set(one.id, () => one.listeners.delete(listener));
  }

  #push(caseID, stream, { seq, tag, at, event }) {
    this.#send({ push: 'event', case: caseID, stream, seq, tag, at, event });
  }

  #leave(caseID) {
    this.#joined.get(caseID)?.();
    this.#joined.delete(caseID);
    return {};
  }
}
