/** A part's content, fetched when it is looked at and shown only if its bytes have the hash they were filed under. */
import { blob, text as textOf } from '../../core/blobs.js';
import { h } from '../../core/dom.js';
import { sentence } from '../../core/errors.js';
import { t } from '../../core/i18n.js';
import { isText } from '../../model/sources.js';

/** `part` has `content`, `mediaType` and `language`; `title` names an image. */
export function contentView(bench, part, title) {
  const [hash] = part.content;
  const key = `${isText(part) ? 'text' : 'image'} ${hash}`;
  const isOpen = bench.found[`open ${hash}`] ?? false;
  return h('details', {
    class: 'content', key: `content ${hash}`, open: isOpen,
    ontoggle: event => { bench.found[`open ${hash}`] = event.target.open; bench.update(); },
  },
  h('summary', {}, t(isText(part) ? 'filing.show-text' : 'filing.show-image')),
  isOpen && content(bench, part, title, bench.look(key, () => read(bench, part)), () => { bench.forget(key); bench.update(); }));
}

async function read(bench, part) {
  const bytes = await blob(bench.app.api, bench.casework.id, part.content[0]);
  return isText(part) ? textOf(bytes) : URL.createObjectURL(new Blob([bytes], { type: part.mediaType }));
}

function content(bench, part, title, result, retry) {
  if (!result) return h('p', { class: 'muted', role: 'status' }, t('common.state-loading'));
  if (result.error) {
    return h('p', { class: 'lack' }, sentence(result.error), ' ',
      h('button', { class: 'btn small', type: 'button', onclick: retry }, t('common.try-again')));
  }
  return isText(part)
    ? h('div', { class: 'verbatim', role: 'region', tabindex: '0', 'aria-label': title },
      h('p', { class: 'source', lang: part.language, translate: 'no' }, result.value))
    : h('img', { class: 'picture', src: result.value, alt: title });
}
