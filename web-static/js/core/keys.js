/**
 * Single-key shortcuts, outside fields only, which the person may switch off. The list under `?` is made of the same
 * entries, so it cannot lie.
 */

const patience = 1000;

/**
 * The table of shortcuts, without a browser: `add({keys: 'g l', label, run})` returns its removal, `press(key, at)` says
 * whether the key was used. A sequence is keys apart by a space, each within a second of the one before.
 */
export class Shortcuts {
  #entries = [];
  #typed = [];
  #lastAt = -Infinity;

  add(entry) {
    this.#entries = [...this.#entries, entry];
    return () => { this.#entries = this.#entries.filter(other => other !== entry); };
  }

  get list() { return this.#entries; }

  press(key, at) {
    const typed = at - this.#lastAt > patience ? [key] : [...this.#typed, key];
    this.#lastAt = at;
    const hit = this.#find(typed) ?? this.#find([key]);
    this.#typed = hit ? [] : typed.slice(-3);
    hit?.run();
    return Boolean(hit);
  }

  #find(typed) {
    const text = typed.join(' ');
    return this.#entries.findLast(({ keys }) => [keys].flat().includes(text));
  }
}

const fields = 'input, textarea, select, [contenteditable], dialog[open]';

/** Feeds a table from the keyboard. `enabled` is asked at every key; `?` works whenever shortcuts do. */
export function listenForKeys(target, shortcuts, enabled) {
  const onKey = event => {
    const combined = event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing;
    if (combined || event.defaultPrevented || !enabled() || event.target.closest?.(fields)) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (shortcuts.press(key, event.timeStamp)) event.preventDefault();
  };
  target.addEventListener('keydown', onKey);
  return () => target.removeEventListener('keydown', onKey);
}
