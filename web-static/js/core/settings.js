/**
 * What a person chose for this browser: language, theme, size of text, shortcuts. Nothing clinical is ever kept here.
 */

const key = 'consilium.settings';

const choices = {
  language: ['en', 'de'],
  theme: ['auto', 'light', 'dark'],
  textSize: ['normal', 'large', 'larger'],
  shortcuts: [true, false],
};

/** `storage` is a Web Storage; one that refuses (private windows) leaves the settings in memory. */
export class Settings {
  #storage;
  #values;
  #listeners = new Set();

  constructor(storage, defaults = {}) {
    this.#storage = storage;
    this.#values = { language: 'en', theme: 'auto', textSize: 'normal', shortcuts: true, ...defaults, ...this.#read() };
  }

  get values() { return { ...this.#values }; }
  get(name) { return this.#values[name]; }
  static choices(name) { return choices[name]; }

  set(name, value) {
    if (!choices[name]?.includes(value)) throw new RangeError(`${name} cannot be ${value}`);
    if (this.#values[name] === value) return;
    this.#values = { ...this.#values, [name]: value };
    try { this.#storage?.setItem(key, JSON.stringify(this.#values)); } catch { /* memory is enough */ }
    for (const listener of [...this.#listeners]) listener(name, value);
  }

  onChange(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #read() {
    try {
      const stored = JSON.parse(this.#storage?.getItem(key) ?? '{}');
      return Object.fromEntries(Object.entries(stored).filter(([name, value]) => choices[name]?.includes(value)));
    } catch { return {}; }
  }
}

/** Makes the root element show the settings. */
export function applySettings({ theme, textSize, language }, root) {
  root.lang = language;
  if (theme === 'auto') delete root.dataset.theme; else root.dataset.theme = theme;
  if (textSize === 'normal') delete root.dataset.text; else root.dataset.text = textSize;
}
