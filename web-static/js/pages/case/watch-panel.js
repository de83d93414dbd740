/** The work of a case for those who only read along, and for a deputy who stands ready. */
import { h } from '../../core/dom.js';
import { t } from '../../core/i18n.js';
import { note, screenState } from '../../views/states.js';

/** Nothing of anybody's work before the reveal. */
export function watchPanel(desk) {
  if (desk.role === 'deputy') return h('div', { class: 'stack', key: 'deputy' },
    note({ heading: t('review.deputy'), text: t('review.deputy-text'), icon: 'clock' }),
    desk.may('declareConflicts') && desk.tools.invitation?.declaration(desk));
  if (desk.phase === 'review') return screenState({
    kind: 'forbidden', heading: t('review.sealed-until'), text: t('review.watch-text'),
  });
  return screenState({ kind: 'forbidden', heading: t('review.watch'), text: t('review.watch-closed') });
}
