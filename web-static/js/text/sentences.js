/** Sentences, so that a finding can be made without a mouse. Offsets are UTF-16, without the white space around. */

/** Medical abbreviations that end with a full stop in the middle of a sentence. */
const words = 'ca|bzw|inkl|ggf|max|min|Abb|Tab|Nr|Dr|Prof|St|Seg|Histol|klin|vs|approx|Fig|resp';
const abbreviation = new RegExp(`(?:^|[\\s(/])(?:\\p{L}|\\p{L}\\.\\p{L}|${words})\\.\\s*$`, 'iu');

/** A number with a full stop before a lower-case word or a month: an ordinal or a date, not an end. */
const ordinal = /\b\d{1,2}\.\s*$/u;

const segmenters = new Map();

function segmenterFor(language) {
  if (!segmenters.has(language)) segmenters.set(language, new Intl.Segmenter(language, { granularity: 'sentence' }));
  return segmenters.get(language);
}

/** `[{start, end, text}]` in order; line breaks end a sentence. `language` is that of the document. */
export function sentences(text, language = 'en') {
  const result = [];
  let open = null;
  for (const { segment, index } of segmenterFor(language).segment(text)) {
    open ??= index;
    const soFar = text.slice(open, index + segment.length);
    const isLineEnd = soFar.endsWith('\n');
    if (!isLineEnd && (abbreviation.test(soFar) || ordinal.test(soFar)) && index + segment.length < text.length) continue;
    push(result, text, open, index + segment.length);
    open = null;
  }
  return result;
}

function push(result, text, from, to) {
  const raw = text.slice(from, to);
  const start = from + (raw.length - raw.trimStart().length);
  const end = to - (raw.length - raw.trimEnd().length);
  if (end > start) result.push({ start, end, text: text.slice(start, end) });
}

/** Lines of a canonical text that hold something, with their offsets: the blocks a reader shows. */
export function lines(text) {
  const result = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') result.push({ start, end: start + line.length, text: line });
    start += line.length + 1;
  }
  return result;
}
