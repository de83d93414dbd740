/** Which slot of which conference the case has. The conference itself carries numbers only; the case says it is theirs. */
import { h } from '../../core/dom.js';
import { dateTime } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { icon } from '../../core/icons.js';
import { upcoming } from '../boards/needs.js';
import { fieldOf, form } from './form.js';

export function conferenceSlots(bench) {
  const boards = bench.look('boards', async () => (await bench.app.api.get('/api/boards')).value);
  const lines = boards?.value?.conferences ?? [];
  const assigned = Object.entries(bench.state.dossier.slots);
  const open = upcoming(lines, bench.now).filter(({ agenda }) => agenda.length > 0);
  return h('section', { class: 'stack', key: 'conferences', 'aria-labelledby': 'conferences' },
    h('h3', { id: 'conferences' }, t('course.conferences')),
    assigned.length === 0
      ? h('p', { class: 'muted' }, t('course.no-slot'))
      : h('ul', { class: 'texts' }, assigned.map(([id, slot]) => h('li', { key: id },
        assignment(lines.find(line => line.id === id), id, slot)))),
    bench.may('assignSlot') && (open.length > 0 ? assigning(bench, open)
      : h('p', {}, h('a', { class: 'btn', href: '#/schedule' }, t('boards.schedule')))));
}

function assignment(line, id, slot) {
  return [
    icon('clock', 16), ' ',
    h('a', { href: `#/conferences/${encodeURIComponent(id)}` }, line?.conference.title ?? t('course.conference')),
    h('span', { class: 'num' }, [line && dateTime(line.conference.starts),
      t('boards.slot', { number: slot })].filter(Boolean).map(text => ` · ${text}`)),
  ];
}

function assigning(bench, open) {
  const draft = bench.draft('slot', () => ({ conference: open[0].id, slot: '1' }));
  const conference = open.find(({ id }) => id === draft.values.conference) ?? open[0];
  const onsubmit = async () => {
    const say = () => bench.casework.say('assignSlot', { conference: conference.id, slot: Number(draft.values.slot) });
    if (await draft.submit({ say })) bench.drop('slot');
  };
  return h('details', { class: 'over' }, h('summary', {}, t('course.assign')),
    form({
      draft, label: t('course.assign'), submit: t('course.assign-it'), onsubmit, isPlain: true,
      content: h('div', { class: 'field-row' },
        fieldOf(draft, 'conference', {
          label: t('course.conference'), control: 'select', isShown: true,
          options: open.map(({ id, title, starts }) => ({ value: id, label: `${title}, ${dateTime(starts)}` })),
        }),
        fieldOf(draft, 'slot', {
          label: t('course.slot'), control: 'select',
          options: conference.agenda.map(({ number, minutes }) => ({ value: String(number),
            label: t('course.slot-minutes', { number, minutes }) })),
        })),
    }));
}
