/**
 * The base of every element of ours: light DOM, data in by property, intents out as bubbling events. A part renders when
 * it appears, and once per turn however many of its properties changed; it speaks the new language when that changes.
 */
import { dress, patch } from '../core/dom.js';
import { onLanguage } from '../core/i18n.js';

// Without a browser a part can still be made and asked what it would render.
const Base = globalThis.HTMLElement ?? class {};

export class Part extends Base {
  #isScheduled = false;
  #dressed = {};
  #forgetLanguage = () => {};

  connectedCallback() {
    this.#adoptEarlyProperties();
    this.#forgetLanguage = onLanguage(() => this.update());
    this.connected?.();
    this.renderNow();
  }

  disconnectedCallback() {
    this.#forgetLanguage();
    this.disconnected?.();
  }

  /** Asks for a rendering at the end of this turn. */
  update() {
    if (this.#isScheduled || !this.isConnected) return;
    this.#isScheduled = true;
    queueMicrotask(() => {
      if (this.#isScheduled && this.isConnected) this.renderNow();
      this.#isScheduled = false;
    });
  }

  renderNow() {
    this.#isScheduled = false;
    const host = this.host?.() ?? {};
    dress(this, host, this.#dressed);
    this.#dressed = host;
    patch(this, this.render());
    this.rendered?.();
  }

  /** What was set before the element was defined lies in front of the accessors. */
  #adoptEarlyProperties() {
    for (const name of Object.keys(this.constructor.properties ?? {})) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
  }

  /** Tells whoever listens above what the person wants. */
  emit(type, detail = null) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
  }
}

/**
 * Registers a part. Its `static properties` are names with their first values; setting one renders it anew. Parts offer
 * `render()` and may offer `host()` (props of the element itself), `connected()`, `disconnected()` and `rendered()`.
 */
export function define(name, Kind) {
  for (const [property, initial] of Object.entries(Kind.properties ?? {})) {
    const values = new WeakMap();
    Object.defineProperty(Kind.prototype, property, {
      get() { return values.has(this) ? values.get(this) : initial; },
      set(value) {
        if (Object.is(value, this[property])) return;
        values.set(this, value);
        this.update();
      },
    });
  }
  globalThis.customElements?.define(name, Kind);
}
