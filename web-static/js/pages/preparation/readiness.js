/**
 * Everything that still keeps the panel from being frozen, as the server's gate asks it. A list rather than a verdict:
 * each lack says in which section it is mended. Nothing here looks at a reviewer's work, there is none yet.
 */
import { namedOf } from '../../model/seats.js';
import { isText } from '../../model/sources.js';
import { itemsOf } from './checklist-template.js';

/** `settings` are those of the freeze form as far as they are filled in. `[{code, section, …}]` in the order of the work. */
export function lacks(state, settings, now) {
  return [...ofSheet(state), ...ofDocuments(state), ...ofChecklist(state), ...ofPanel(state), ...ofSettings(state, settings, now)];
}

/** How many lacks a section has. */
export const lacksOf = (all, section) => all.filter(lack => lack.section === section).length;

export const consentOf = ({ logistics, quarantine }) => logistics.consent ?? quarantine.consent;

function ofSheet(state) {
  return consentOf(state) ? [] : [{ code: 'consent', section: 'sheet' }];
}

function ofDocuments({ quarantine, dossier }) {
  const section = 'documents';
  const parts = quarantine.documents.flatMap(document => document.parts.map(part => ({ document, part })));
  if (!parts.some(({ part }) => part.nature === 'primary')) return [{ code: 'documents', section }];
  const language = dossier.sheet?.language;
  return quarantine.documents.flatMap(document => [
    ...(document.parts.some(({ nature }) => nature === 'unclassified') ? [{ code: 'unclassified', section, document }] : []),
    ...(document.parts.some(part => needsTranslation(part, language)) ? [{ code: 'untranslated', section, document }] : []),
  ]);
}

function ofChecklist({ quarantine, dossier }) {
  return itemsOf(dossier.sheet?.indication, quarantine.checklist)
    .filter(item => item.required && !isAnswered(item, quarantine))
    .map(item => ({ code: 'item', section: 'checklist', item }));
}

function ofPanel(state) {
  const section = 'panel';
  const panel = namedOf(state);
  const { conflicts } = state.logistics;
  const named = [...panel, ...state.logistics.members.filter(({ role }) => role === 'deputy')];
  const each = (code, holds) => named.filter(holds).map(member => ({ code, section, member }));
  return [
    ...(panel.some(({ role }) => role === 'chair') ? [] : [{ code: 'chair', section }]),
    ...(panel.length >= 3 ? [] : [{ code: 'panel', section, count: 3 - panel.length }]),
    ...each('unnamed', ({ discipline, institution }) => !discipline || !institution),
    ...each('conflict', ({ person }) => conflicts[person]?.statement !== undefined),
    ...each('undeclared', ({ person }) => conflicts[person] === undefined),
  ];
}

function ofSettings(state, settings, now) {
  const section = 'freeze';
  const panel = namedOf(state);
  const covered = new Set(panel.map(({ discipline }) => discipline));
  const quorum = settings.quorum ?? null;
  return [
    ...(settings.reviewDeadline === null || settings.reviewDeadline <= now ? [{ code: 'deadline', section }] : []),
    ...settings.requiredDisciplines.filter(discipline => !covered.has(discipline))
      .map(discipline => ({ code: 'uncovered', section, discipline })),
    ...(Number.isInteger(settings.roundLimit) && settings.roundLimit >= 1 && settings.roundLimit <= 9 ? [] : [{ code: 'rounds', section }]),
    ...(quorum !== null && (quorum < 3 || quorum > panel.length) ? [{ code: 'quorum', section }] : []),
    ...(settings.methods?.length === 0 ? [{ code: 'methods', section }] : []),
    ...(isSingleInstitution(panel) && !settings.singleInstitutionReason ? [{ code: 'institutions', section }] : []),
  ];
}

/** One institution alone needs a reason; an empty panel is another lack. */
export const isSingleInstitution = panel => panel.length > 0
  && new Set(panel.map(({ institution }) => institution).filter(Boolean)).size < 2;

/** Ballots needed where none are named: `max(3, ceil(2n/3))`. */
export const usualQuorum = size => Math.max(3, Math.ceil((2 * size) / 3));

/** Whether an item is there in truth: what it names still filed and, of the template, readable to the panel, as every series is. */
export function isAnswered(item, { documents, series }) {
  if (item.state === 'not-obtainable') return true;
  if (item.state !== 'present') return false;
  if (item.series) return series.some(({ id }) => id === item.series);
  const document = documents.find(({ id }) => id === item.document);
  if (!document) return false;
  return !item.isTemplate || document.parts.some(({ nature }) => nature === 'primary')
    || series.some(one => one.document === item.document);
}

const primary = tag => String(tag ?? '').split('-')[0].toLowerCase();

/** BCP 47 tags as a reader understands them: who reads `de` reads `de-AT`. */
export const sameLanguage = (one, other) => primary(one) === primary(other);

/** Whether a part is primary text the board cannot read: only a released translation by a human opens it. */
export function needsTranslation(part, language) {
  return part.nature === 'primary' && isText(part) && !sameLanguage(part.language, language)
    && !part.translations.some(one => one.isReleased && !one.isMachine && sameLanguage(one.language, language));
}
