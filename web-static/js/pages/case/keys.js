/** The keys of the desk. Their list under `?` is made of these entries. */
import { step, showPane } from './navigation.js';
import { toggleMarks } from './reader-pane.js';

/** Gives the function that takes them away again. */
export function bindKeys(desk) {
  const entries = [
    { keys: 'j', label: 'case.key-next', run: () => step(desk, 1) },
    { keys: 'k', label: 'case.key-previous', run: () => step(desk, -1) },
    desk.isPanel && { keys: 'n', label: 'case.key-finding', run: () => desk.findings.startAtSelection() },
    { keys: 'h', label: 'case.key-marks', run: () => toggleMarks(desk) },
    { keys: '1', label: 'case.key-docs', run: () => showPane(desk, 'docs') },
    { keys: '2', label: 'case.key-read', run: () => showPane(desk, 'read') },
    { keys: '3', label: 'case.key-side', run: () => showPane(desk, 'side') },
    { keys: 'Escape', label: 'case.key-back', run: () => backToMark(desk) },
  ].filter(Boolean);
  const removals = entries.map(entry => desk.app.shortcuts.add(entry));
  return () => { for (const remove of removals) remove(); };
}

/** Escape on a card returns to its number in the text, where one came from. */
function backToMark(desk) {
  if (desk.view.selection) { desk.set({ selection: null }); return; }
  const { active } = desk.view;
  if (!active) return;
  desk.set({ active: null });
  document.getElementById(`mark-${active}`)?.focus();
}
