/** Line icons on a grid of 24; decoration only, the words stand beside them. */
import { h } from './dom.js';

const paths = {
  alert: 'M12 4 21 19.5H3zM12 10v4M12 16.8v.2',
  check: 'M5 12.5 10 17.5 19.5 7',
  clock: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17M12 7.5V12l3 2',
  close: 'M6 6l12 12M18 6 6 18',
  discussion: 'M4 5.5h16v10.5h-9L6.5 20v-4H4z',
  docs: 'M6 3.5h8l4 4V20.5H6zM9 12h6M9 15.5h6',
  down: 'M12 5v14M6 13l6 6 6-6',
  image: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4',
  keys: 'M3.5 6.5h17v11h-17zM7 10h.1M10.5 10h.1M14 10h.1M17 10h.1M8 14h8',
  link: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
  minus: 'M6 12h12',
  offline: 'M4 4l16 16M8.5 16.2a5 5 0 0 1 5.6-1M5.2 12.6a9.7 9.7 0 0 1 4.3-2.5M13.6 9.8a9.7 9.7 0 0 1 5.2 2.8M12 19.2v.1',
  pen: 'M4.5 19.5 6 14 16.5 3.5 20.5 7.5 10 18z',
  people: 'M9 5.5a3 3 0 1 1 0 6 3 3 0 0 1 0-6M3.5 19c0-3 2.5-5 5.5-5s5.5 2 5.5 5M15.5 6a2.6 2.6 0 0 1 0 5M17 14.3c2 .6 3.5 2.4 3.5 4.7',
  plus: 'M12 5.5v13M5.5 12h13',
  read: 'M4 5.5h7v14H4zM13 5.5h7v14h-7z',
  seal: 'M7 10.5V8a5 5 0 0 1 10 0v2.5M5.5 10.5h13v9.5h-13zM12 14v2.5',
  search: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M15.5 15.5 20 20',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.8v4.4M9 14.8v4.4',
  split: 'M4 12h6l6-6h4M10 12l6 6h4',
  sun: 'M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4',
  text: 'M5 18 9.5 6 14 18M6.7 14h5.6M15.5 18l2.5-6.5 2.5 6.5',
  up: 'M12 19V5M6 11l6-6 6 6',
  vote: 'M5 20V11M10 20V5M15 20v-7M20 20V8',
};

export const iconNames = Object.keys(paths);

export function icon(name, size = 18, strokeWidth = 1.9) {
  return h('svg', {
    class: 'icon', width: size, height: size, viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', 'stroke-width': strokeWidth,
    'stroke-linecap': 'round', 'stroke-linejoin': 'round', 'aria-hidden': 'true',
  }, h('path', { d: paths[name] }));
}
