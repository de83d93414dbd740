/** Ways through the desk: panes, documents, marks. Each leaves a way back. */
import { findVersion, labsID, placeOf, preferredVersion, readingOrder, versionsOf } from '../../model/sources.js';

const narrow = '(max-width: 59.999rem)';
const paneNodes = { docs: '.pane.docs', read: '.pane.reader', side: '.pane.side' };

/** Where focus goes in each pane. */
const starts = { docs: '.pane.docs .doc[aria-current]', read: '.pane.reader :is([tabindex], button)', side: '.pane.side h2' };

export const isNarrow = () => globalThis.matchMedia(narrow).matches;

/** The document on the screen: the one chosen, else the first. */
export function currentID(desk) {
  const order = readingOrder(desk.state);
  return order.includes(desk.view.documentID) ? desk.view.documentID : order[0] ?? null;
}

export const currentDocument = desk => desk.state.dossier.documents.find(({ id }) => id === currentID(desk)) ?? null;
export const isOnLabs = desk => currentID(desk) === labsID;

export function openDocument(desk, id) {
  desk.set({ documentID: id, pane: 'read', selection: null });
  document.querySelector(paneNodes.read)?.scrollTo({ top: 0 });
}

/** J and K: along the list, and no further than its ends. */
export function step(desk, by) {
  const order = readingOrder(desk.state);
  const next = order[order.indexOf(currentID(desk)) + by];
  if (next) openDocument(desk, next);
}

export function showPane(desk, pane) {
  desk.set({ pane });
  desk.focusOn(document.querySelector(starts[pane]));
}

/** The version of a part that is shown: the one chosen, else the one in the board's language. */
export function shownVersion(desk, part) {
  const chosen = versionsOf(part).find(({ id }) => id === desk.view.versions[part.id]);
  return chosen ?? preferredVersion(part, desk.state.dossier.sheet?.language ?? part.language);
}

export function chooseVersion(desk, part, version) {
  desk.set({ versions: { ...desk.view.versions, [part]: version } });
}

/** Goes to the place a target names; `markID`, where given, is shown as the active mark. */
export function showTarget(desk, target, markID = null) {
  const place = placeOf(desk.state, target);
  if (!place) return;
  const found = target.part ? findVersion(desk.state, target.part) : null;
  const versions = found ? { ...desk.view.versions, [found.part.id]: found.version.id } : desk.view.versions;
  desk.set({ documentID: place, versions, pane: 'read', active: markID });
  desk.focusOn(null);
  requestAnimationFrame(() => reveal(target, markID));
}

function reveal(target, markID) {
  const node = markID ? document.getElementById(`mark-${markID}`) : null;
  const shown = node ?? (target.series && document.getElementById(`series-${target.series}`));
  shown?.scrollIntoView({ block: 'center' });
  node?.focus({ preventScroll: true });
}

/** From a mark in the source to its card. */
export function showCard(desk, id) {
  desk.set({ active: id, pane: isNarrow() ? 'side' : desk.view.pane, tab: 'findings' });
  desk.focusOn(`finding-${id}`);
}
