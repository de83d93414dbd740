/** Documents as a reader meets them: groups, parts, versions, series, places pointed at. */

/** Kinds in the order of reading; each group has a name in the catalogue. */
export const groups = [
  { id: 'imaging', kinds: ['imaging-report', 'image'] },
  { id: 'pathology', kinds: ['histology', 'pathology'] },
  { id: 'molecular', kinds: ['molecular-pathology'] },
  { id: 'laboratory', kinds: ['laboratory'] },
  { id: 'clinical', kinds: ['discharge-summary', 'operation-report', 'examination-result', 'letter', 'other'] },
];

/** The place in the list where all laboratory series stand together. */
export const labsID = 'labs';

const isPicture = ({ kind }) => kind === 'image';

/** `[{id, documents}]` of the groups that have documents: newest first within a group, pictures after the reports. */
export function groupDocuments(documents) {
  return groups
    .map(({ id, kinds }) => ({
      id,
      documents: documents.filter(({ kind }) => kinds.includes(kind))
        .sort((one, other) => isPicture(one) - isPicture(other)
          || (other.date ?? '').localeCompare(one.date ?? '') || one.title.localeCompare(other.title)),
    }))
    .filter(group => group.documents.length > 0);
}

/** The pictures that belong beside a report: of the same day, from the same institution. */
export function picturesBeside({ dossier }, { kind, date, institution }) {
  if (kind === 'image' || !date || !institution) return [];
  return dossier.documents.filter(other => isPicture(other) && other.date === date && other.institution === institution);
}

/** The ids in the order the list shows them; J and K walk along it. */
export function readingOrder({ dossier }) {
  const ids = groupDocuments(dossier.documents).flatMap(group => group.documents.map(({ id }) => id));
  return dossier.series.length > 0 ? [...ids, labsID] : ids;
}

export const isText = part => part.mediaType.startsWith('text/');

/** The versions of a part: the original first, then its translations, each `{id, language, content, translation}`. */
export function versionsOf(part) {
  return [
    { id: part.id, language: part.language, content: part.content, translation: null },
    ...part.translations.map(one => ({ id: one.id, language: one.language, content: one.content, translation: one })),
  ];
}

/** The version to show first: the one in the language the board works in, else the original. */
export function preferredVersion(part, language) {
  const versions = versionsOf(part);
  return versions.find(version => primary(version.language) === primary(language)) ?? versions[0];
}

const primary = tag => String(tag).split('-')[0].toLowerCase();

/** `{document, part, version}` of a part's or translation's id, or `null`. */
export function findVersion({ dossier }, id) {
  for (const document of dossier.documents) {
    for (const part of document.parts) {
      const version = versionsOf(part).find(one => one.id === id);
      if (version) return { document, part, version };
    }
  }
  return null;
}

export const findSeries = ({ dossier }, id) => dossier.series.find(series => series.id === id) ?? null;

export const seriesOf = ({ dossier }, documentID) => dossier.series.filter(({ document }) => document === documentID);

/** The id of the list entry a target lies in: a document's, `labs`, or `null` when it is not readable. */
export function placeOf(state, target) {
  if (target.part) return findVersion(state, target.part)?.document.id ?? null;
  const series = target.series && findSeries(state, target.series);
  if (!series) return null;
  return state.dossier.documents.some(({ id }) => id === series.document) ? series.document : labsID;
}

/** What share of a document was read: parts opened of all its parts. */
export function readShare(document, read) {
  const opened = document.parts.filter(part => versionsOf(part).some(({ id }) => read[id] !== undefined));
  return document.parts.length === 0 ? 0 : opened.length / document.parts.length;
}

/** A key that is equal for two targets at the same place. */
export const targetKey = ({ part, series, point, text, region }) => JSON.stringify([
  part ?? null, series ?? null, point ?? null, text ? [text.start, text.end] : null,
  region ? [region.x, region.y, region.w, region.h] : null,
]);
