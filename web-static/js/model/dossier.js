/** What every member of a case may know: the question, the published sources, the phase, the schedule. */
import { reducer } from '../core/store.js';

export const emptyDossier = {
  /** The case sheet of the protocol, or `null` before it is known. */
  sheet: null,
  phase: 'intake',
  /** When the present phase began, in server milliseconds. */
  phaseSince: null,
  /** Published documents in order, each with `isLate`. */
  documents: [],
  /** Published laboratory series in order, each with `isLate`. */
  series: [],
  checklist: [],
  /** The frozen settings of the panel, and the hash of its sheet. */
  settings: null,
  sheetHash: null,
  deadline: null,
  /** Whether the present deadline has passed without quorum. */
  isBreached: false,
  /** The clinical deadline that passed without a delivery, or `null`. */
  missedDeadline: null,
  /** `{deadline, reason, by, at}`, oldest first. */
  extensions: [],
  /** Where the last late source was published; 0 without one. */
  lateSource: 0,
  /** `{conference: slot}` */
  slots: {},
  withdrawn: null,
  /** The closing manifest, `{sheet, heads}`. */
  manifest: null,
};

export const foldDossier = reducer({
  caseOpened: (state, { sheet }, { at }) => ({ ...state, sheet, phaseSince: at ?? null }),
  caseAmended: (state, { sheet }) => ({ ...state, sheet }),
  documentPublished: (state, { document, isLate = false }, { seq }) => ({
    ...state, ...late(state, isLate, seq), documents: [...state.documents, { ...document, isLate }],
  }),
  seriesPublished: (state, { series, isLate = false }, { seq }) => ({
    ...state, ...late(state, isLate, seq), series: [...state.series, { ...series, isLate }],
  }),
  checklistPublished: (state, { items }) => ({ ...state, checklist: items }),
  panelFrozen: (state, { settings, sheet }) => ({
    ...state, settings, sheetHash: sheet, deadline: settings.reviewDeadline,
  }),
  phaseChanged: (state, { to }, { at }) => ({ ...state, phase: to, phaseSince: at ?? null }),
  deadlineBreached: state => ({ ...state, isBreached: true }),
  clinicalDeadlineMissed: (state, { deadline }) => ({ ...state, missedDeadline: deadline }),
  deadlineExtended: (state, { deadline, reason }, { at }) => ({
    ...state, deadline, isBreached: false, extensions: [...state.extensions, { deadline, reason, at }],
  }),
  slotAssigned: (state, { conference, slot }) => ({ ...state, slots: { ...state.slots, [conference]: slot } }),
  withdrawn: (state, { reason }, { at }) => ({ ...state, withdrawn: { reason, at } }),
  closed: (state, { sheet, heads }) => ({ ...state, manifest: { sheet, heads } }),
});

const late = (state, isLate, seq) => ({ lateSource: isLate ? seq : state.lateSource });
