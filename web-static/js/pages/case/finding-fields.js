/** Fields a finding may state a value on, with the usual values; others may be typed. */

export const categories = ['diagnosis', 'staging', 'biomarker', 'function', 'risk', 'history', 'therapy', 'quality'];

const yesNo = ['yes', 'no'];
const tnm = ['0', '1', '2', '3', '4', 'X'];

/** Known values by field; an empty list is a number or free text. */
export const knownFields = {
  cT: ['0', 'is', '1', '1a', '1b', '1c', '2', '3', '3a', '3b', '3c', '3d', '4', '4a', '4b', 'X'],
  cN: ['0', '1', '1a', '1b', '1c', '2', '2a', '2b', '3', 'X'],
  cM: ['0', '1', '1a', '1b', '1c'],
  pT: tnm, pN: tnm, pM: ['1', '1a', '1b'], ypT: tnm, ypN: tnm,
  'UICC-stage': ['0', 'I', 'IA', 'IB', 'II', 'IIA', 'IIB', 'IIC', 'III', 'IIIA', 'IIIB', 'IIIC', 'IV', 'IVA', 'IVB', 'IVC'],
  L: ['0', '1'], V: ['0', '1', '2'], Pn: ['0', '1'], R: ['0', '1', '2', 'X'],
  'nodes-examined': [], 'nodes-positive': [],
  morphology: [], grading: ['1', '2', '3', '4', 'X'], localisation: [], side: ['left', 'right', 'both'],
  EMVI: ['positive', 'negative'], MRF: ['clear', 'involved'], sphincter: ['clear', 'infiltrated'],
  ER: [], PR: [], 'HER2-IHC': ['0', '1+', '2+', '3+'], 'HER2-ISH': ['positive', 'negative'], 'Ki-67': [],
  'PD-L1-TPS': [], 'PD-L1-CPS': [], RAS: ['wild type', 'mutated'], BRAF: ['wild type', 'mutated'], BRCA: ['wild type', 'mutated'],
  MSI: ['MSS', 'MSI-L', 'MSI-H'], MMR: ['proficient', 'deficient'],
  'Gleason-score': [], 'ISUP-grade-group': ['1', '2', '3', '4', '5'], PSA: [],
  ECOG: ['0', '1', '2', '3', '4'], Karnofsky: [], LVEF: [], response: ['V', 'T', 'K', 'P', 'D', 'B', 'R', 'U', 'X'],
  'family-history': yesNo,
};
