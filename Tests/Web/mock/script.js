/**
 * The demonstration's scripts as commands: dates counted from today, texts as canonical bytes, references resolved. What a
 * script leaves open (`$own`, `$version`, `$discrepancy`) is asked of the case as it stands at that step.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const demo = fileURLToPath(new URL('../../../demo/', import.meta.url));
const day = 86_400_000;
const today = Math.floor(Date.now() / day) * day;

export const json = path => JSON.parse(readFileSync(join(demo, path), 'utf8'));
export const sha256 = bytes => createHash('sha256').update(bytes).digest('hex');

const isoDate = offset => new Date(today + offset * day).toISOString().slice(0, 10);

export function moment({ $day, time = '12:00' }) {
  const [hours, minutes] = time.split(':').map(Number);
  return today + $day * day + (hours * 60 + minutes) * 60_000;
}

/** A text with its date tokens written out, in NFC with `\n`. */
function canonical(text, language) {
  const written = text.replace(/\{\{D([+-]\d{4})\}\}/g, (_, offset) => {
    const date = isoDate(Number(offset));
    return language === 'en' ? date : date.split('-').reverse().join('.');
  });
  return written.replace(/\r\n?/g, '\n').normalize('NFC');
}

/** The content of a step as bytes with what is told of it. */
export function content(folder, { file, start, end }) {
  const bytes = readFileSync(join(demo, folder, file));
  if (file.endsWith('.png')) return { bytes, mediaType: 'image/png' };
  const points = [...canonical(bytes.toString('utf8'), /\.(\w\w)\.txt$/.exec(file)?.[1])].slice(start ?? 0, end);
  return { text: points.join(''), points, mediaType: 'text/plain' };
}

/** Puts values in place of what begins with `$`; `ask(kind, argument)` answers what depends on the case. */
export function resolve(value, ask) {
  if (typeof value === 'string') return value.includes('{{D') ? canonical(value, 'de') : value;
  if (Array.isArray(value)) return value.map(one => resolve(one, ask));
  if (value === null || typeof value !== 'object') return value;
  if ('$day' in value) return moment(value);
  if ('$date' in value) return isoDate(value.$date);
  const [name] = Object.keys(value);
  if (name?.startsWith('$')) return ask(name.slice(1), value[name]);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolve(inner, ask)]));
}
