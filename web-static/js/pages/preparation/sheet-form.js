/** The case sheet as a form holds it, and back. */
import { fromLocal, toLocal } from '../local-time.js';

const filled = lines => lines.map(line => line.trim()).filter(Boolean);
const atLeastOne = lines => (lines.length > 0 ? [...lines] : ['']);

/** The values of the form for a sheet, or for a new case in the language of the person who opens it. */
export function valuesOf(sheet, language = 'de') {
  return {
    title: sheet?.title ?? '',
    pseudonym: sheet?.patient.pseudonym ?? '',
    birthDate: sheet?.patient.birthDate ?? '',
    sex: sheet?.patient.sex ?? 'unknown',
    indication: sheet?.indication ?? '',
    icd: sheet?.icd ?? '',
    questions: atLeastOne(sheet?.questions ?? []),
    preferences: atLeastOne(sheet?.preferences ?? []),
    language: sheet?.language ?? language,
    conferenceType: sheet?.conferenceType ?? 'praeth',
    urgency: sheet?.urgency ?? 'routine',
    urgencyReason: sheet?.urgencyReason ?? '',
    clinicalDeadline: toLocal(sheet?.clinicalDeadline),
    institutions: atLeastOne(sheet?.institutions ?? []),
  };
}

/** The sheet the form says; what is left out is absent. */
export function sheetOf(values) {
  const icd = values.icd.trim();
  const reason = values.urgencyReason.trim();
  return {
    title: values.title.trim(),
    patient: { pseudonym: values.pseudonym.trim(), birthDate: values.birthDate, sex: values.sex },
    indication: values.indication,
    ...(icd ? { icd } : {}),
    questions: filled(values.questions),
    preferences: filled(values.preferences),
    language: values.language.trim(),
    conferenceType: values.conferenceType,
    urgency: values.urgency,
    ...(reason && values.urgency !== 'routine' ? { urgencyReason: reason } : {}),
    clinicalDeadline: fromLocal(values.clinicalDeadline),
    institutions: filled(values.institutions),
  };
}

const languageTag = /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i;

/** The fields that do not hold yet: `[{field, lack}]`, `lack` is `missing` or `invalid`. */
export function lacksOfSheet(values, now) {
  const lack = (field, holds, kind = 'missing') => (holds ? [] : [{ field, lack: kind }]);
  const deadline = fromLocal(values.clinicalDeadline);
  return [
    ...lack('title', values.title.trim()),
    ...lack('pseudonym', values.pseudonym.trim()),
    ...lack('birthDate', values.birthDate),
    ...(values.birthDate ? lack('birthDate', new Date(values.birthDate).getTime() <= now, 'invalid') : []),
    ...lack('indication', values.indication),
    ...lack('questions', filled(values.questions).length > 0),
    ...lack('language', languageTag.test(values.language.trim()), values.language.trim() ? 'invalid' : 'missing'),
    ...lack('clinicalDeadline', deadline !== null),
  ];
}

/** What the server calls the fields, for its refusals. */
export const serverNames = {
  title: 'title', 'patient.pseudonym': 'pseudonym', 'patient.birthDate': 'birthDate', icd: 'icd', questions: 'questions',
  preferences: 'preferences', language: 'language', urgencyReason: 'urgencyReason', institutions: 'institutions',
};
