/**
 * UCUM codes as clinicians write them: `10*9/L` is 10⁹/L, `m[IU]/L` is mIU/L, `mL/min/{1.73_m2}` is mL/min/1.73 m², with the
 * decimal sign of the reader. Litres keep the letter the laboratory wrote. What is not understood as a whole stays as it is.
 */
import { decimal } from './format.js';

const names = {
  '[IU]': 'IU', '[iU]': 'IU', "[arb'U]": 'AU', '[CFU]': 'CFU', '[PFU]': 'PFU', '[HPF]': 'HPF', '[LPF]': 'LPF', '[pH]': 'pH',
  '[ppm]': 'ppm', '[degF]': '°F', Cel: '°C', deg: '°', 'm[Hg]': 'mHg', 'm[H2O]': 'mH₂O', eq: 'Eq', osm: 'Osm',
};
const plain = ['%', 'min', 'h', 'd', 'dB', 'g', 'm', 'l', 'L', 's', 'mol', 'U', 'kat', 'K', 'Pa', 'Hz', 'J', 'W', 'V', 'A', 'N', 'Bq',
  'Gy', 'Sv', 'cal', 'B', 'C'];
const prefixes = { da: 'da', h: 'h', k: 'k', M: 'M', G: 'G', d: 'd', c: 'c', m: 'm', u: 'µ', n: 'n', p: 'p', f: 'f' };
/** These stand alone: a millipercent is nothing. */
const bare = new Set(['%', 'min', 'h', 'd', 'dB', '[HPF]', '[LPF]', '[pH]', '[ppm]', '[degF]', 'Cel', 'deg']);

const raised = digits => [...digits].map(digit => (digit === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[digit])).join('');
const nameOf = atom => names[atom] ?? (plain.includes(atom) ? atom : null);

function unitName(atom) {
  const whole = nameOf(atom);
  if (whole !== null) return whole;
  const prefix = Object.keys(prefixes).find(one => atom.startsWith(one) && !bare.has(atom.slice(one.length))
    && nameOf(atom.slice(one.length)) !== null);
  return prefix ? prefixes[prefix] + nameOf(atom.slice(prefix.length)) : null;
}

/** What stands in braces is for people: `{1.73_m2}`, `{INR}`, `{cells}`. */
const remark = text => text.replaceAll('_', ' ').replace(/^\d+\.\d+/, decimal)
  .replace(/\bm([23])\b/, (whole, digit) => `m${raised(digit)}`);

/** `10*9` or an atom with its exponent, then a remark; each may be missing. */
const parts = /^(?:10[*^](-?\d+)|([^\d{}]+|.?m\[H2O\])(-?\d+)?)?(?:\{([^{}]+)\})?$/;

/** One factor of a unit, `null` where it is not understood. */
function factor(text) {
  const [whole, ten, atom = '', exponent = '', note] = parts.exec(text) ?? [];
  const name = atom && unitName(atom);
  if (!whole || name === null) return null;
  return [ten ? `10${raised(ten)}` : name + raised(exponent), note && remark(note)].filter(Boolean).join(' ');
}

/** The unit of a value in print. */
export function unitText(code) {
  if (!code || code === '1') return '';
  // The one group laboratories write, `(24.h)`, reads like a remark.
  const text = code.replace(/\((\d+)\.([a-z]+)\)/g, '{$1_$2}');
  const said = text.split(/([/.])(?![^{]*\})/).map((part, index) => {
    if (index % 2 === 1) return part === '.' ? '·' : part;
    return part === '' && index === 0 && text.startsWith('/') ? '' : factor(part);
  });
  return said.includes(null) ? code : said.join('').replaceAll(' ', '\u00a0');
}
