/** What stands above every screen of a case: the patient, the deadline, where the case stands. */
import { h } from '../core/dom.js';
import { date, day, number } from '../core/format.js';
import { t } from '../core/i18n.js';
import '../elements/phase-bar.js';
import '../elements/top-bar.js';
import { phaseTimer, stepOf, steps } from '../model/phases.js';
import { term } from './terms.js';

const soon = 3 * 86_400_000;

/**
 * The two bars of a case. `role` is what the reader is here, where that is worth saying; `save` the state of what was
 * written; `clock` the server's; `person` the name of who is signed in.
 */
export function caseBars({ state, role, save, clock, person }) {
  const { sheet, phase } = state.dossier;
  const now = clock.now();
  const timer = phaseTimer(state);
  return [
    h('tb-top-bar', { props: { patient: patientOf(sheet, now), flags: flagsOf(state.dossier, role, now), save, person } }),
    h('tb-phase-bar', { props: {
      phases: steps.map(id => ({ id, label: term('phase', id === 'signed' && isDelivered(phase) ? phase : id) })),
      current: stepOf(phase),
      timer: timer && { starts: timer.starts, ends: timer.ends, label: t(`frame.until-end-of-${timer.of}`) },
      clock,
    } }),
  ];
}

const isDelivered = phase => phase === 'delivered' || phase === 'closed';

/** The banner's part of a case sheet: name, birth date and number always, the rest where there is room. */
export function patientOf({ patient: { pseudonym, birthDate, sex }, icd }, now) {
  return {
    name: pseudonym,
    facts: [
      { text: t('frame.born', { date: date(birthDate) }) },
      { text: t('frame.age', { age: number(age(birthDate, now)) }), isSpare: true },
      { text: term('sex', sex), isSpare: true },
      icd && { text: icd },
    ].filter(Boolean),
  };
}

function age(birthDate, now) {
  const today = new Date(now).toISOString().slice(0, 10);
  return Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (today.slice(5) < birthDate.slice(5) ? 1 : 0);
}

function flagsOf({ sheet: { clinicalDeadline, urgency }, missedDeadline }, role, now) {
  const isSoon = clinicalDeadline - now < soon;
  const due = { date: day(clinicalDeadline) };
  return [
    missedDeadline === clinicalDeadline
      ? { text: t('frame.decision-missed', due), tone: 'brick', icon: 'alert' }
      : { text: t('frame.decision-due', due), tone: isSoon ? 'amber' : null, icon: 'clock' },
    urgency !== 'routine' && { text: term('urgency', urgency), tone: urgency === 'urgent' ? 'brick' : 'amber', icon: 'alert' },
    role && { text: t(`frame.you-as-${role}`), isSpare: true },
  ].filter(Boolean);
}
