/** Points in time as `<input type="datetime-local">` writes them, in the reader's own zone. */

const two = value => String(value).padStart(2, '0');

/** `2026-11-24T17:00` of an instant in milliseconds; nothing of none. */
export function toLocal(instant) {
  if (!Number.isFinite(instant)) return '';
  const date = new Date(instant);
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The instant of such a text, or `null` when it is none. */
export function fromLocal(text) {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text)) return null;
  const instant = new Date(text).getTime();
  return Number.isNaN(instant) ? null : instant;
}

/** The day of an instant, `2026-11-24`, as calendar dates are written. */
export const toDay = instant => toLocal(instant).slice(0, 10);
