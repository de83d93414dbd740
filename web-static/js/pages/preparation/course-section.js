/** The course of the case: who has not sealed, the deadline, the conference, the delivery, and its end. */
import { h } from '../../core/dom.js';
import { t } from '../../core/i18n.js';
import { isOver } from '../../model/phases.js';
import { note } from '../../views/states.js';
import { term } from '../terms.js';
import { conferenceSlots } from './course-conferences.js';
import { deadlineView, sealing } from './course-review.js';
import { closing, delivery } from './course-delivery.js';
import { succession } from './course-succession.js';
import { fieldOf, form } from './form.js';
import { sectionHead } from './section-head.js';

export function describeCourse(bench) {
  const { dossier } = bench.state;
  return [
    sectionHead(t('course.heading')),
    standing(bench),
    dossier.phase === 'review' && [deadlineView(bench), sealing(bench)],
    succession(bench),
    ['signed', 'delivered', 'closed'].includes(dossier.phase) && delivery(bench),
    bench.may('close') && closing(bench),
    dossier.settings && frozen(dossier.settings),
    conferenceSlots(bench),
    bench.may('withdraw') && withdrawal(bench),
  ];
}

/** What the phase means for the coordinator, in a sentence. */
function standing({ state: { dossier } }) {
  if (dossier.phase === 'withdrawn') return note({ heading: t('course.withdrawn'), text: dossier.withdrawn?.reason ?? '', icon: 'minus' });
  const tone = isOver(dossier.phase) ? null : { signed: 'amber' }[dossier.phase];
  return note({ heading: term('phase', dossier.phase), text: t(`course.phase-${dossier.phase}`),
    icon: isOver(dossier.phase) ? 'check' : 'clock', tone });
}

function frozen({ requiredDisciplines, roundLimit, quorum, adoption, methods, singleInstitutionReason }) {
  const facts = [
    [t('freeze.disciplines'), requiredDisciplines.map(discipline => term('discipline', discipline)).join(', ') || '–'],
    [t('freeze.rounds'), String(roundLimit)],
    [t('freeze.quorum'), quorum ? String(quorum) : t('course.quorum-usual')],
    [t('freeze.methods'), (methods ?? ['appropriateness', 'adoption']).map(method => t(`freeze.method-${method}`)).join(', ')],
    [t('freeze.threshold'), term('threshold', adoption.threshold ?? 'awmf')],
    [t('course.adoption'), [t(adoption.exactlyThreeQuartersIsConsensus ? 'course.three-quarters-yes' : 'course.three-quarters-no'),
      t(adoption.abstentionsCount ? 'course.abstentions-yes' : 'course.abstentions-no')].join('; ')],
    singleInstitutionReason && [t('freeze.reason'), singleInstitutionReason],
  ].filter(Boolean);
  return h('details', { class: 'over', key: 'frozen' }, h('summary', {}, t('course.frozen')),
    h('dl', { class: 'facts sheet-facts' }, facts.map(([name, value]) => [h('dt', { key: name }, name),
      h('dd', { key: `${name} value` }, value)])));
}

function withdrawal(bench) {
  const draft = bench.draft('withdraw', () => ({ reason: '', isSure: false }));
  const onsubmit = async () => {
    const { reason } = draft.values;
    const problems = reason.trim() ? [] : [{ field: 'reason', text: t('course.withdraw-missing') }];
    if (await draft.submit({ problems, say: () => bench.casework.ask('withdraw', { reason: reason.trim() }) })) {
      bench.drop('withdraw');
      bench.app.announce(t('course.withdrawn'));
    }
  };
  return h('details', { class: 'over danger-zone', key: 'withdraw' }, h('summary', {}, t('course.withdraw')),
    h('p', { class: 'hint' }, t('course.withdraw-hint')),
    form({
      draft, label: t('course.withdraw'), submit: t('course.withdraw-it'), onsubmit, isPlain: true,
      content: fieldOf(draft, 'reason', { label: t('course.withdraw-reason'), control: 'textarea', rows: 2, required: true }),
    }));
}

