/** Cases in memory with their streams: enough of the server to click through every phase, and nothing to trust. */
import { randomBytes } from 'node:crypto';
import { commands } from './commands.js';
import { content, resolve, sha256 } from './script.js';

const readable = {
  coordinator: ['dossier', 'quarantine', 'logistics', 'board', 'delivery'],
  translator: ['dossier', 'quarantine'],
  reviewer: ['dossier', 'board', 'delivery', 'own'],
  chair: ['dossier', 'board', 'delivery', 'own'],
  observer: ['dossier', 'board'],
  recipient: ['delivery'],
};

export class Refusal extends Error {
  constructor(code, detail = '') { super(code); Object.assign(this, { code, detail }); }
}

export class MockCase {
  streams = new Map();
  blobs = new Map();
  members = new Map();
  facts = { phase: 'intake', documents: new Map(), series: new Set(), sealed: new Map(), votes: new Map(), recused: new Set() };
  listeners = new Set();

  constructor(id) { this.id = id; }

  /** The stored name of a stream: `own` is everybody's own. */
  static stored(stream, person) { return stream === 'own' ? `own/${person}` : stream; }

  streamsOf(person) {
    const role = this.members.get(person)?.role;
    const names = readable[role] ?? [];
    if (role === 'observer' && !this.facts.reveal) return ['dossier'];
    if (role === 'recipient' && this.facts.phase !== 'delivered') return [];
    return names;
  }

  events(stream, person) { return this.streams.get(MockCase.stored(stream, person)) ?? []; }

  append(stream, event, at, person) {
    const name = MockCase.stored(stream, person);
    const events = this.streams.get(name) ?? [];
    const tag = sha256((events.at(-1)?.chain ?? '') + '\n' + JSON.stringify(event));
    const stored = { seq: events.length + 1, tag: tag.slice(0, 16), chain: tag, at, event };
    this.streams.set(name, [...events, stored]);
    for (const listener of this.listeners) listener({ stream: stream === 'own' ? 'own' : name, owner: person, ...stored });
  }

  store(bytes) {
    const buffer = Buffer.from(typeof bytes === 'string' ? bytes : bytes instanceof Uint8Array ? bytes : JSON.stringify(bytes));
    const hash = sha256(buffer);
    this.blobs.set(hash, buffer);
    return [hash, buffer.length];
  }

  /** What a command leads to; a `Refusal` where the rules say no. Positions of the readable streams come back. */
  perform(person, command, at = Date.now(), body = null) {
    const [name] = Object.keys(command);
    if (!commands[name]) throw new Refusal('malformed', name);
    const answer = commands[name](this, { person, at, payload: command[name], body, member: this.members.get(person) }) ?? {};
    const positions = this.streamsOf(person).map(stream => [stream, this.position(stream, person)]);
    return { at: Object.fromEntries(positions), ...answer };
  }

  position(stream, person) {
    const last = this.events(stream, person).at(-1);
    return last ? [last.seq, last.tag] : [0, ''];
  }

  play(script, folder) {
    for (const step of script.steps) {
      const at = resolve(step.at, () => null);
      if (step.elapse) { commands.elapse(this, { at }); continue; }
      const command = resolve(step.command, (kind, argument) => this.#ask(kind, argument, step.as));
      this.perform(step.as, command, at, step.content ? content(folder, step.content) : null);
    }
    return this;
  }

  #ask(kind, argument, person) {
    if (kind === 'own') return this.events('own', person).length;
    if (kind === 'version') return this.facts.documents.get(argument);
    const wanted = JSON.stringify(argument);
    return this.facts.subjects.find(({ subject }) => JSON.stringify(subject) === wanted)?.id ?? 'd1';
  }
}

export const salt = () => randomBytes(32).toString('hex');
