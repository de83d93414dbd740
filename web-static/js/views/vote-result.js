/** The result of one option after the reveal, in words and as a distribution; all figures as the server printed them. */
import { histogram } from '../chart/histogram.js';
import { h } from '../core/dom.js';
import { figure } from '../core/format.js';
import { t } from '../core/i18n.js';
import { chip } from './chip.js';

const tones = { appropriate: 'teal', uncertain: null, inappropriate: 'brick' };

/** `result` is that of `roundOpened`; `mine` is the reader's own rating, `labels` pseudonyms per rating where known. */
export function voteResult({ letter, title, result, mine, labels, tallest }) {
  const { option, distribution, median, p30, p70, ipr, ipras, disagreement, appropriateness } = result;
  return h('section', { class: 'option', key: option },
    h('div', {},
      h('h3', {}, letter && h('span', { class: 'letter' }, letter), title),
      h('p', { class: 'verdict' },
        chip({ text: t(`parts.${appropriateness}`), tone: tones[appropriateness] }),
        disagreement && chip({ text: t('parts.disagreement'), tone: 'amber', icon: 'split' })),
      h('p', { class: 'figures num' },
        h('span', {}, t('parts.median', { value: figure(median) }), mine && ` · ${t('parts.your-vote', { value: mine })}`),
        h('span', {}, t('parts.spread', { ipr: figure(ipr), threshold: figure(ipras) })))),
    histogram({ title: [letter, title].filter(Boolean).join(' '), distribution, labels, mine, median, p30, p70, disagreement, tallest }));
}

/** What the zones of all the charts above it mean. */
export function zoneKey() {
  return h('div', { class: 'zones', 'aria-hidden': 'true' },
    h('div', {}, ['low', 'middle', 'high'].map(zone => h('span', { key: zone }, t(`parts.zone-key-${zone}`)))));
}

/**
 * A position beside the result, of the same visual rank: `kind` is `minority` or `majority`, `level` that of its heading;
 * `text` is one paragraph or a list of them.
 */
export function statement({ kind = 'minority', heading, text, who, level = 3 }) {
  return h('section', { class: kind },
    h(`h${level}`, {}, heading), [text].flat().map(words => h('p', { key: words }, words)), h('p', { class: 'who' }, who));
}
