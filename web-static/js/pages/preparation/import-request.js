/** A FHIR resource goes out byte for byte: read and written again, `4.10` would have become `4.1`. */
import { createAPI } from '../../core/api.js';

/** An API whose body is this text. */
export function importer(text, fetch = globalThis.fetch.bind(globalThis)) {
  return createAPI({
    fetch: (path, options) => fetch(path, {
      ...options, body: text, headers: { ...options.headers, 'content-type': 'application/fhir+json' },
    }),
  });
}
