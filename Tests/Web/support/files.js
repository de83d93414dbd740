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

/** A module and all it imports, as paths below `web-static`; with `dynamic`, also what it may import later. */
export function importGraph(entry, { dynamic = false, seen = new Set() } = {}) {
  if (seen.has(entry)) return seen;
  seen.add(entry);
  const source = read(entry);
  const specifiers = [...source.matchAll(/^(?:import|export)\s(?:[^'"]*?\sfrom\s)?'(\.[^']+)';/gm),
    ...(dynamic ? source.matchAll(/\bimport\('(\.[^']+)'\)/g) : [])];
  for (const [, specifier] of specifiers) {
    importGraph(new URL(specifier, `file:///${entry}`).pathname.slice(1), { dynamic, seen });
  }
  return seen;
}

/** The pages: modules that can be opened. */
export const pages = () => files('.js').filter(path => /^js\/pages\/[\w-]+\.js$/.test(path))
  .filter(path => /export (async )?function open\(/.test(read(path)));

/** The catalogues a page speaks from; the module is only read, for it needs a browser to run. */
export function cataloguesOf(page) {
  const [, names = ''] = /export const catalogues = \[([^\]]*)\];/.exec(read(page)) ?? [];
  return ['start', ...[...names.matchAll(/'([\w-]+)'/g)].map(([, name]) => name)];
}

/** The sheets of the style in their order. */
export const sheets = () => [...read('css/consilium.css').matchAll(/^@import url\("([\w/.-]+)"\);$/gm)].map(([, path]) => `css/${path}`);
