/** The files of the client, as the tests that read them want them. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../../web-static/', import.meta.url));

export const read = path => readFileSync(root + path, 'utf8');

/** Paths below `web-static`, ending in one of the extensions. */
export const files = (...extensions) => readdirSync(root, { recursive: true })
  .map(path => path.replaceAll('\\', '/'))
  .filter(path => extensions.some(extension => path.endsWith(extension)))
  .sort();

/** A module and all it imports statically, as paths below `web-static`. */
export function importGraph(entry, seen = new Set()) {
  if (seen.has(entry)) return seen;
  seen.add(entry);
  for (const [, specifier] of read(entry).matchAll(/^(?:import|export)\s(?:[^'"]*?\sfrom\s)?'(\.[^']+)';/gm)) {
    importGraph(new URL(specifier, `file:///${entry}`).pathname.slice(1), seen);
  }
  return seen;
}
