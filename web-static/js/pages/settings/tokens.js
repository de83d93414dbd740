/** A person's API tokens: listed, issued, revoked. The secret is known once, in the answer that issued it. */

export class Tokens {
  #api;
  #changed;

  constructor(api, changed) {
    this.#api = api;
    this.#changed = changed;
    /** `[{id, label, created}]`, or `null` before they are known. */
    this.list = null;
    /** The token just issued, `{id, label, token}`, until it is put away. */
    this.issued = null;
    this.error = null;
  }

  load() {
    return this.#try(async () => { this.list = (await this.#api.get('/api/tokens')).value; });
  }

  /** Resolves once it is there; rejects with the server's refusal. */
  async issue(label) {
    const { value } = await this.#api.post('/api/tokens', { label });
    this.issued = { ...value, label };
    await this.load();
  }

  async revoke(id) {
    await this.#try(() => this.#api.remove(`/api/tokens/${encodeURIComponent(id)}`));
    if (this.issued?.id === id) this.issued = null;
    await this.load();
  }

  putAway() {
    this.issued = null;
    this.#changed();
  }

  async #try(run) {
    try {
      await run();
      this.error = null;
    } catch (error) { this.error = error; }
    this.#changed();
  }
}
