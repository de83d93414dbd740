/**
 * A mixed document divided into parts: spans of its canonical text with a nature each, in order and never overlapping.
 * Offsets are UTF-16, as the page counts; `segments` says them in code points, as the server does.
 */
import { CodePoints } from './codepoints.js';

/**
 * The spans after one of them was given a nature; `null` takes the span out, so that it stays with the original alone.
 * White space at its ends belongs to nobody, and neighbours of one nature with nothing but white space between are one.
 */
export function assign(text, spans, { start, end }, nature) {
  const cut = spans.flatMap(span => [
    { ...span, end: Math.min(span.end, start) },
    { ...span, start: Math.max(span.start, end) },
  ]);
  const all = nature === null ? cut : [...cut, { start, end, nature }];
  return join(text, all.map(span => trim(text, span)).filter(Boolean).sort((one, other) => one.start - other.start));
}

function trim(text, span) {
  let { start, end } = span;
  while (start < end && /\s/.test(text[start])) start++;
  while (end > start && /\s/.test(text[end - 1])) end--;
  return end > start ? { ...span, start, end } : null;
}

function join(text, spans) {
  const joined = [];
  for (const span of spans) {
    const last = joined.at(-1);
    const isNeighbour = last && last.nature === span.nature && text.slice(last.end, span.start).trim() === '';
    if (isNeighbour) last.end = span.end; else joined.push({ ...span });
  }
  return joined;
}

/** Paragraphs: what stands between empty lines, `[{start, end}]`. A text without an empty line is divided by its lines. */
export function paragraphs(text) {
  const blocks = pieces(text, /\n[^\S\n]*\n\s*/g);
  return blocks.length > 1 ? blocks : pieces(text, /\n/g);
}

function pieces(text, separator) {
  const found = [];
  let start = 0;
  for (const { 0: match, index } of [...text.matchAll(separator), { 0: '', index: text.length }]) {
    const piece = trim(text, { start, end: index });
    if (piece) found.push(piece);
    start = index + match.length;
  }
  return found;
}

/** What a paragraph is: its nature, `null` when no part of it has one, `mixed` when it has several or is covered in part. */
export function natureOf(text, spans, { start, end }) {
  const touching = spans.filter(span => span.start < end && span.end > start);
  if (touching.length === 0) return null;
  const covers = touching.length === 1 && touching[0].start <= start && touching[0].end >= end;
  return covers ? touching[0].nature : 'mixed';
}

/** A paragraph cut at the borders of the spans: `[{start, end, nature}]`, `nature` null where none was given. */
export function runs(spans, { start, end }) {
  const found = [];
  let position = start;
  for (const span of spans.filter(one => one.start < end && one.end > start)) {
    if (span.start > position) found.push({ start: position, end: span.start, nature: null });
    found.push({ start: Math.max(span.start, start), end: Math.min(span.end, end), nature: span.nature });
    position = Math.min(span.end, end);
  }
  if (position < end) found.push({ start: position, end, nature: null });
  return found;
}

/** The segments of a `fileDocument`, named after the document. */
export function segments(text, spans, documentID) {
  const points = new CodePoints(text);
  return spans.map(({ start, end, nature }, index) => ({
    id: `${documentID}-s${index + 1}`, nature, start: points.toPoints(start), end: points.toPoints(end),
  }));
}

/** What an import proposes: the passage that repeats the conclusion (in code points) is one, all else primary data. */
export function proposed(text, { start, end }) {
  const points = new CodePoints(text);
  const whole = assign(text, [], { start: 0, end: text.length }, 'primary');
  return assign(text, whole, { start: points.toUnits(start), end: points.toUnits(end) }, 'conclusion');
}

/** How many parts of each nature there are, and how many characters stay out of all of them. */
export function tally(text, spans) {
  const count = nature => spans.filter(span => span.nature === nature).length;
  const rest = spans.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
  return { primary: count('primary'), conclusion: count('conclusion'), leftOut: [...rest.replace(/\s/g, '')].length };
}
