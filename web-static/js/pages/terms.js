/** The names of coded things in the reader's language. A code nobody named is shown as itself. */
import { has, locale, t } from '../core/i18n.js';

/** `term('discipline', 'radiology')`; the families are those of the catalogue `terms`. */
export function term(family, code) {
  const key = `terms.${family}-${code}`;
  return has(key) ? t(key) : String(code ?? '');
}

/** What a position is about: a dimension, or a field with its tumour (`C50.4-L`). */
export function subjectName({ dimension, field, primary }) {
  if (dimension) return term('dimension', dimension);
  return [term('field', field), primary && tumourName(primary)].filter(Boolean).join(' · ');
}

/** A tumour by its place and side: `C50.4-L` is C50.4 left. */
export function tumourName(primary) {
  const [, place, side] = /^(.+)-([LRBM])$/.exec(primary) ?? [];
  return side ? `${place} ${term('side', side)}` : primary;
}

/** The codes of a family as the options of a select or a row of segments. */
export const options = (family, codes) => codes.map(code => ({ value: code, label: term(family, code) }));

/** The same, in the order of the alphabet. */
export const sortedOptions = (family, codes) => options(family, codes)
  .sort((one, other) => one.label.localeCompare(other.label, locale()));

/** The name of a BCP 47 tag: `fr` is French; a tag the browser does not know stays as it is. */
export function languageName(tag) {
  try { return new Intl.DisplayNames(locale(), { type: 'language' }).of(tag) ?? tag; } catch { return tag; }
}

export const disciplines = ['anaesthesiology', 'cardio-oncology', 'dermatology', 'endocrinology', 'gastroenterology-hepatology',
  'general-practice', 'genetics', 'geriatrics', 'gynaecological-oncology', 'haematology', 'head-neck-surgery',
  'interventional-radiology', 'medical-oncology', 'molecular-pathology', 'neurosurgery', 'nuclear-medicine',
  'orthopaedic-oncology', 'palliative-medicine', 'pathology', 'pneumology', 'psycho-oncology', 'radiation-oncology', 'radiology',
  'supportive-care', 'surgery', 'thoracic-surgery', 'urology', 'visceral-surgery'];

export const indications = ['oncology', 'complex-surgery', 'aggressive-therapy', 'unclear-diagnosis', 'treatment-failure'];
export const conferenceTypes = ['praeth', 'postop', 'postth', 'ther'];
export const urgencies = ['routine', 'soon', 'urgent'];
export const sexes = ['female', 'male', 'diverse', 'unknown'];
export const kinds = ['imaging-report', 'histology', 'pathology', 'molecular-pathology', 'laboratory', 'discharge-summary',
  'operation-report', 'letter', 'examination-result', 'image', 'other'];
export const natures = ['primary', 'conclusion', 'unclassified'];
export const therapies = ['OP', 'ST', 'CH', 'IM', 'HO', 'ZS', 'CI', 'CZ', 'IZ', 'CIZ', 'SZ', 'AS', 'WW', 'WS', 'KW', 'SO'];
/** What may be invited; who opens a case coordinates it. */
export const invitable = ['reviewer', 'chair', 'deputy', 'adjudicator', 'translator', 'observer', 'recipient', 'auditor'];
