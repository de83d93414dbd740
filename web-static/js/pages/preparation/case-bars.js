/** What stands above every section: the patient, the phase, whether what was written is safe. */
import { h } from '../../core/dom.js';
import { date, relative } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import '../../elements/phase-bar.js';
import '../../elements/top-bar.js';
import { phaseTimer, stepOf, steps } from '../../model/phases.js';
import { term } from '../terms.js';

export function caseBars(app, bench) {
  const { casework, state } = bench;
  const { patient, urgency, clinicalDeadline } = state.dossier.sheet;
  const timer = phaseTimer(state);
  return [
    h('tb-top-bar', { props: {
      patient: {
        name: patient.pseudonym,
        facts: [{ text: t('preparation.born', { date: date(patient.birthDate) }) }, { text: term('sex', patient.sex) }],
      },
      flags: [
        urgency !== 'routine' && { text: term('urgency', urgency), tone: urgency === 'urgent' ? 'brick' : 'amber', icon: 'alert' },
        { text: t('preparation.decision-due', { date: date(clinicalDeadline), time: relative(clinicalDeadline, bench.now) }),
          icon: 'clock' },
      ].filter(Boolean),
      save: casework.save,
    } }),
    h('tb-phase-bar', { props: {
      phases: steps.map(id => ({ id, label: term('phase', id) })),
      current: stepOf(state.dossier.phase),
      timer: timer && { ...timer, label: t(`preparation.until-${timer.of}`) },
      clock: casework,
    } }),
  ];
}
