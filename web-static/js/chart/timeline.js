/** What happened in a case, day by day: an ordered list first, a picture second. */
import { h } from '../core/dom.js';
import { date, time } from '../core/format.js';

/** Entries by calendar day of the reader, in the order given: `[{day, entries}]`. */
export function byDay(entries) {
  const days = [];
  for (const entry of entries) {
    const day = date(entry.at);
    if (days.at(-1)?.day === day) days.at(-1).entries.push(entry); else days.push({ day, entries: [entry] });
  }
  return days;
}

/** Entries are `{id, at, title, detail, tone}`, `at` in milliseconds, `tone` one of teal, amber, brick or nothing. */
export function timeline(entries) {
  return byDay(entries).map(({ day, entries: ofDay }) => h('section', { class: 'timeline-section', key: day },
    h('h2', { class: 'timeline-day' }, day),
    h('ol', { class: 'timeline' }, ofDay.map(({ id, at, title, detail, tone }) => h('li', { key: id, data: { tone } },
      h('time', { datetime: new Date(at).toISOString() }, time(at)),
      h('i', { 'aria-hidden': 'true' }),
      h('div', {}, h('b', {}, title), detail && h('p', {}, detail)))))));
}
