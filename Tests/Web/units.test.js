import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { useLanguage } from '../../web-static/js/core/i18n.js';
import { unitText } from '../../web-static/js/core/units.js';

afterEach(() => useLanguage('en'));
const read = code => unitText(code).replaceAll('\u00a0', ' ');

const table = {
  // Those of the demonstration.
  '%': '%', '10*9/L': '10⁹/L', 'U/L': 'U/L', 'U/mL': 'U/mL', 'fL': 'fL', 'g/L': 'g/L', 'g/dL': 'g/dL', 'mg/L': 'mg/L', 'mg/dL': 'mg/dL',
  'mmol/L': 'mmol/L', 'ng/L': 'ng/L', 'ng/mL': 'ng/mL', 'm[IU]/L': 'mIU/L', '{INR}': 'INR', 'mL/min/{1.73_m2}': 'mL/min/1.73 m²',
  // The letter of the litre is the laboratory's.
  'm[IU]/l': 'mIU/l', 'ml/min/{1.73_m2}': 'ml/min/1.73 m²', 'mL/min/1.73.m2': 'mL/min/1.73.m2',
  '[IU]/mL': 'IU/mL', 'k[IU]/L': 'kIU/L', 'u[IU]/mL': 'µIU/mL', '[iU]/L': 'IU/L',
  'ug/L': 'µg/L', 'umol/L': 'µmol/L', '/uL': '/µL', '10*3/uL': '10³/µL', '10*6/uL': '10⁶/µL', '10^9/L': '10⁹/L', '10*12/L': '10¹²/L',
  '10*-3': '10⁻³', 'pg': 'pg', 'pg/mL': 'pg/mL', 'ng/mL{FEU}': 'ng/mL FEU', '{cells}/uL': 'cells/µL', '/[HPF]': '/HPF',
  'mm[Hg]': 'mmHg', 'cm[H2O]': 'cmH₂O', 'kPa': 'kPa', 'Cel': '°C', 'kg/m2': 'kg/m²', 'L/min/m2': 'L/min/m²', 'mm3': 'mm³',
  'g/(24.h)': 'g/24 h', 'mg/(24.h)': 'mg/24 h', 'mm/h': 'mm/h', 'meq/L': 'mEq/L', 'mosm/kg': 'mOsm/kg', 'nmol/L/h': 'nmol/L/h',
  'ukat/L': 'µkat/L', 'MBq': 'MBq', 'mg/mmol{creat}': 'mg/mmol creat', 'mg.h/L': 'mg·h/L', '{#}/a{Not_known}': '{#}/a{Not_known}',
  // What is no code, or none that is known, stays what it was.
  'furlongs': 'furlongs', 'Mio/µl': 'Mio/µl', 'mg/dL (korr.)': 'mg/dL (korr.)', '[drp]': '[drp]', 'g%': 'g%', '{open': '{open', '//': '//',
  'm%': 'm%', 'mg/': 'mg/', '.': '.', '1': '',
};

test('units are printed as clinicians write them, unknown ones as they are', () => {
  for (const [code, printed] of Object.entries(table)) assert.equal(read(code), printed, code);
  assert.equal(unitText(undefined), '');
});

test('a unit has the decimal sign of the reader and breaks at no line’s end', async () => {
  await useLanguage('de');
  assert.equal(unitText('mL/min/{1.73_m2}'), 'mL/min/1,73\u00a0m²');
});
