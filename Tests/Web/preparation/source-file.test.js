import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base64, limits, readSource, readText } from '../../../web-static/js/pages/preparation/source-file.js';

const utf8 = text => new TextEncoder().encode(text);

test('UTF-8 text is read in canonical form: no byte order mark, one kind of line end, composed characters', () => {
  assert.deepEqual(readSource(utf8('\ufeffGro\u0308ße\r\n5 mm\r')), { kind: 'text', text: 'Größe\n5 mm\n', encoding: 'utf-8' });
});

test('bytes that are no UTF-8 are Latin-1', () => {
  assert.deepEqual(readSource(Uint8Array.of(0x47, 0x72, 0xf6, 0xdf, 0x65)), { kind: 'text', text: 'Größe', encoding: 'windows-1252' });
});

test('images are known by their first bytes, whatever their name', () => {
  assert.equal(readSource(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1)).mediaType, 'image/png');
  assert.equal(readSource(Uint8Array.of(0xff, 0xd8, 0xff, 1)).mediaType, 'image/jpeg');
});

test('a FHIR resource is recognised and kept byte for byte', () => {
  const text = '{"resourceType":"Observation","valueQuantity":{"value":4.10}}';
  assert.deepEqual(readSource(utf8(text)), { kind: 'fhir', text });
  assert.equal(readSource(utf8('{"a":1}')).kind, 'text');
});

test('PDF is refused as such', () => assert.equal(readSource(utf8('%PDF-1.7')).problem, 'pdf'));

test('a control character is refused with its place', () => {
  assert.deepEqual(readText('ok\n😀 \u0007'), { problem: 'control', line: 2, column: 3, codePoint: 'U+0007' });
  assert.equal(readText('a\tb').kind, 'text');
});

test('an empty text is no document', () => assert.equal(readText(' \n\t').problem, 'empty'));

test('what is too large is refused before it is sent', () => {
  assert.deepEqual(readSource(new Uint8Array(limits.text + 1).fill(97)),
    { problem: 'too-large', size: limits.text + 1, limit: limits.text });
});

test('Base64 of many bytes decodes to the same', () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => (index * 7) % 256);
  assert.deepEqual(Uint8Array.from(Buffer.from(base64(bytes), 'base64')), bytes);
});
