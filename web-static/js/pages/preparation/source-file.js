/**
 * A file as somebody filed it, before anything is sent: text in UTF-8 or Latin-1, a PNG or a JPEG, or a FHIR resource. What
 * cannot be read is refused here with the place where it went wrong, in the same words the server would have for it.
 */
import { canonical } from '../../text/anchor.js';

export const limits = { text: 1 << 20, image: 8 << 20, bundle: 8 << 20 };

/** `{kind: 'text', text, encoding}`, `{kind: 'image', bytes, mediaType}`, `{kind: 'fhir', text}` or `{problem, …}`. */
export function readSource(bytes) {
  const image = imageType(bytes);
  if (image) return bytes.length > limits.image ? tooLarge(bytes, limits.image) : { kind: 'image', bytes, mediaType: image };
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return { problem: 'pdf' };
  const { text, encoding } = decode(bytes);
  if (encoding === 'utf-8' && isFHIR(text)) {
    return bytes.length > limits.bundle ? tooLarge(bytes, limits.bundle) : { kind: 'fhir', text };
  }
  if (bytes.length > limits.text) return tooLarge(bytes, limits.text);
  return { ...readText(text), encoding };
}

/** Pasted text, in canonical form or refused. */
export function readText(pasted) {
  const text = canonical(pasted.replace(/^\ufeff/, ''));
  if (text.trim() === '') return { problem: 'empty' };
  const control = controlCharacter(text);
  return control ? { problem: 'control', ...control } : { kind: 'text', text };
}

const tooLarge = (bytes, limit) => ({ problem: 'too-large', size: bytes.length, limit });

const startsWith = (bytes, magic) => magic.every((byte, index) => bytes[index] === byte);

function imageType(bytes) {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47])) return 'image/png';
  return startsWith(bytes, [0xff, 0xd8, 0xff]) ? 'image/jpeg' : null;
}

/** Bytes that are valid UTF-8 are UTF-8: a one-byte text with an umlaut never is by accident. */
function decode(bytes) {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}

function isFHIR(text) {
  if (!text.trimStart().startsWith('{')) return false;
  try { return typeof JSON.parse(text).resourceType === 'string'; } catch { return false; }
}

/** The first control character but tabulator and line feed: line and column from 1, and its code point. */
function controlCharacter(text) {
  for (const [index, line] of text.split('\n').entries()) {
    const at = line.search(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
    if (at >= 0) return { line: index + 1, column: [...line.slice(0, at)].length + 1, codePoint: hexadecimal(line.charCodeAt(at)) };
  }
  return null;
}

const hexadecimal = code => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;

/** Base64 of bytes, in slices that no engine refuses as too many arguments. */
export function base64(bytes) {
  let binary = '';
  for (let start = 0; start < bytes.length; start += 0x8000) binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  return btoa(binary);
}
