/** The review as the coordinator sees it: names of those who have not sealed, never what they wrote; and the deadline. */
import { h } from '../../core/dom.js';
import { date, dateTime, relative, time, zoneHere, zoneName } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { icon } from '../../core/icons.js';
import { namedOf } from '../../model/seats.js';
import { avatar } from '../../views/avatar.js';
import { chip } from '../../views/chip.js';
import { deadline } from '../../views/deadline.js';
import { note } from '../../views/states.js';
import { fromLocal, toLocal } from '../local-time.js';
import { term } from '../terms.js';
import { fieldOf, form } from './form.js';

/** One reminder a day is enough; the server says the same. Milliseconds. */
export const reminderInterval = 24 * 3_600_000;

export function sealing(bench) {
  const { logistics } = bench.state;
  const panel = namedOf(bench.state);
  const waiting = panel.filter(({ person }) => !logistics.sealed[person] && !logistics.recused[person]);
  return h('section', { class: 'stack', key: 'sealing', 'aria-labelledby': 'sealing' },
    h('h3', { id: 'sealing' }, waiting.length > 0 ? t('course.not-sealed', { count: waiting.length }) : t('course.all-sealed')),
    h('ul', { class: 'members' }, [...waiting, ...panel.filter(member => !waiting.includes(member))]
      .map(member => h('li', { key: member.person }, memberRow(bench, member)))));
}

function memberRow(bench, { person, name, discipline, institution }) {
  const { sealed, recused, reminded } = bench.state.logistics;
  return [
    h('span', { 'aria-hidden': 'true' }, avatar({ name })),
    h('div', { class: 'grow' }, h('p', {}, h('b', {}, name)),
      h('p', { class: 'muted small' }, [discipline && term('discipline', discipline), institution].filter(Boolean).join(' · '))),
    sealed[person] && chip({ text: t('course.sealed', { date: date(sealed[person]), time: time(sealed[person]) }),
      tone: 'teal', icon: 'seal' }),
    recused[person] && chip({ text: t('course.recused'), icon: 'minus' }),
    !sealed[person] && !recused[person] && reminder(bench, person, name, reminded[person]),
  ];
}

function reminder(bench, person, name, last) {
  const isTooSoon = last !== undefined && bench.now < last + reminderInterval;
  const id = `reminded-${person}`;
  return h('div', { class: 'remind' },
    last !== undefined && h('span', { class: 'muted small num', id }, t(isTooSoon ? 'course.reminded-again' : 'course.reminded', {
      time: relative(last, bench.now), again: dateTime(last + reminderInterval),
    })),
    h('button', {
      class: 'btn small', type: 'button', 'aria-disabled': isTooSoon ? 'true' : null, 'aria-describedby': last === undefined ? null : id,
      'aria-label': t('course.remind-name', { name }), onclick: () => (isTooSoon ? null : bench.tell('remind', { person })),
    }, t('course.remind')));
}

export function deadlineView(bench) {
  const { dossier } = bench.state;
  const { text, when, tone, icon: name } = deadline(dossier.deadline, bench.now);
  return h('section', { class: 'stack', key: 'deadline', 'aria-labelledby': 'deadline' },
    h('h3', { id: 'deadline' }, t('course.deadline')),
    dossier.isBreached
      ? note({ heading: t('course.breached'), text: t('course.breached-text', { time: when }), icon: 'alert', tone: 'brick' })
      : h('p', { class: ['due', 'num', tone] }, icon(name, 17), ` ${when} · `, h('b', {}, text)),
    dossier.extensions.length > 0 && h('ul', { class: 'texts small muted num' }, dossier.extensions.map(one => h('li', { key: one.at },
      t('course.extended', { deadline: dateTime(one.deadline), reason: one.reason })))),
    bench.may('extendDeadline') && extension(bench, dossier.deadline));
}

function extension(bench, current) {
  const draft = bench.draft('extend', () => ({ deadline: toLocal(current + 2 * 24 * 3_600_000), reason: '' }));
  const onsubmit = async () => {
    const { deadline: text, reason } = draft.values;
    const instant = fromLocal(text);
    const problems = [
      ...(instant !== null && instant > Math.max(current, bench.now) ? []
        : [{ field: 'deadline', text: t('course.deadline-invalid', { time: dateTime(current) }) }]),
      ...(reason.trim() ? [] : [{ field: 'reason', text: t('course.extend-missing') }]),
    ];
    const labels = { deadline: { field: 'deadline', label: t('course.new-deadline') },
      reason: { field: 'reason', label: t('course.extend-reason') } };
    const say = () => bench.casework.say('extendDeadline', { deadline: instant, reason: reason.trim() });
    if (await draft.submit({ problems, say, labels })) bench.drop('extend');
  };
  return h('details', { class: 'over', key: 'extend', open: bench.state.dossier.isBreached }, h('summary', {}, t('course.extend')),
    form({
      draft, label: t('course.extend'), submit: t('course.extend-it'), onsubmit, isPlain: true,
      content: [
        fieldOf(draft, 'deadline', { label: t('course.new-deadline'), hint: t('sheet.zone', { zone: zoneName(zoneHere()) }),
          type: 'datetime-local', required: true }),
        fieldOf(draft, 'reason', { label: t('course.extend-reason'), hint: t('course.extend-hint'), control: 'textarea',
          rows: 2, required: true }),
      ],
    }));
}
