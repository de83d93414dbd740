/** Style sheets of a page, loaded once when the page is first opened. */
import { make, h } from './dom.js';

const loaded = new Map();

/** Resolves when the sheets of `css/parts` with these names apply (or could not be had: a bare page beats none). */
export function useStyles(...names) {
  return Promise.all(names.map(name => {
    if (!loaded.has(name)) loaded.set(name, load(name));
    return loaded.get(name);
  }));
}

function load(name) {
  const href = new URL(`../../css/${name}.css`, import.meta.url).href;
  return new Promise(resolve => {
    document.head.append(make(h('link', { rel: 'stylesheet', href, onload: resolve, onerror: resolve })));
  });
}
