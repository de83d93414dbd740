/** What the discussion leads to: the chair opens a vote or begins to write; the others see what is still open. */
import { t } from '../../core/i18n.js';
import { confirm } from '../../elements/dialog.js';
import { isSettled, threads } from '../../model/discrepancies.js';
import { availableOptions } from '../../model/voting.js';
import { openingDock } from './round-form.js';

export function discussionDock(desk) {
  if (desk.ballots.opening) return openingDock(desk);
  const open = threads(desk.state, desk.revelation.content.discrepancies).filter(one => !isSettled(one)).length;
  const options = availableOptions(desk.state).length;
  const todo = [
    open > 0
      ? { id: 'differences', text: t('discussion.todo-open', { count: open }), state: 'plain', icon: 'discussion', canGo: true }
      : { id: 'settled', text: t('discussion.todo-settled'), state: 'done' },
    options === 0 && { id: 'options', text: t('discussion.todo-no-option'), state: 'open', canGo: true },
  ].filter(Boolean);
  const run = {
    differences: () => desk.set({ tab: 'differences' }),
    options: () => desk.set({ tab: 'options' }),
    propose: () => {
      desk.talk.change({ proposing: { text: '', therapies: [], evidence: '', isFirstProposal: false } });
      desk.set({ tab: 'options' });
      desk.focusOn('option-text');
    },
    vote: () => desk.ballots.startOpening(),
    draft: () => beginDrafting(desk),
  };
  const propose = { id: 'propose', label: t('discussion.propose'), icon: 'plus' };
  if (!desk.isChair) return { todo, actions: desk.may('proposeOption') ? [propose] : [], run };
  return {
    todo,
    primary: { id: 'vote', label: t('vote.open'), icon: 'vote', isDisabled: options === 0 || !desk.isOnline },
    actions: [{ id: 'draft', label: t('draft.begin'), icon: 'pen' }],
    refusal: t('discussion.todo-no-option'),
    run,
  };
}

async function beginDrafting(desk) {
  const isSure = await confirm({ heading: t('draft.begin-question'), body: t('draft.begin-text'), action: t('draft.begin') });
  if (isSure) await desk.request('beginDrafting', {});
}
