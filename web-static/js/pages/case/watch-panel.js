/** The work of a case for those who only read along. */
import { t } from '../../core/i18n.js';
import { screenState } from '../../views/states.js';

/** Nothing of anybody's work before the reveal. */
export function watchPanel(desk) {
  if (desk.phase === 'review') return screenState({
    kind: 'forbidden', heading: t('review.sealed-until'), text: t('review.watch-text'),
  });
  return screenState({ kind: 'forbidden', heading: t('review.watch'), text: t('review.watch-closed') });
}
