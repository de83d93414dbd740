/** Documents by kind, with what of them has been read. */
import { h } from '../core/dom.js';
import { date } from '../core/format.js';
import { t } from '../core/i18n.js';
import { chip } from './chip.js';

/**
 * Groups are `{id, label, documents}`, documents `{id, title, date, read: 0…1, findings, chip, isCurrent, isSuperseded}`.
 * `onopen(id)`. `read` is `null` for who keeps no reading marks.
 */
export function docList({ question, groups, onopen, hints = [] }) {
  return h('div', { class: 'doc-list' },
    question && h('section', { class: 'ask' },
      h('h2', { class: 'eyebrow' }, t('parts.question')), h('p', {}, question)),
    groups.map(group => docGroup(group, onopen)),
    hints.length > 0 && h('p', { class: 'hints' }, hints.map(({ keys, label }) => h('span', { key: label },
      keys.map(key => [h('kbd', { key }, key), ' ']), label))));
}

function docGroup({ id, label, documents }, onopen) {
  const counted = documents.filter(document => document.read !== null);
  const read = counted.filter(document => document.read >= 1).length;
  return h('section', { class: 'doc-group', key: id },
    h('h3', { id: `group-${id}` }, label,
      counted.length > 1 && h('span', { class: 'num' }, t('parts.read-of', { read, total: counted.length }))),
    h('ul', { 'aria-labelledby': `group-${id}` }, documents.map(document => h('li', { key: document.id }, entry(document, onopen)))));
}

function entry({ id, title, date: dated, read, findings, chip: label, isCurrent, isSuperseded }, onopen) {
  const state = read === null ? null : read >= 1 ? 'all' : read > 0 ? 'part' : 'none';
  const facts = [date(dated), findings > 0 && t('parts.findings', { count: findings })].filter(Boolean).join(' · ');
  return h('button', {
    class: ['doc', isSuperseded && 'superseded'], type: 'button', 'aria-current': isCurrent ? 'true' : null, data: { read: state },
    onclick: () => onopen?.(id),
  },
  state ? readMark(read) : h('span', { class: 'unmarked' }),
  h('b', {}, title, state && h('span', { class: 'vh' }, `, ${t(`parts.read-${state}`)}`)), label && chip(label),
  h('small', { class: 'num' }, facts));
}

function readMark(share) {
  return h('svg', { class: 'read-state', width: 16, height: 16, viewBox: '0 0 16 16', 'aria-hidden': 'true' },
    share >= 1 && h('path', { d: 'M3.5 8.6 6.6 11.6 12.5 4.8' }),
    share <= 0 && h('circle', { class: 'dot', cx: 8, cy: 8, r: 4 }),
    share > 0 && share < 1 && [
      h('circle', { class: 'track', cx: 8, cy: 8, r: 5.5 }),
      h('circle', {
        class: 'value', cx: 8, cy: 8, r: 5.5, pathLength: 100, 'stroke-dasharray': `${share * 100} 100`, transform: 'rotate(-90 8 8)',
      }),
    ]);
}
