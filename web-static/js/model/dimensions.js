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
