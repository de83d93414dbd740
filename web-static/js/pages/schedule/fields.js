/** The fields of a conference: time, people, agenda. */
import { h } from '../../core/dom.js';
import { dateTime, zoneHere, zoneName } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { icon } from '../../core/icons.js';
import { fieldOf } from '../preparation/form.js';
import { term } from '../terms.js';
import { moved, total, withCase, withMinutes, withoutCase } from './agenda.js';

const zones = Intl.supportedValuesOf?.('timeZone') ?? [];

export function scheduleFields(draft, { people, cases, today, starts, isGathering, gather }) {
  return [time(draft, today, starts), agenda(draft, cases), attendance(draft, people, isGathering, gather)];
}

function time(draft, today, starts) {
  return h('fieldset', { class: 'group', key: 'time' }, h('legend', {}, t('schedule.group-time')),
    fieldOf(draft, 'title', { label: t('schedule.title'), maxlength: 300, required: true }),
    h('div', { class: 'field-row' },
      fieldOf(draft, 'date', { label: t('schedule.date'), type: 'date', min: today, isShown: true, required: true }),
      fieldOf(draft, 'time', { label: t('schedule.time'), type: 'time', isShown: true, required: true }),
      fieldOf(draft, 'durationMinutes', { label: t('schedule.durationMinutes'), type: 'number', min: 5, max: 600, step: 5,
        isShown: true, required: true }),
      fieldOf(draft, 'timeZone', { label: t('schedule.timeZone'), list: 'zones', isShown: true, spellcheck: 'false', required: true })),
    h('datalist', { id: 'zones' }, zones.map(zone => h('option', { key: zone, value: zone }))),
    starts !== null && draft.values.timeZone !== zoneHere()
      && h('p', { class: 'hint num' }, t('schedule.here', { time: dateTime(starts), zone: zoneName(zoneHere()) })));
}

function agenda(draft, cases) {
  const items = draft.values.agenda;
  const change = next => draft.set('agenda', next, true);
  const rest = cases.filter(({ id }) => !items.some(item => item.case === id));
  const minutes = total(items);
  const isLong = minutes > Number(draft.values.durationMinutes);
  return h('fieldset', { class: 'group', key: 'agenda', id: draft.id('agenda'), tabindex: '-1' },
    h('legend', {}, t('schedule.group-agenda')),
    items.length === 0 && h('p', { class: 'muted' }, t('schedule.no-cases')),
    items.length > 0 && h('ol', { class: 'agenda-edit' }, items.map((item, index) => h('li', { key: item.case },
      agendaRow(draft, item, index, items, cases.find(({ id }) => id === item.case), change)))),
    items.length > 0 && h('p', { class: ['num', isLong ? 'lack' : 'muted'], role: 'status' }, isLong && icon('alert', 16),
      t(isLong ? 'schedule.too-long' : 'schedule.total', { minutes, duration: draft.values.durationMinutes })),
    rest.length > 0 && h('div', { class: 'field' },
      h('label', { for: draft.id('add-case') }, t('schedule.add-case')),
      h('select', { class: 'input', id: draft.id('add-case'),
        onchange: event => { if (event.target.value) change(withCase(items, event.target.value)); event.target.value = ''; } },
        h('option', { value: '' }, t('schedule.choose')),
        rest.map(row => h('option', { key: row.id, value: row.id }, caseName(row))))));
}

const caseName = ({ card }) => `${card.patient.pseudonym}: ${card.title}`;

function agendaRow(draft, item, index, items, row, change) {
  const name = row ? caseName(row) : item.case;
  const step = (distance, label, glyph, isEnd) => h('button', {
    class: 'btn small icon', key: label, type: 'button', 'aria-label': t(`schedule.${label}`, { name }),
    'aria-disabled': isEnd ? 'true' : null,
    onclick: () => change(moved(items, item.case, distance)),
  }, icon(glyph, 16));
  return [
    h('span', { class: 'slot num', 'aria-hidden': 'true' }, String(index + 1)),
    h('div', { class: 'grow' }, h('b', {}, row?.card.patient.pseudonym),
      h('p', { class: 'small', lang: row?.card.language }, row?.card.title),
      row && h('p', { class: 'muted small' }, term('phase', row.card.phase))),
    h('label', { class: 'minutes' }, h('span', { class: 'vh' }, t('schedule.minutes-of', { name })),
      h('input', {
        class: 'input num', type: 'number', min: 1, max: 240, value: String(item.minutes),
        oninput: event => change(withMinutes(items, item.case, event.target.value)),
      }), h('span', { 'aria-hidden': 'true' }, t('schedule.min'))),
    h('div', { class: 'cluster' }, step(-1, 'up', 'up', index === 0), step(1, 'down', 'down', index === items.length - 1),
      h('button', { class: 'btn small icon quiet', key: 'away', type: 'button', 'aria-label': t('schedule.away', { name }),
        onclick: () => change(withoutCase(items, item.case)) }, icon('close', 16))),
  ];
}

function attendance(draft, people, isGathering, gather) {
  const { participants, chair, filter, agenda: items } = draft.values;
  const shown = people.filter(person => nameOf(person).toLowerCase().includes(filter.trim().toLowerCase()));
  const toggle = (id, isIn) => draft.set('participants', isIn ? [...participants, id] : participants.filter(one => one !== id), true);
  return h('fieldset', { class: 'group', key: 'people', id: draft.id('participants'), tabindex: '-1' },
    h('legend', {}, t('schedule.group-people')),
    fieldOf(draft, 'chair', {
      label: t('schedule.chair'), control: 'select', required: true, isShown: true,
      options: [{ value: '', label: t('schedule.choose') }, ...people.map(person => ({ value: person.id, label: nameOf(person) }))],
    }),
    h('div', { class: 'cluster' },
      h('b', { class: 'num', role: 'status' }, t('schedule.chosen', { count: new Set([...participants, chair].filter(Boolean)).size })),
      items.length > 0 && h('button', { class: 'btn small', type: 'button', 'aria-disabled': isGathering ? 'true' : null,
        onclick: () => !isGathering && gather() }, t('schedule.gather'))),
    fieldOf(draft, 'filter', { label: t('schedule.filter'), type: 'search', isShown: true }),
    h('div', { class: 'people-list', role: 'group', 'aria-label': t('schedule.participants') },
      shown.map(person => h('label', { class: 'check', key: person.id },
      h('input', {
        type: 'checkbox', checked: participants.includes(person.id) || person.id === chair, disabled: person.id === chair,
        onchange: event => toggle(person.id, event.target.checked),
      }),
      h('span', {}, person.name, h('small', {}, factsOf(person)))))));
}

const factsOf = ({ discipline, institution }) => [discipline && term('discipline', discipline), institution].filter(Boolean).join(', ');
const nameOf = person => [person.name, factsOf(person)].filter(Boolean).join(', ');
