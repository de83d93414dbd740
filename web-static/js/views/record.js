/** The recommendation as a document of record, on the screen and on A4. */
import { h } from '../core/dom.js';
import { dateTime } from '../core/format.js';
import { t } from '../core/i18n.js';

/**
 * `facts` are `[label, value]`; `sections` `{id, heading, body}` in the order of the document, a dissent among them at the
 * rank of the result; `signatures` `{name, role, at, attestsOnly}`; `fingerprint` is the record's hash.
 */
export function record({ title, outcome, facts, sections, signatures, fingerprint, language }) {
  return h('article', { class: 'record', lang: language },
    h('header', {}, h('p', { class: 'eyebrow' }, title), h('p', { class: 'outcome' }, outcome)),
    facts.length > 0 && h('dl', { class: 'facts' }, facts.map(([label, value]) => [
      h('dt', { key: `label ${label}` }, label), h('dd', { key: `value ${label}` }, value),
    ])),
    sections.map(({ id, heading, body }) => h('section', { key: id }, heading && h('h2', {}, heading), body)),
    h('section', { key: 'signatures' }, h('h2', {}, t('parts.signatures')),
      signatures.length > 0
        ? h('ul', { class: 'signatures' }, signatures.map(({ name, role, at, attestsOnly }) => h('li', { key: name },
          h('b', {}, name), h('span', { class: 'muted' }, role), at && h('time', { datetime: new Date(at).toISOString() }, dateTime(at)),
          attestsOnly && h('span', {}, t('parts.attests-only')))))
        : h('p', { class: 'muted' }, t('parts.no-signatures'))),
    fingerprint && h('p', { class: 'fingerprint' }, t('parts.fingerprint', { hash: fingerprint })));
}
