/** What will be frozen with the panel, as far as the form is filled in: the list of lacks asks it before the form is opened. */
import { namedOf } from '../../model/seats.js';
import { fromLocal } from '../local-time.js';
import { isSingleInstitution } from './readiness.js';

/** The draft of the freeze form. */
export const draftOf = bench => bench.draft('freeze', () => ({
  // What was taken out; so a discipline that joins the panel later is required until somebody says otherwise.
  waived: [], roundLimit: '3', reviewDeadline: '', threeQuarters: false, abstentions: false, quorum: '', reason: '',
  methods: ['appropriateness', 'adoption'], threshold: 'awmf',
}));

/** The disciplines of a panel, each once. */
export const disciplinesOf = panel => [...new Set(panel.map(({ discipline }) => discipline).filter(Boolean))].sort();

/** The settings as far as they are filled in. */
export function settingsOf(bench) {
  const { waived, roundLimit, reviewDeadline, threeQuarters, abstentions, quorum, reason, methods, threshold } = draftOf(bench).values;
  const panel = namedOf(bench.state);
  return {
    requiredDisciplines: disciplinesOf(panel).filter(discipline => !waived.includes(discipline)),
    roundLimit: Number(roundLimit),
    reviewDeadline: fromLocal(reviewDeadline),
    adoption: { exactlyThreeQuartersIsConsensus: threeQuarters, abstentionsCount: abstentions, threshold },
    methods,
    ...(quorum === '' ? {} : { quorum: Number(quorum) }),
    ...(isSingleInstitution(panel) && reason.trim() ? { singleInstitutionReason: reason.trim() } : {}),
  };
}
