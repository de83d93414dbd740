/** The case sheet: read, amended during the preparation, and the patient's consent. */
import { h } from '../../core/dom.js';
import { date, dateTime } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { note } from '../../views/states.js';
import { toDay } from '../local-time.js';
import { languageName, term } from '../terms.js';
import { fieldOf, form } from './form.js';
import { consentOf } from './readiness.js';
import { sectionHead } from './section-head.js';
import { sheetFields, sheetLabels, sheetProblems } from './sheet-fields.js';
import { sheetOf, valuesOf } from './sheet-form.js';

export function describeSheet(bench) {
  const isOpen = bench.place[1] === 'amend' && bench.may('amendCase');
  return isOpen ? amending(bench) : reading(bench);
}

function amending(bench) {
  const { sheet } = bench.state.dossier;
  const draft = bench.draft('sheet', () => valuesOf(sheet));
  const leave = () => { bench.drop('sheet'); bench.go('sheet'); };
  const onsubmit = async () => {
    const say = () => bench.casework.say('amendCase', { sheet: sheetOf(draft.values) });
    if (await draft.submit({ problems: sheetProblems(draft, bench.now), labels: sheetLabels(), say })) leave();
  };
  return [
    sectionHead(t('sheet.amend-heading')),
    form({ draft, label: t('sheet.amend-heading'), content: sheetFields(draft), submit: t('sheet.save'), onsubmit,
      cancel: { onclick: leave } }),
  ];
}

function reading(bench) {
  const { sheet } = bench.state.dossier;
  return [
    sectionHead(t('sheet.heading'), h('div', { class: 'grow' }),
      bench.may('amendCase') && h('a', { class: 'btn', href: bench.href('sheet', 'amend') }, t('sheet.amend'))),
    h('p', { class: 'case-title', lang: sheet.language }, sheet.title),
    h('dl', { class: 'facts sheet-facts' }, facts(sheet).map(([name, value]) => [h('dt', { key: name }, t(`sheet.${name}`)),
      h('dd', { key: `${name} value` }, value)])),
    bench.role === 'coordinator' && consent(bench),
  ];
}

function facts(sheet) {
  const texts = lines => h('ul', { class: 'texts source', lang: sheet.language },
    lines.map((line, index) => h('li', { key: index }, line)));
  return [
    ['questions', texts(sheet.questions)],
    sheet.preferences.length > 0 && ['preferences', texts(sheet.preferences)],
    ['pseudonym', `${sheet.patient.pseudonym}, ${t('frame.born', { date: date(sheet.patient.birthDate) })}, ${term('sex',
      sheet.patient.sex)}`],
    ['indication', term('indication', sheet.indication)],
    sheet.icd && ['icd', sheet.icd],
    ['conferenceType', term('conferenceType', sheet.conferenceType)],
    ['language', languageName(sheet.language)],
    ['urgency', [term('urgency', sheet.urgency), sheet.urgencyReason].filter(Boolean).join(': ')],
    ['clinicalDeadline', dateTime(sheet.clinicalDeadline)],
    sheet.institutions.length > 0 && ['institutions',
      h('ul', { class: 'texts' }, sheet.institutions.map(name => h('li', { key: name }, name)))],
  ].filter(Boolean);
}

function consent(bench) {
  const recorded = consentOf(bench.state);
  const draft = bench.draft('consent', () => ({ date: toDay(bench.now) }));
  const onsubmit = async () => {
    const { date: day } = draft.values;
    const problems = !day ? [{ field: 'date', text: t('sheet.consent-missing') }]
      : day > toDay(bench.now) ? [{ field: 'date', text: t('sheet.consent-future') }] : [];
    const say = () => bench.casework.say('recordConsent', { date: day });
    if (await draft.submit({ problems, say, labels: { date: { field: 'date', label: t('sheet.consent-date') } } })) bench.drop('consent');
  };
  return h('section', { class: 'stack ruled', key: 'consent', 'aria-labelledby': 'consent-heading' },
    h('h3', { id: 'consent-heading' }, t('sheet.consent')),
    recorded
      ? note({ heading: t('sheet.consent-recorded', { date: date(recorded) }), text: t('sheet.consent-recorded-text'), icon: 'check' })
      : note({ heading: t('sheet.consent-lacking'), text: t('sheet.consent-lacking-text'), icon: 'alert', tone: 'amber' }),
    !recorded && bench.may('recordConsent') && form({
      draft, label: t('sheet.consent'), submit: t('sheet.consent-record'), onsubmit,
      content: fieldOf(draft, 'date', { label: t('sheet.consent-date'), type: 'date', max: toDay(bench.now) }),
    }));
}
