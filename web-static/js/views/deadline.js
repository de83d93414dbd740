/** A deadline in words and as a date; what is past says so in words too. */
import { dateTime, relative } from '../core/format.js';
import { t } from '../core/i18n.js';

const soon = 48 * 3_600_000;

/** `{text, when, tone, icon}`: the words, the date, and the tone of a chip. */
export function deadline(due, now = Date.now()) {
  const isPast = due <= now;
  return {
    text: isPast ? t('deadlines.past', { time: relative(due, now) }) : t('deadlines.left', { time: relative(due, now) }),
    when: dateTime(due),
    tone: isPast ? 'brick' : due - now < soon ? 'amber' : null,
    icon: isPast ? 'alert' : 'clock',
  };
}
