/** The sections of the preparation in the order of the work, and the way between them with what each still lacks. */
import { h } from '../../core/dom.js';
import { t } from '../../core/i18n.js';
import { icon } from '../../core/icons.js';
import { errorState, screenState } from '../../views/states.js';
import { settingsOf } from './freeze-settings.js';
import { lacks, lacksOf } from './readiness.js';

/** Each resolves to the function that describes the section; a section is fetched when it is first opened. */
const sources = {
  sheet: async () => (await import('./sheet-section.js')).describeSheet,
  documents: async () => (await import('./documents-section.js')).describeDocuments,
  laboratory: async () => (await import('./laboratory-section.js')).describeLaboratory,
  'first-opinion': async () => (await import('./first-opinion-section.js')).describeFirstOpinion,
  checklist: async () => (await import('./checklist-section.js')).describeChecklist,
  panel: async () => (await import('./panel-section.js')).describePanel,
  freeze: async () => (await import('./freeze-section.js')).describeFreeze,
  course: async () => (await import('./course-section.js')).describeCourse,
};

/** Resolves once a section can be shown, or cannot be had. */
export const sectionReady = id => sources[id]?.().catch(() => {});

/** The sections in which something is asked for before the freeze, and which can therefore be complete. */
const required = ['sheet', 'documents', 'checklist', 'panel'];

/** `[{id, label, lacks, isComplete, isStart}]`; one arrives where there is something to do. */
export function sectionsOf(bench) {
  if (bench.role === 'translator') return [{ id: 'documents', isStart: true }, { id: 'sheet' }].map(named);
  const isIntake = bench.state.dossier.phase === 'intake';
  const all = isIntake ? lacks(bench.state, settingsOf(bench), bench.now) : [];
  const sections = Object.keys(sources).filter(id => isIntake || id !== 'freeze').map(id => ({
    id, lacks: lacksOf(all, id), isComplete: isIntake && required.includes(id) && lacksOf(all, id) === 0,
  }));
  const start = sections.find(section => (isIntake ? section.lacks > 0 : section.id === 'course')) ?? sections[0];
  return sections.map(section => named({ ...section, isStart: section === start }));
}

const named = section => ({ lacks: 0, ...section, label: t(`preparation.section-${section.id}`) });

/** What a section shows, once it is there. */
export function describeSection(bench, id) {
  const key = `section ${id}`;
  const section = bench.look(key, sources[id]);
  if (!section) return screenState({ kind: 'loading' });
  if (section.error) return errorState(section.error, () => { bench.forget(key); bench.update(); });
  return section.value(bench);
}

export function sectionNav(bench, sections, current) {
  return h('nav', { class: 'section-nav', 'aria-label': t('preparation.sections') },
    h('ol', {}, sections.map(section => h('li', { key: section.id }, entry(bench, section, current)))),
    bench.role === 'coordinator'
      && h('a', { class: 'small', href: `#/cases/${encodeURIComponent(bench.casework.id)}` }, t('preparation.to-case')));
}

function entry(bench, { id, label, lacks: count, isComplete }, current) {
  return h('a', { href: bench.href(id), 'aria-current': id === current ? 'page' : null },
    h('span', { class: 'grow' }, label),
    isComplete && h('span', { class: 'complete' }, icon('check', 16), h('span', { class: 'vh' }, t('preparation.complete'))),
    count > 0 && h('span', { class: 'open num' }, icon('alert', 15), h('span', {}, t('preparation.lacks', { count }))));
}
