/** The heading of a section, which takes the focus when the section is opened. */
import { h } from '../../core/dom.js';

export const sectionHead = (heading, ...more) => h('header', { class: 'section-head', key: 'head' },
  h('h2', { tabindex: '-1' }, heading), more);
