/** Who is on the case: the panel until the freeze, and those who translate, watch or receive. */
import { h } from '../../core/dom.js';
import { date } from '../../core/format.js';
import { locale, t } from '../../core/i18n.js';
import { isNamed, isPanel } from '../../model/permissions.js';
import { deputyOf, isFrozen, namedOf, sittingOf, vacancies } from '../../model/seats.js';
import { confirm } from '../../elements/dialog.js';
import { avatar } from '../../views/avatar.js';
import { chip } from '../../views/chip.js';
import { note } from '../../views/states.js';
import { disciplines, invitable, options, sortedOptions, term } from '../terms.js';
import { fieldOf, form } from './form.js';
import { isSingleInstitution } from './readiness.js';
import { sectionHead } from './section-head.js';

export function describePanel(bench) {
  const { logistics, dossier } = bench.state;
  const isIntake = dossier.phase === 'intake';
  const panel = sittingOf(bench.state);
  const gone = namedOf(bench.state).filter(member => !panel.includes(member));
  const deputies = logistics.members.filter(({ role }) => role === 'deputy');
  const others = logistics.members.filter(({ role }) => !isNamed(role));
  return [
    sectionHead(t('panel.heading'), h('div', { class: 'grow' }), bench.may('invite') && bench.place[1] !== 'invite'
      && h('a', { class: 'btn primary', href: bench.href('panel', 'invite') }, t('panel.invite'))),
    h('p', { class: 'muted' }, t(isIntake ? 'panel.text' : 'panel.frozen-text')),
    bench.may('invite') && bench.place[1] === 'invite' && inviting(bench, isIntake),
    isIntake && panel.length > 1 && isSingleInstitution(panel)
      && note({ heading: t('panel.one-institution'), text: t('panel.one-institution-text'), icon: 'alert', tone: 'amber' }),
    panel.length > 0 ? people(bench, t('panel.members', { count: panel.length }), panel, isIntake)
      : h('p', { class: 'lack' }, t('panel.empty')),
    gone.length > 0 && people(bench, t('panel.gone'), gone, false),
    deputies.length > 0 && people(bench, t('panel.deputies', { count: deputies.length }), deputies, true),
    others.length > 0 && people(bench, t('panel.others'), others, false),
  ];
}

function people(bench, heading, members, withConflicts) {
  return h('section', { class: 'stack', key: heading }, h('h3', {}, heading),
    h('ul', { class: 'members' }, members.map(member => h('li', { key: member.person }, memberRow(bench, member, withConflicts)))));
}

function memberRow(bench, member, withConflicts) {
  const { person, name, role, discipline, institution, deputyFor } = member;
  // Who left the chair leads no more, whoever has it now.
  const hasOffice = role !== 'reviewer' && bench.state.logistics.recused[person] === undefined;
  const mayRemove = bench.may('removeMember') && role !== 'coordinator' && !isFrozen(bench.state, member);
  return [
    h('span', { 'aria-hidden': 'true' }, avatar({ name })),
    h('div', { class: 'grow' },
      h('p', {}, h('b', {}, name),
        hasOffice && [' ', chip({ text: term('role', role), tone: role === 'chair' ? 'teal' : null })]),
      h('p', { class: 'muted small' }, [discipline && term('discipline', discipline), institution].filter(Boolean).join(' · ')),
      deputyFor && h('p', { class: 'muted small' },
        t(role === 'deputy' ? 'panel.deputy-of' : 'panel.seated-for', { name: memberOfCase(bench.state, deputyFor)?.name ?? deputyFor }))),
    withConflicts && conflictView(bench.state.logistics.conflicts[person]),
    mayRemove && h('button', {
      class: 'btn small quiet', type: 'button', 'aria-label': t('panel.remove-name', { name }), onclick: () => remove(bench, member),
    }, t('panel.remove')),
  ];
}

const memberOfCase = ({ logistics }, person) => logistics.members.find(member => member.person === person);

/** Declarations are told to the coordinator in full, who must find somebody else where there is a conflict. */
function conflictView(declared) {
  if (!declared) return h('div', { class: 'conflict' }, chip({ text: t('panel.undeclared'), tone: 'amber', icon: 'clock' }));
  return h('div', { class: 'conflict' },
    chip(declared.statement === undefined
      ? { text: t('panel.no-conflict', { date: date(declared.at) }), tone: 'teal', icon: 'check' }
      : { text: t('panel.conflict', { date: date(declared.at) }), tone: 'brick', icon: 'alert' }),
    declared.statement && h('p', { class: 'small source' }, t('parts.quoted', { text: declared.statement })));
}

async function remove(bench, { person, name }) {
  const isSure = await confirm({ heading: t('panel.remove-heading', { name }), body: t('panel.remove-text'),
    action: t('panel.remove'), tone: 'danger' });
  if (isSure) await bench.tell('removeMember', { person });
}

function inviting(bench, isIntake) {
  const principals = (isIntake ? namedOf(bench.state) : bench.may('appointChair') ? vacancies(bench.state) : [])
    .filter(({ person }) => !deputyOf(bench.state, person));
  const first = isIntake ? 'reviewer' : principals.length > 0 ? 'deputy' : 'observer';
  const draft = bench.draft('invite', () => ({ person: '', role: first, discipline: '', institution: '',
    deputyFor: principals.length === 1 ? principals[0].person : '' }));
  const leave = () => { bench.drop('invite'); bench.go('panel'); };
  const people = bench.look('people', async () => (await bench.app.api.get('/api/people')).value);
  const known = people?.value ?? [];
  const onsubmit = async () => {
    const member = memberOf(draft.values, known, principals);
    const say = () => bench.casework.say('invite', { member });
    if (!await draft.submit({ problems: problems(member), say, labels: labels() })) return;
    bench.app.announce(t('panel.invited', { name: member.name }));
    leave();
  };
  const hasChair = namedOf(bench.state).some(({ role }) => role === 'chair');
  const roles = invitable.filter(role => (isIntake || !isPanel(role)) && !(role === 'chair' && hasChair)
    && !(role === 'deputy' && principals.length === 0));
  const isDeputy = draft.values.role === 'deputy';
  return h('div', { class: 'panel', key: 'invite' }, form({
    draft, label: t('panel.invite'), submit: t('panel.invite-it'), onsubmit, cancel: { onclick: leave },
    content: [
      people?.error && h('p', { class: 'lack', key: 'lack' }, t('panel.people-lacking'), ' ',
        h('button', { class: 'btn small', type: 'button', onclick: () => { bench.forget('people'); bench.update(); } },
          t('common.try-again'))),
      h('div', { class: 'field-row', key: 'row' },
        fieldOf(draft, 'person', {
          label: t('panel.person'), control: 'select', required: true,
          options: [{ value: '', label: t('sheet.choose') }, ...candidates(bench, known)],
          oninput: event => choose(draft, known.find(({ id }) => id === event.target.value)),
        }),
        fieldOf(draft, 'role', { label: t('panel.role'), control: 'select', options: options('role', roles), isShown: true }),
        isDeputy && fieldOf(draft, 'deputyFor', {
          label: t('panel.deputyFor'), hint: t('panel.deputyFor-hint'), control: 'select', required: true, isShown: true,
          options: [{ value: '', label: t('sheet.choose') }, ...principals.map(({ person, name, discipline }) => ({ value: person,
            label: [name, discipline && term('discipline', discipline)].filter(Boolean).join(', ') }))],
        }),
        !isDeputy && fieldOf(draft, 'discipline', {
          label: t('panel.discipline'), control: 'select', isOptional: !isPanel(draft.values.role),
          options: [{ value: '', label: t('sheet.choose') },
            ...sortedOptions('discipline', [...new Set([...disciplines, draft.values.discipline].filter(Boolean))])],
        }),
        fieldOf(draft, 'institution', { label: t('panel.institution'), isOptional: !isNamed(draft.values.role), maxlength: 300 })),
    ],
  }));
}

/** Those who are not on the case yet, those of a discipline first, in the order of the alphabet. */
function candidates(bench, known) {
  const present = new Set(bench.state.logistics.members.map(({ person }) => person));
  return known.filter(({ id }) => !present.has(id))
    .map(({ id, name, discipline, institution }) => ({ value: id,
      label: [name, discipline && term('discipline', discipline), institution].filter(Boolean).join(', '),
    rank: discipline ? 0 : 1 }))
    .sort((one, other) => one.rank - other.rank || one.label.localeCompare(other.label, locale()));
}

function choose(draft, person) {
  draft.set('person', person?.id ?? '');
  draft.set('discipline', person?.discipline ?? '');
  draft.set('institution', person?.institution ?? '', true);
}

/** A deputy is of the discipline of the one they stand ready for. */
function memberOf({ person, role, discipline, institution, deputyFor }, known, principals) {
  const principal = role === 'deputy' ? principals.find(one => one.person === deputyFor) : null;
  const own = role === 'deputy' ? principal?.discipline : discipline;
  return {
    person, name: known.find(({ id }) => id === person)?.name ?? '', role,
    ...(own ? { discipline: own } : {}), ...(institution.trim() ? { institution: institution.trim() } : {}),
    ...(principal ? { deputyFor: principal.person } : {}),
  };
}

function problems({ person, role, discipline, institution, deputyFor }) {
  const lack = (field, holds) => (holds ? [] : [{ field, text: t(`panel.${field}-missing`) }]);
  return [...lack('person', person), ...lack('discipline', discipline || !isPanel(role)),
    ...lack('institution', institution || !isNamed(role)), ...lack('deputyFor', deputyFor || role !== 'deputy')];
}

const labels = () => Object.fromEntries(['role', 'discipline', 'institution', 'deputyFor']
  .map(field => [field, { field, label: t(`panel.${field}`) }]));
