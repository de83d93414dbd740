/**
 * A source document, verbatim: one block per line of the canonical text, each with a gutter of buttons that lead to the
 * findings on it and one that makes a new finding without a mouse.
 */
import { h } from '../core/dom.js';
import { t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { lines } from '../text/sentences.js';

/** `meta` are short facts (date, institution, version, status); `tools` are descriptions of buttons. */
export function documentHead({ title, meta, tools = [] }) {
  return h('header', { class: 'document-head' },
    h('div', {}, h('h2', { tabindex: '-1' }, title),
      h('p', { class: 'meta num' }, meta.filter(Boolean).map(fact => h('span', { key: fact }, fact)))),
    h('div', { class: 'tools' }, tools));
}

/**
 * `marks` are `{id, number, start, end, mark, statement, isActive}` in UTF-16 offsets; each stands in the gutter of the
 * block it begins in. `onmark(id)`, `onadd({start, end})` with the span of the block.
 */
export function documentText({ text, language, marks = [], onmark, onadd }) {
  return h('article', { class: 'text', lang: language, translate: 'no' }, lines(text).map(line => h('div', {
    class: 'block', key: line.start,
  },
  h('div', { class: 'gutter' },
    marks.filter(({ start }) => start >= line.start && start < line.end).map(item => gutterButton(item, onmark)),
    onadd && h('button', {
      class: 'add', key: 'add', type: 'button', title: t('parts.add-finding'),
      'aria-label': t('parts.add-finding-to', { text: opening(line.text) }), onclick: () => onadd(line),
    }, icon('plus', 15))),
  // Columns made of blanks keep them; elsewhere a blank at the end of a line would be highlighted beyond the text.
  h('p', { class: / {2}|\t/.test(line.text) ? 'aligned' : null, data: { start: line.start } }, line.text))));
}

function gutterButton({ id, number, mark = 'own', statement, isActive }, onmark) {
  return h('button', {
    key: id, id: `mark-${id}`, class: 'num', type: 'button', data: { mark }, 'aria-pressed': String(Boolean(isActive)),
    'aria-label': t('parts.finding-at', { number, statement }), onclick: () => onmark?.(id),
  }, number);
}

const opening = text => (text.length > 40 ? `${text.slice(0, 40).trimEnd()}…` : text);

/** What the styles of highlights mean; `kinds` of own, agree, differ. */
export function legend(kinds) {
  return h('p', { class: 'legend' }, kinds.map(kind => h('span', { key: kind }, h('mark', { class: kind }, t(`parts.legend-${kind}`)))));
}
