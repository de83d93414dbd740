/** Coded values in print: wherever one is read, in a table, on a chip or in the record, it reads the same. */
import { inClinicalOrder } from '../model/dimensions.js';
import { term } from './terms.js';

const families = { 'yes-no': 'yesNo', intent: 'intent', 'obds-therapy': 'therapy', 'obds-therapy-ordered': 'therapy', atc: 'atc' };
const joints = { 'obds-therapy': ' + ', 'obds-therapy-ordered': ' → ', atc: ' + ' };

/** The name of a code in its system; of a finding's value, which has none, the word for it. */
export const codeName = (system, code) => term(families[system] ?? 'value', code);

/** The codes of a value in clinical order: names where its system has them, codes where not. */
export const codesText = ({ system, codes = [] }) => inClinicalOrder({ system, codes }).map(code => codeName(system, code))
  .join(joints[system] ?? ' ');

/** A value as one line: its codes, then words. */
export const valueText = (value = {}) => [codesText(value), value.text].filter(Boolean).join(' · ');

/** A structured finding: `Sphincter infiltrated`. */
export const findingText = ({ field, value }) => `${term('field', field)} ${codeName(null, value)}`;
