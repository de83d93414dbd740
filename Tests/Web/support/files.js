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

/** A module and all that comes with it, as paths below `web-static`. */
export function importGraph(entry, seen = new Set()) {
  if (seen.has(entry)) return seen;
  seen.add(entry);
  for (const [, specifier] of read(entry).matchAll(/^(?:import|export)\s(?:[^'"]*?\sfrom\s)?'(\.[^']+)';/gm)) {
    importGraph(new URL(specifier, `file:///${entry}`).pathname.slice(1), seen);
  }
  return seen;
}

/** What a module imports only when it is asked for. */
export const laterImports = path => [...read(path).matchAll(/\bimport\('(\.[^']+)'\)/g)]
  .map(([, specifier]) => new URL(specifier, `file:///${path}`).pathname.slice(1));

/** The pages: modules that can be opened. */
export const pages = () => files('.js').filter(path => /^js\/pages\/[\w-]+\.js$/.test(path))
  .filter(path => /export (async )?function open\(/.test(read(path)));

/** The catalogues a page, or a part of it that comes later, speaks from; the module is only read, for it needs a browser to run. */
export function cataloguesOf(page) {
  const [, names = ''] = /export const catalogues = \[([^\]]*)\];/.exec(read(page)) ?? [];
  return ['start', ...[...names.matchAll(/'([\w-]+)'/g)].map(([, name]) => name)];
}

/** The sheets of the style in their order. */
export const sheets = () => [...read('css/consilium.css').matchAll(/^@import url\("([\w/.-]+)"\);$/gm)].map(([, path]) => `css/${path}`);
