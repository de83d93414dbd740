/** Where content comes in: pasted, or from a file. What was read is said, what could not be read is said with its place. */
import { h } from '../../core/dom.js';
import { fileSize } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { fieldOf } from './form.js';
import { base64, readSource, readText } from './source-file.js';

/** What a draft holds for it: the text as it stands in the field, the file that was read, and the words about it. */
export const emptySource = { text: '', image: null, said: '', bundle: null };

/** `accept` is that of the file field; `mayImport` says that a FHIR resource is welcome, `mayShow` an image. */
export function sourceField(bench, draft, { label, language, mayBeImage = true }) {
  const { image, said } = draft.values;
  const choose = async file => {
    if (file) apply(bench, draft, file.name, readSource(new Uint8Array(await file.arrayBuffer())), mayBeImage);
  };
  return [
    h('div', { class: 'field', key: draft.id('file') },
      h('label', { for: draft.id('file') }, t(mayBeImage ? 'filing.file' : 'filing.text-file')),
      h('input', {
        class: 'input', type: 'file', id: draft.id('file'),
        accept: mayBeImage ? '.txt,.json,text/plain,image/png,image/jpeg,application/fhir+json' : '.txt,text/plain',
        'aria-describedby': `${draft.id('file')}-said`, onchange: event => choose(event.target.files[0]),
      }),
      h('p', { class: 'hint num', id: `${draft.id('file')}-said`, role: 'status' },
        said || t(mayBeImage ? 'filing.file-hint' : 'filing.text-file-hint'))),
    image
      ? h('figure', { class: 'preview', key: 'preview' }, h('img', { src: image.url, alt: t('filing.preview') }),
        h('button', { class: 'btn small', type: 'button', onclick: () => forgetImage(draft) }, t('filing.image-away')))
      : fieldOf(draft, 'text', {
        label, control: 'textarea', rows: 8, lang: language, class: 'input source', spellcheck: 'false', isShown: true,
      }),
  ];
}

function apply(bench, draft, name, source, mayBeImage) {
  forgetImage(draft);
  draft.problems = [];
  if (source.kind === 'text') {
    draft.set('text', source.text);
    draft.set('spans', []);
    draft.set('said', t(source.encoding === 'utf-8' ? 'filing.read' : 'filing.read-latin', { name, count: [...source.text].length }), true);
  } else if (source.kind === 'image' && mayBeImage) {
    const url = URL.createObjectURL(new Blob([source.bytes], { type: source.mediaType }));
    draft.set('image', { ...source, url });
    draft.set('said', t('filing.read-image', { name, size: fileSize(source.bytes.length) }), true);
  } else if (source.kind === 'fhir' && mayBeImage) {
    draft.set('said', '');
    bench.found.bundle = { name, text: source.text };
    bench.go('documents', 'from-fhir');
  } else {
    draft.problems = [{ id: draft.id('file'), text: t('filing.file-problem', { name, why: problemText(source) }) }];
    draft.set('said', '', true);
  }
}

function forgetImage(draft) {
  if (draft.values.image) URL.revokeObjectURL(draft.values.image.url);
  draft.set('image', null, true);
}

/** Why a source cannot be filed, in words. */
export function problemText(source) {
  if (source.problem === 'too-large') return t('filing.problem-too-large', { size: fileSize(source.size), limit: fileSize(source.limit) });
  if (source.problem === 'control') return t('filing.problem-control', source);
  return t(`filing.problem-${source.problem ?? 'kind'}`);
}

/** The `content` of the protocol, or the problem that keeps it from being one: `{content, text}` or `{problem}`. */
export function contentOf({ image, text }) {
  if (image) return { content: { base64: base64(image.bytes), mediaType: image.mediaType } };
  const source = readText(text);
  return source.problem ? { problem: problemText(source) } : { content: { text: source.text }, text: source.text };
}
