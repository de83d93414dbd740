/** The tokens of the style sheet as colours, and the contrast of two of them (WCAG 2.2, relative luminance). */
import { read } from './files.js';

const declarations = Object.fromEntries([...read('css/tokens.css').matchAll(/^\s*(--[\w-]+):\s*([^;]+);/gm)]
  .map(([, name, value]) => [name, value.replace(/\s+/g, ' ').trim()]));

export const tokenNames = Object.keys(declarations);

/** The hex colour a token has in `light` or `dark`. */
export function colour(token, theme) {
  return resolve(declarations[token] ?? fail(token), theme);
}

function resolve(value, theme) {
  const variable = /^var\((--[\w-]+)\)$/.exec(value);
  if (variable) return colour(variable[1], theme);
  const pair = /^light-dark\((.+?), (.+)\)$/.exec(value);
  if (pair) return resolve(pair[theme === 'light' ? 1 : 2], theme);
  return /^#[0-9a-f]{6}$/i.test(value) ? value : fail(value);
}

function fail(value) { throw new Error(`${value} is no colour`); }

function luminance(hex) {
  const [red, green, blue] = [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map(channel => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
