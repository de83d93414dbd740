/** The first opinion as a form holds it: codes and words per dimension, findings in rows, and back. */
import { codingOf, dimensions, parseCodes, tidyValue } from '../../model/dimensions.js';

export const emptyFinding = Object.freeze({ field: '', value: '', primary: '', tnmEdition: '' });

/** Fields a finding may state, as the field's standard writes them; others may be typed. */
export const findingFields = ['cT', 'cN', 'cM', 'pT', 'pN', 'pM', 'ypT', 'ypN', 'UICC', 'L', 'V', 'Pn', 'nodes-examined', 'nodes-positive',
  'morphology', 'grading', 'R', 'Gleason', 'ISUP', 'PSA', 'ER', 'PR', 'HER2', 'PD-L1-TPS', 'PD-L1-CPS', 'RAS', 'MSI', 'BRCA',
  'ECOG', 'Karnofsky',
  'response', 'side', 'localisation'];

export function valuesOf(opinion) {
  const answers = dimensions.map(dimension => [dimension, answerOf(dimension, opinion?.values[dimension])]);
  return {
    author: opinion?.author ?? '', date: opinion?.date ?? '', source: opinion?.source ?? '',
    answers: Object.fromEntries(answers),
    findings: [...(opinion?.findings ?? []).map(finding => ({ ...emptyFinding, ...finding })), { ...emptyFinding }],
  };
}

/** `codes` is text where codes are typed, a list where they are chosen. */
function answerOf(dimension, value) {
  const codes = value?.codes ?? [];
  return { codes: codingOf(dimension).kind === 'free' ? codes.join(' ') : codes, text: value?.text ?? '' };
}

export function opinionOf({ author, date, source, answers, findings }) {
  const values = dimensions.flatMap(dimension => {
    const value = tidyValue({ system: codingOf(dimension).system, ...coded(answers[dimension]) });
    return value ? [[dimension, value]] : [];
  });
  const optional = Object.entries({ author: author.trim(), date: date.trim(), source }).filter(([, value]) => value);
  return {
    ...Object.fromEntries(optional),
    values: Object.fromEntries(values),
    findings: findings.filter(isFilled).map(finding => Object.fromEntries(
      Object.entries(finding).map(([name, value]) => [name, value.trim()]).filter(([, value]) => value),
    )),
  };
}

const coded = ({ codes, text }) => ({ codes: typeof codes === 'string' ? parseCodes(codes) : codes, text });
const isFilled = finding => Object.values(finding).some(value => value.trim());

/** Takes a code in or out; in an ordered system the order is that of the choosing. */
export const toggled = (codes, code) => (codes.includes(code) ? codes.filter(one => one !== code) : [...codes, code]);

const code = /^[\w.-]{1,32}$/;

/** `[{field, lack}]`: nothing said at all, a half-filled finding, a date that is none. */
export function lacksOfOpinion(form) {
  const { values, findings } = opinionOf(form);
  const isEmpty = Object.keys(values).length === 0 && findings.length === 0;
  return [
    ...(isEmpty ? [{ field: 'answers', lack: 'empty' }] : []),
    ...(/^(\d{4}(-\d\d(-\d\d)?)?)?$/.test(form.date.trim()) ? [] : [{ field: 'date', lack: 'date' }]),
    ...form.findings.flatMap((finding, index) => (isFilled(finding) && !(code.test(finding.field.trim()) && finding.value.trim())
      ? [{ field: `finding-${index + 1}`, lack: 'finding', row: index + 1 }] : [])),
  ];
}
