/** The ten questions every opinion answers, and the code systems their answers come in. */

export const dimensions = [
  'diagnosis', 'stage', 'indicationForTreatment', 'intent', 'primaryModality', 'scope', 'sequence', 'agentsDose',
  'supportiveCare', 'trialOption',
];

/** The four whose change makes a recommendation fundamentally different. */
export const fundamental = ['diagnosis', 'stage', 'intent', 'primaryModality'];

/** The kinds of therapy of the German oncological basic dataset (oBDS). */
export const therapies = ['OP', 'ST', 'CH', 'IM', 'HO', 'ZS', 'SZ', 'CI', 'CZ', 'CIZ', 'IZ', 'KW', 'AS', 'WW', 'WS', 'SO'];

/**
 * How a dimension is coded: `kind` is `choice` (one of `codes`), `codes` (several of `codes`, in order where the system ends
 * in `-ordered`), `free` (codes as typed, apart by spaces or commas) or `text` (words alone).
 */
const codings = {
  diagnosis: { system: 'icd-10-gm+icd-o-3', kind: 'free' },
  stage: { system: 'tnm-8', kind: 'free' },
  indicationForTreatment: { system: 'yes-no', kind: 'choice', codes: ['yes', 'no'] },
  intent: { system: 'intent', kind: 'choice', codes: ['curative', 'palliative'] },
  primaryModality: { system: 'obds-therapy', kind: 'codes', codes: therapies },
  scope: { kind: 'text' },
  sequence: { system: 'obds-therapy-ordered', kind: 'codes', codes: therapies },
  agentsDose: { system: 'atc', kind: 'free' },
  supportiveCare: { kind: 'text' },
  trialOption: { system: 'yes-no', kind: 'choice', codes: ['yes', 'no'] },
};

export const codingOf = dimension => codings[dimension];

/** The groups of the TNM formula in the order in which they are said, then what is said after them. */
const tnm = ['T', 'N', 'M', 'L', 'V', 'Pn', 'R', 'G'];

const tnmPlace = code => {
  // Certainty (c, p) and occasion (y, r, a) stand before the letter; of two groups that fit, the longer name is meant.
  const [, group] = /^[acpry]*(Pn|[TNMLVRG])/.exec(code) ?? [];
  return group ? tnm.indexOf(group) : tnm.length;
};

/** ICD-10 names the place (letter first), ICD-O the tissue (digits): the place is said first. */
const diagnosisPlace = code => (/^\d/.test(code) ? 1 : 0);

const therapyPlace = code => (therapies.indexOf(code) + therapies.length + 1) % (therapies.length + 1);

const places = { 'tnm-8': tnmPlace, 'icd-10-gm+icd-o-3': diagnosisPlace, 'obds-therapy': therapyPlace };

/**
 * Codes in the order in which a clinician says them: `cT3 cN2 cM0`, whatever the alphabet thinks. Where the system says that
 * the order matters, or has none, they stay as they are.
 */
export function inClinicalOrder({ system, codes = [] }) {
  const place = places[system];
  return place ? [...codes].sort((one, other) => place(one) - place(other)) : codes;
}

/** Codes as a person types them: apart by spaces, commas or semicolons, each once. */
export const parseCodes = text => [...new Set(text.split(/[\s,;]+/).filter(Boolean))];

/** Whether a machine compares this value: codes with their system. */
export const isCoded = value => Boolean(value?.system && value.codes?.length);

/** A value without what is empty, as the server wants it; `null` when nothing is said. */
export function tidyValue({ system, codes = [], text = '' } = {}) {
  const words = text.trim();
  const hasCodes = Boolean(system) && codes.length > 0;
  if (!hasCodes && words === '') return null;
  return { ...(hasCodes ? { system } : {}), codes: hasCodes ? codes : [], ...(words ? { text: words } : {}) };
}

/** Whether two values say the same to a machine; `null` when words decide. */
export function sameValue(one, other) {
  if (!isCoded(one) || !isCoded(other)) return null;
  return key(one) === key(other);
}

function key({ system, codes }) {
  const kept = system.endsWith('-ordered') ? codes : [...new Set(codes)].sort();
  return JSON.stringify([system, kept]);
}
