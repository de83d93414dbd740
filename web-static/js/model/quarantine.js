/** What the coordinator has filed, published or not. Read by the coordinator and the translator alone. */
import { reducer } from '../core/store.js';

export const emptyQuarantine = {
  /** Documents in the order of filing, with every part and every translation. */
  documents: [],
  /** The undivided content of mixed documents, `{document: [hash, size]}`. */
  originals: {},
  /** Why documents were removed, `{document, reason, at}`. */
  removed: [],
  series: [],
  checklist: [],
  /** `{opinion, content, by, at}` or `null`. */
  firstOpinion: null,
  /** The date of the patient's consent, or `null`. */
  consent: null,
};

export const foldQuarantine = reducer({
  documentFiled: (state, { document, original }) => ({
    ...state,
    documents: [...state.documents, document],
    originals: original ? { ...state.originals, [document.id]: original } : state.originals,
  }),
  seriesFiled: (state, { series }) => ({ ...state, series: [...state.series, series] }),
  partClassified: (state, { part, nature }) => changePart(state, part, one => ({ ...one, nature })),
  documentRemoved: (state, { document, reason }, { at }) => ({
    ...state,
    documents: state.documents.filter(({ id }) => id !== document),
    series: state.series.filter(one => one.document !== document),
    removed: [...state.removed, { document, reason, at }],
  }),
  translationFiled: (state, { part, translation }) => changePart(state, part, one => ({
    ...one, translations: [...one.translations, translation],
  })),
  translationReleased: (state, { id }) => changeParts(state, part => (part.translations.some(one => one.id === id)
    ? { ...part, translations: part.translations.map(one => (one.id === id ? { ...one, isReleased: true } : one)) }
    : part)),
  firstOpinionTranscribed: (state, { opinion, content, by }, { at }) => ({
    ...state, firstOpinion: { opinion, content, by, at },
  }),
  itemChecked: (state, { item }) => ({ ...state, checklist: replaced(state.checklist, item) }),
  consentRecorded: (state, { date }) => ({ ...state, consent: date }),
});

function changeParts(state, change) {
  return { ...state, documents: state.documents.map(document => ({ ...document, parts: document.parts.map(change) })) };
}

const changePart = (state, id, change) => changeParts(state, part => (part.id === id ? change(part) : part));

function replaced(items, item) {
  return items.some(({ id }) => id === item.id) ? items.map(one => (one.id === item.id ? item : one)) : [...items, item];
}
