/**
 * What stands marked on the sources: before the reveal one's own notes, after it everybody's sealed entries under their
 * pseudonyms (one's own among them) and one's own later notes.
 */
import { differingFields, fieldKey, threads } from '../../model/discrepancies.js';
import { ownNotes, ownPseudonym } from '../../model/opinion.js';
import { address, pagesAbout } from '../../model/published.js';
import { findVersion, seriesOf, versionsOf } from '../../model/sources.js';
import { currentDocument, isOnLabs } from './navigation.js';

/**
 * `[{id, number, address, mark, target, statement, certainty, category, finding, note, pseudonym, isWaiting}]`; `note` is
 * the own note behind it, where it may be edited.
 */
export function allOwnMarks(desk) {
  const isPublished = desk.revelation.isReady && ownPseudonym(desk.state) !== null;
  return ownNotes(desk.state).filter(note => !isPublished || note.isAfterReveal).map(note => ({
    id: note.annotation.id, number: String(note.number), mark: 'own', note, isWaiting: note.isWaiting, ...content(note.annotation),
  }));
}

/** The published entries about the document on the screen; pages load as they are asked for. */
export function publishedMarks(desk) {
  const { reveal } = desk.state.board;
  if (!reveal || !desk.revelation.isReady) return [];
  const mine = ownPseudonym(desk.state);
  const differing = differingFields(threads(desk.state, desk.revelation.content.discrepancies));
  const sources = sourcesOnScreen(desk);
  return pagesAbout(reveal, desk.revelation.content.opinions, sources).flatMap(({ pseudonym, hash }) => {
    const page = desk.library.look('json', hash);
    const entries = page.state === 'ready' ? page.value.entries : [];
    return entries.filter(({ target }) => sources.includes(target.part ?? target.series)).map(entry => ({
      id: `${pseudonym}-${entry.number}`,
      number: `${pseudonym.slice(2)}${entry.number}`,
      address: address(pseudonym, entry.number),
      pseudonym,
      mark: pseudonym === mine ? 'own' : entry.finding && differing.has(fieldKey(entry.finding)) ? 'differ' : 'agree',
      ...content(entry),
    }));
  });
}

export const marksOnScreen = desk => [
  ...publishedMarks(desk),
  ...allOwnMarks(desk).filter(({ target }) => sourcesOnScreen(desk).includes(target.part ?? target.series)),
];

/** The ids a target may name to lie in what is on the screen: every version of every part, and the series. */
export function sourcesOnScreen(desk) {
  if (isOnLabs(desk)) return desk.state.dossier.series.map(({ id }) => id);
  const document = currentDocument(desk);
  if (!document) return [];
  const parts = document.parts.flatMap(part => versionsOf(part).map(({ id }) => id));
  return [...parts, ...seriesOf(desk.state, document.id).map(({ id }) => id)];
}

/** Marks of one text with their places in it; one whose quote does not stand there has none, and `isMoved`. */
export const placed = (marks, name, source) => marks.filter(({ target }) => target.part === name && target.text).map(mark => {
  const found = source.resolve(mark.target.text);
  return found.state === 'exact'
    ? { ...mark, start: found.start, end: found.end }
    : { ...mark, mark: 'lost', start: found.candidates?.[0]?.start ?? 0, end: undefined, isMoved: true };
});

/** How an own note's quote stands in its version: `exact`, `moved` with candidates, `lost`, or `null` unknown. */
export function anchorOf(desk, { part, text }) {
  const found = part && text ? findVersion(desk.state, part) : null;
  if (!found) return null;
  const content = desk.library.look('text', found.version.content[0]);
  return content.state === 'ready' ? content.value.resolve(text) : null;
}

const content = ({ target, statement, certainty, category, finding }) => ({ target, statement, certainty, category, finding });
