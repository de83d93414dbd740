/** What somebody is writing into a form: kept while the page is open, whichever section is shown. */
import { problemsOf } from '../../core/errors.js';

export class Draft {
  #changed;
  #isOnline;
  /** Fields that were changed since the problems were found: theirs are no longer said beside them. */
  #mended;

  /** `name` begins the ids of its fields; `values` are what they hold at first; `isOnline()` tells whether sending can succeed. */
  constructor(name, values, changed, isOnline = () => true) {
    this.name = name;
    this.values = values;
    this.#changed = changed;
    this.#isOnline = isOnline;
    /** `[{id, text}]` as the error summary wants them. */
    this.problems = [];
    this.isSending = false;
    this.isDirty = false;
    this.#mended = new Set();
  }

  /** Said, and waiting in this tab for the connection. */
  get isWaiting() { return this.isSending && !this.#isOnline(); }

  id(field) { return `${this.name}-${field}`; }

  /** Notes a value as typed; `isShown` when something else on the page depends on it. */
  set(field, value, isShown = false) {
    this.values = { ...this.values, [field]: value };
    this.isDirty = true;
    const hadProblem = this.problemOf(field) !== null;
    this.#mended.add(field);
    if (isShown || hadProblem) this.#changed();
  }

  problemOf(field) {
    return this.#mended.has(field) ? null : this.problems.find(({ id }) => id === this.id(field))?.text ?? null;
  }

  /**
   * Sends it: `problems` are `{field, text}` found here, `say` says it, `labels` map the server's names of fields to
   * `{field, label}`. Resolves to whether it was taken.
   */
  async submit({ problems = [], say, labels = {} }) {
    if (this.isSending) return false;
    if (problems.length > 0) return this.#fail(problems.map(({ field, text }) => ({ text, id: field && this.id(field) })));
    this.problems = [];
    this.isSending = true;
    this.#changed();
    try {
      await say();
      this.isDirty = false;
      return true;
    } catch (error) {
      const named = Object.entries(labels).map(([server, { field, label }]) => [server, { id: this.id(field), label }]);
      return this.#fail(problemsOf(error, Object.fromEntries(named)));
    } finally {
      this.isSending = false;
      this.#changed();
    }
  }

  #fail(problems) {
    this.problems = problems;
    this.#mended = new Set();
    this.#changed();
    return false;
  }
}
