/**
 * Every sentence the client says, in German and English alike. A key is `screen.name`; a catalogue is one file per language
 * with the screens that are spoken together, loaded when a page asks for it. A message is a text with `{parameter}`s, or an
 * object with the plural forms of Intl.PluralRules, chosen by the parameter `count`.
 */

export const languages = ['en', 'de'];
export const locales = { en: 'en-GB', de: 'de-DE' };

const loaded = new Set();
const sentences = new Map();
const wanted = new Set();
const listeners = new Set();
let current = 'en';

export const language = () => current;
export const locale = () => locales[current];

/** The language of the client for a list of the browser's preferences. */
export function preferredLanguage(preferences) {
  const known = preferences.map(tag => tag.slice(0, 2).toLowerCase()).find(tag => languages.includes(tag));
  return known ?? 'en';
}

/** Loads these catalogues in the current language; they follow every later change of language. */
export async function useCatalogues(...names) {
  for (const name of names) wanted.add(name);
  await load(current, names);
}

/** Switches the language once all catalogues in use are there, then tells the listeners. */
export async function useLanguage(tag) {
  const next = languages.includes(tag) ? tag : 'en';
  await load(next, [...wanted]);
  if (next === current) return;
  current = next;
  for (const listener of [...listeners]) listener(next);
}

export function onLanguage(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The sentence of a key. A key nobody wrote is shown as itself: a test keeps that from happening. */
export function t(key, parameters = {}) {
  const message = lookUp(key);
  if (message === undefined) return key;
  return interpolate(typeof message === 'string' ? message : plural(message, parameters.count), parameters);
}

export const has = key => lookUp(key) !== undefined;

function lookUp(key) {
  const dot = key.indexOf('.');
  const screen = sentences.get(`${current}/${key.slice(0, dot)}`);
  const name = key.slice(dot + 1);
  return screen && Object.hasOwn(screen, name) ? screen[name] : undefined;
}

const pluralRules = new Map();

function plural(forms, count) {
  if (!pluralRules.has(current)) pluralRules.set(current, new Intl.PluralRules(locale()));
  return forms[`=${count}`] ?? forms[pluralRules.get(current).select(count)] ?? forms.other;
}

const numbers = new Map();

function interpolate(message, parameters) {
  return message.replace(/\{(\w+)\}/g, (whole, name) => {
    const value = parameters[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? numberText(value) : String(value);
  });
}

function numberText(value) {
  if (!numbers.has(current)) numbers.set(current, new Intl.NumberFormat(locale(), { maximumFractionDigits: 2 }));
  return numbers.get(current).format(value).replace('-', '\u2212');
}

async function load(tag, names) {
  const missing = names.filter(name => !loaded.has(`${tag}/${name}`));
  await Promise.all(missing.map(async name => {
    const catalogue = await import(`../../i18n/${tag}/${name}.js`);
    for (const [screen, messages] of Object.entries(catalogue.default)) sentences.set(`${tag}/${screen}`, messages);
    loaded.add(`${tag}/${name}`);
  }));
}
