/** The fields of the case sheet, for a new case and for one that is amended. */
import { h } from '../../core/dom.js';
import { zoneHere, zoneName } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { conferenceTypes, indications, languageName, options, sexes, urgencies } from '../terms.js';
import { fieldOf, listOf, segmentsOf } from './form.js';
import { lacksOfSheet, serverNames } from './sheet-form.js';

export function sheetFields(draft) {
  const { language, urgency } = draft.values;
  return [
    h('fieldset', { class: 'group', key: 'question' },
      h('legend', {}, t('sheet.group-question')),
      fieldOf(draft, 'title', { label: t('sheet.title'), hint: t('sheet.title-hint'), maxlength: 300, required: true }),
      listOf(draft, 'questions', {
        legend: t('sheet.questions'), hint: t('sheet.questions-hint'), add: t('sheet.questions-add'),
        itemLabel: number => t('sheet.question', { number }),
      }),
      listOf(draft, 'preferences', {
        legend: t('sheet.preferences'), add: t('sheet.preferences-add'), itemLabel: number => t('sheet.preference', { number }),
      })),
    h('fieldset', { class: 'group', key: 'patient' },
      h('legend', {}, t('sheet.group-patient')),
      h('div', { class: 'field-row' },
        fieldOf(draft, 'pseudonym', { label: t('sheet.pseudonym'), hint: t('sheet.pseudonym-hint'), maxlength: 300, required: true }),
        fieldOf(draft, 'birthDate', { label: t('sheet.birthDate'), type: 'date', required: true }),
        fieldOf(draft, 'sex', { label: t('sheet.sex'), control: 'select', options: options('sex', sexes) })),
      listOf(draft, 'institutions', {
        legend: t('sheet.institutions'), hint: t('sheet.institutions-hint'), add: t('sheet.institutions-add'), control: 'input',
        itemLabel: number => t('sheet.institution', { number }),
      })),
    h('fieldset', { class: 'group', key: 'board' },
      h('legend', {}, t('sheet.group-board')),
      h('div', { class: 'field-row' },
        fieldOf(draft, 'indication', {
          label: t('sheet.indication'), hint: t('sheet.indication-hint'), control: 'select', required: true,
          options: [{ value: '', label: t('sheet.choose') }, ...options('indication', indications)],
        }),
        fieldOf(draft, 'icd', { label: t('sheet.icd'), hint: t('sheet.icd-hint'), isOptional: true, maxlength: 300, spellcheck: 'false' }),
        fieldOf(draft, 'conferenceType', { label: t('sheet.conferenceType'), control: 'select',
          options: options('conferenceType', conferenceTypes) }),
        fieldOf(draft, 'language', {
          label: t('sheet.language'), hint: languageHint(language), isShown: true,
          maxlength: 35, spellcheck: 'false', autocapitalize: 'none', required: true,
        }),
        fieldOf(draft, 'clinicalDeadline', {
          label: t('sheet.clinicalDeadline'), hint: t('sheet.zone', { zone: zoneName(zoneHere()) }), type: 'datetime-local', required: true,
        })),
      segmentsOf(draft, 'urgency', { legend: t('sheet.urgency'), options: options('urgency', urgencies) }),
      urgency !== 'routine' && fieldOf(draft, 'urgencyReason', {
        label: t('sheet.urgencyReason'), control: 'textarea', rows: 2, isOptional: true,
      })),
  ];
}

/** A code says little to whoever does not use it daily: what it means stands beside it, once it means something. */
export function languageHint(code) {
  const name = code ? languageName(code) : code;
  return [t('sheet.language-hint'), name !== code && t('sheet.language-means', { code, name })].filter(Boolean).join(' ');
}

/** The lacks of a sheet as problems of its form. */
export const sheetProblems = (draft, now) => lacksOfSheet(draft.values, now).map(({ field, lack }) => ({
  field, text: t(`sheet.${field}-${lack}`),
}));

/** What the server calls the fields, with their labels here. */
export const sheetLabels = () => Object.fromEntries(Object.entries(serverNames).map(([server, field]) => [server,
  { field, label: t(`sheet.${field}`) }]));
