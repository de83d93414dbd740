/** The next conferences with their agenda. A slot carries a number only; whose case it is, one's own cases say. */
import { h } from '../../core/dom.js';
import { dateTime, relative, zoneHere, zoneName } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { icon } from '../../core/icons.js';
import { chip } from '../../views/chip.js';
import { deadline } from '../../views/deadline.js';
import { agendaOf, hrefOf } from './needs.js';

export function conferenceCards([next, ...further], cases, now) {
  return h('section', { class: 'stack', key: 'conferences', 'aria-labelledby': 'next-conference' },
    h('h2', { id: 'next-conference' }, t('boards.next-conference')),
    card(next, cases, now),
    further.length > 0 && h('details', { class: 'over' },
      h('summary', {}, t('boards.further-conferences'), h('span', { class: 'muted num' }, ` (${further.length})`)),
      h('div', { class: 'stack' }, further.map(conference => card(conference, cases, now)))));
}

function card(conference, cases, now) {
  const { tone } = deadline(conference.starts, now);
  const isOn = conference.starts <= now;
  return h('article', { class: 'conference', key: conference.id },
    h('header', {},
      h('h3', {}, h('a', { href: `#/conferences/${encodeURIComponent(conference.id)}` }, conference.title)),
      chip({ text: isOn ? t('boards.conference-on') : relative(conference.starts, now), tone: isOn ? 'teal' : tone, icon: 'clock' }),
      h('p', { class: 'num' }, t('boards.conference-facts', {
        time: dateTime(conference.starts), zone: zoneName(zoneHere()), minutes: conference.durationMinutes,
      }))),
    conference.agenda.length > 0 && h('ol', { class: 'agenda', 'aria-label': t('boards.agenda') },
      agendaOf(conference, cases).map(slot => h('li', { key: slot.number }, slotRow(slot)))));
}

function slotRow({ number, minutes, row }) {
  return [
    h('span', { class: 'slot num', 'aria-label': t('boards.slot', { number }) }, String(number)),
    row
      ? h('a', { class: 'grow', href: hrefOf(row) }, h('b', {}, row.card.patient?.pseudonym),
        h('span', { lang: row.card.language }, ` ${row.card.title}`))
      : h('span', { class: 'grow muted' }, icon('seal', 15), t('boards.slot-of-others')),
    h('span', { class: 'num muted' }, t('boards.slot-minutes', { minutes })),
  ];
}
