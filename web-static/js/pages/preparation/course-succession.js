/** Seats that somebody left: who is called in their place, and who leads a panel that lost its chair. */
import { h } from '../../core/dom.js';
import { t } from '../../core/i18n.js';
import { deputyOf, sittingOf, vacancies } from '../../model/seats.js';
import { note } from '../../views/states.js';
import { term } from '../terms.js';
import { fieldOf, form } from './form.js';

export function succession(bench) {
  if (!bench.may('appointChair')) return null;
  const isLed = sittingOf(bench.state).some(({ role }) => role === 'chair');
  return [vacancies(bench.state).map(member => vacancy(bench, member)), !isLed && appointment(bench)];
}

function vacancy(bench, { person, name, discipline }) {
  const deputy = deputyOf(bench.state, person);
  return h('section', { class: 'stack', key: `vacancy ${person}`, 'aria-labelledby': `vacancy-${person}` },
    h('h3', { id: `vacancy-${person}` }, t('course.vacancy', { name, discipline: term('discipline', discipline) })),
    deputy
      ? h('p', { class: 'muted' }, t('course.deputy-called', { name: deputy.name }))
      : h('p', { class: 'lack' }, t('course.no-deputy'), ' ',
        h('a', { href: bench.href('panel', 'invite') }, t('course.call-deputy'))));
}

/** The coordinator gives the chair to one who sits; what is led is not the coordinator's. */
function appointment(bench) {
  const draft = bench.draft('appoint', () => ({ chair: '', reason: '' }));
  const onsubmit = async () => {
    const { chair, reason } = draft.values;
    const problems = [
      ...(chair ? [] : [{ field: 'chair', text: t('course.chair-missing') }]),
      ...(reason.trim() ? [] : [{ field: 'reason', text: t('course.appoint-missing') }]),
    ];
    const say = () => bench.casework.ask('appointChair', { person: chair, reason: reason.trim() });
    if (await draft.submit({ problems, say })) {
      bench.drop('appoint');
      bench.app.announce(t('course.appointed'));
    }
  };
  const people = sittingOf(bench.state).map(({ person, name, discipline }) => (
    { value: person, label: [name, term('discipline', discipline)].join(', ') }));
  return h('section', { class: 'stack', key: 'appointment', 'aria-labelledby': 'appointment' },
    h('h3', { id: 'appointment' }, t('course.appoint')),
    note({ heading: t('course.no-chair'), text: t('course.no-chair-text'), icon: 'alert', tone: 'amber' }),
    form({
      draft, label: t('course.appoint'), submit: t('course.appoint-it'), onsubmit, isPlain: true,
      content: [
        fieldOf(draft, 'chair', { label: t('course.new-chair'), control: 'select', required: true,
          options: [{ value: '', label: t('sheet.choose') }, ...people] }),
        fieldOf(draft, 'reason', { label: t('course.appoint-reason'), control: 'textarea', rows: 2, required: true }),
      ],
    }));
}
