/** The sections of the preparation in the order of the work, and the way between them with what each still lacks. */
import { h } from '../../core/dom.js';
import { t } from '../../core/i18n.js';
import { icon } from '../../core/icons.js';
import { describeChecklist } from './checklist-section.js';
import { describeCourse } from './course-section.js';
import { describeDocuments } from './documents-section.js';
import { describeFreeze, settingsOf } from './freeze-section.js';
import { describeFirstOpinion } from './first-opinion-section.js';
import { describeLaboratory } from './laboratory-section.js';
import { describePanel } from './panel-section.js';
import { lacks, lacksOf } from './readiness.js';
import { describeSheet } from './sheet-section.js';

/** `[{id, label, lacks, isStart, describe(bench)}]`; one arrives where there is something to do. */
export function sectionsOf(bench) {
  const isIntake = bench.state.dossier.phase === 'intake';
  if (bench.role === 'translator') {
    return [{ id: 'documents', describe: describeDocuments, isStart: true }, { id: 'sheet', describe: describeSheet }].map(named);
  }
  const required = ['sheet', 'documents', 'checklist', 'panel'];
  const all = isIntake ? lacks(bench.state, settingsOf(bench), bench.now) : [];
  const sections = [
    { id: 'sheet', describe: describeSheet },
    { id: 'documents', describe: describeDocuments },
    { id: 'laboratory', describe: describeLaboratory },
    { id: 'first-opinion', describe: describeFirstOpinion },
    { id: 'checklist', describe: describeChecklist },
    { id: 'panel', describe: describePanel },
    isIntake && { id: 'freeze', describe: describeFreeze },
    { id: 'course', describe: describeCourse, isStart: !isIntake },
  ].filter(Boolean).map(section => named({
    ...section, lacks: lacksOf(all, section.id), isComplete: isIntake && required.includes(section.id) && lacksOf(all, section.id) === 0,
  }));
  const start = sections.find(section => section.isStart || (isIntake && section.lacks > 0)) ?? sections[0];
  return sections.map(section => ({ ...section, isStart: section === start }));
}

const named = section => ({ lacks: 0, ...section, label: t(`preparation.section-${section.id}`) });

export function sectionNav(bench, sections, current) {
  return h('nav', { class: 'section-nav', 'aria-label': t('preparation.sections') },
    h('ol', {}, sections.map(({ id, label, lacks: count, isComplete }) => h('li', { key: id },
      h('a', { href: bench.href(id), 'aria-current': id === current ? 'page' : null },
        h('span', { class: 'grow' }, label),
        isComplete && h('span', { class: 'complete' }, icon('check', 16), h('span', { class: 'vh' }, t('preparation.complete'))),
        count > 0 && h('span', { class: 'open num' }, icon('alert', 15), h('span', {}, t('preparation.lacks', { count }))))))),
    bench.role === 'coordinator' && h('a', { class: 'small', href: `#/cases/${encodeURIComponent(bench.casework.id)}` }, t('preparation.to-case')));
}
