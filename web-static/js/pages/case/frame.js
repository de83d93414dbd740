/** What frames a case: the patient, where the case stands, the panes. */
import { h } from '../../core/dom.js';
import { date, day, number } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import '../../elements/connection-banner.js';
import '../../elements/pane-bar.js';
import '../../elements/phase-bar.js';
import '../../elements/top-bar.js';
import { phaseTimer, stepOf, steps } from '../../model/phases.js';
import { term } from '../terms.js';

const soon = 3 * 86_400_000;

export function top(desk) {
  return [
    h('tb-top-bar', { props: { patient: patient(desk), flags: flags(desk), save: desk.connection.saveState() } }),
    h('tb-phase-bar', { props: {
      phases: steps.map(id => ({ id, label: stepLabel(id, desk.phase) })),
      current: stepOf(desk.phase),
      timer: timer(desk),
      clock: desk.connection.wire.serverClock,
    } }),
  ];
}

function patient({ state, now }) {
  const { sheet } = state.dossier;
  if (!sheet) return { name: '', facts: [] };
  const { pseudonym, birthDate, sex } = sheet.patient;
  return {
    name: pseudonym,
    facts: [
      { text: t('case.born', { date: date(birthDate) }) },
      { text: t('case.age', { age: number(age(birthDate, now)) }), isSpare: true },
      { text: term('sex', sex), isSpare: true },
      sheet.icd && { text: sheet.icd },
    ].filter(Boolean),
  };
}

function age(birthDate, now) {
  const today = new Date(now).toISOString().slice(0, 10);
  return Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (today.slice(5) < birthDate.slice(5) ? 1 : 0);
}

function flags(desk) {
  const { sheet } = desk.state.dossier;
  if (!sheet) return [];
  const isSoon = sheet.clinicalDeadline - desk.now < soon;
  return [
    { text: t('case.decision-due', { date: day(sheet.clinicalDeadline) }), tone: isSoon ? 'amber' : null, icon: 'clock' },
    sheet.urgency !== 'routine' && { text: term('urgency', sheet.urgency), isSpare: true },
    { text: t(`case.you-as-${desk.role}`), isSpare: true },
  ].filter(Boolean);
}

function stepLabel(id, phase) {
  if (id !== 'signed') return term('phase', id);
  return phase === 'delivered' || phase === 'closed' ? term('phase', phase) : t('case.step-signed');
}

function timer(desk) {
  const running = phaseTimer(desk.state);
  return running && { starts: running.starts, ends: running.ends, label: t(`case.until-end-of-${running.of}`) };
}

/** The three panes, and the bar that switches them in a narrow window. */
export function panes(desk, { docs, reader, side, isWide }) {
  return h('div', { class: 'desk', data: { view: desk.view.pane, panel: isWide ? 'wide' : null } },
    h('nav', { class: 'pane docs', 'aria-label': t('case.documents') }, docs),
    h('section', { class: 'pane reader', 'aria-label': t('case.reading') }, reader),
    h('section', { class: 'pane side', 'aria-label': t('case.work') }, side));
}

export function paneBar(desk, label) {
  return h('tb-pane-bar', {
    props: {
      current: desk.view.pane,
      panes: [
        { id: 'docs', label: t('case.documents'), icon: 'docs' },
        { id: 'read', label: t('case.read'), icon: 'read' },
        { id: 'side', label, icon: sideIcons[desk.phase] ?? 'discussion' },
      ],
    },
    'onpane-chosen': event => desk.set({ pane: event.detail.id }),
  });
}

const sideIcons = { review: 'pen', voting: 'vote', drafting: 'pen', signOff: 'pen' };
