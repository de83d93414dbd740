/**
 * Drafts of one's answers. What is complete is sent by itself after a moment of rest; what is not stays here and says what it
 * lacks, and the page asks before it is lost.
 */
import { missingInAnswer } from '../../model/opinion.js';
import { baseRevision } from '../../model/optimistic.js';
import { tidyValue } from '../../model/dimensions.js';

const rest = 700;

export class Answers {
  #desk;
  #drafts = new Map();
  #timers = new Map();
  #guard = event => { event.preventDefault(); };

  constructor(desk) {
    this.#desk = desk;
    /** The dimension whose form is open, or `null`. */
    this.open = null;
  }

  /** What is on the screen: the draft, else what is stored; `canJudge` is `null` before anything was said. */
  shown(dimension) { return this.#drafts.get(dimension) ?? draftOf(this.#desk.state.own.answers[dimension]?.answer); }

  isDraft(dimension) { return this.#drafts.has(dimension); }

  get unsaved() { return [...this.#drafts.keys()]; }

  missing(dimension) {
    const draft = this.shown(dimension);
    return draft.canJudge === null ? ['value'] : missingInAnswer(answerOf(draft));
  }

  toggle(dimension) {
    if (this.open) this.#send(this.open);
    this.open = this.open === dimension ? null : dimension;
    this.#desk.changed();
  }

  change(dimension, values) {
    this.#drafts.set(dimension, { ...this.shown(dimension), ...values });
    this.#guardUnload();
    clearTimeout(this.#timers.get(dimension));
    this.#timers.set(dimension, setTimeout(() => this.#send(dimension), rest));
    this.#desk.changed();
  }

  /** Sends at once what is complete. */
  flush() { for (const dimension of this.unsaved) this.#send(dimension); }

  /** Back to what is stored. */
  discard(dimension) {
    clearTimeout(this.#timers.get(dimension));
    this.#drafts.delete(dimension);
    this.#guardUnload();
    this.#desk.changed();
  }

  close() {
    this.flush();
    this.#drafts.clear();
    this.#guardUnload();
  }

  #send(dimension) {
    clearTimeout(this.#timers.get(dimension));
    const draft = this.#drafts.get(dimension);
    if (!draft || draft.canJudge === null || !this.#desk.may('stateOpinion')) return;
    const answer = answerOf(draft);
    if (missingInAnswer(answer).length > 0) return;
    this.#drafts.delete(dimension);
    this.#guardUnload();
    const stored = this.#desk.state.own.answers[dimension]?.answer;
    if (JSON.stringify(stored) === JSON.stringify(answer)) { this.#desk.changed(); return; }
    const replaces = `answer ${dimension}`;
    const revision = baseRevision(this.#desk.state, this.#desk.pending.before(replaces), dimension);
    this.#desk.post('stateOpinion', { dimension, answer, revision }, { replaces });
  }

  #guardUnload() {
    const change = this.#drafts.size > 0 ? 'addEventListener' : 'removeEventListener';
    this.#desk.app.window[change]('beforeunload', this.#guard);
  }
}

/** An answer as its form holds it: `{canJudge, value: {system, codes, text}, confidence, rationale, citations}`. */
export function draftOf(answer) {
  if (!answer) return { canJudge: null, value: { codes: [], text: '' }, confidence: null, rationale: '', citations: [] };
  const { value, confidence = null, rationale = '', citations = [] } = answer;
  return {
    canJudge: Boolean(value), value: { system: value?.system, codes: value?.codes ?? [], text: value?.text ?? '' }, confidence,
    rationale, citations,
  };
}

export function answerOf({ canJudge, value, confidence, rationale, citations }) {
  if (!canJudge) return { rationale: rationale.trim(), citations };
  return { value: tidyValue(value) ?? { codes: [] }, ...(confidence ? { confidence } : {}), rationale: rationale.trim(), citations };
}
