/** Standing down, which a member may do as long as the panel is at work, and what is said of it to oneself. */
import { t } from '../../core/i18n.js';
import { note } from '../../views/states.js';
import { askReason } from './questions.js';

/** The dock with the way out of the case; not while something is being filled in. */
export function withRecusal(desk, dock) {
  if (!desk.may('recuse') || dock?.actions?.some(action => action.id === 'cancel')) return dock;
  return {
    ...dock,
    actions: [...dock?.actions ?? [], { id: 'recuse', label: t('review.recuse'), tone: 'quiet' }],
    run: { ...dock?.run, recuse: () => recuse(desk) },
  };
}

/** In place of the work, for who stood down. */
export const recusalNotes = ({ isPanel, state: { own } }) => (isPanel && own.recused
  ? [note({ heading: t('review.recused'), text: own.recused.reason, icon: 'close' })] : null);

async function recuse(desk) {
  const reason = await askReason({
    heading: t('review.recuse-question'), text: t('review.recuse-text'), action: t('review.recuse-go'), tone: 'danger',
  });
  if (reason) await desk.request('recuse', { reason });
}
