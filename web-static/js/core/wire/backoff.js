/** How long to wait before the next attempt: 0.5 s doubling to 15 s, with full jitter so that a crowd does not return at once. */

const first = 500;
const most = 15_000;

/** Milliseconds before attempt `attempt` (0 is the first after a loss); `random` gives [0, 1). */
export function delay(attempt, random = Math.random) {
  return Math.round(random() * Math.min(most, first * 2 ** Math.min(attempt, 16)));
}
