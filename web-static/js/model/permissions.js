/**
 * Who may say what, and when. The server decides; this table only keeps the client from offering what would be refused.
 */

const coordinator = ['coordinator'];
const filers = ['coordinator', 'translator'];
const panel = ['reviewer', 'chair'];
const chair = ['chair'];

const intake = ['intake'];
const talking = ['discussion', 'drafting', 'signOff'];
const working = ['review', 'discussion', 'voting', 'drafting', 'signOff'];
const unsigned = [...intake, ...working];
const unfinished = [...unsigned, 'signed', 'delivered'];

const table = {
  amendCase: [coordinator, intake],
  classifyPart: [coordinator, unsigned],
  removeDocument: [coordinator, intake],
  fileDocument: [coordinator, unsigned],
  fileSeries: [coordinator, unsigned],
  fileTranslation: [filers, unsigned],
  releaseTranslation: [filers, unsigned],
  transcribeFirstOpinion: [coordinator, intake],
  checkItem: [coordinator, intake],
  recordConsent: [coordinator, intake],
  freezePanel: [coordinator, intake],
  invite: [coordinator, unfinished],
  removeMember: [coordinator, unfinished],
  appointChair: [coordinator, working],
  assignSlot: [coordinator, unfinished],
  extendDeadline: [['coordinator', 'chair'], ['review']],
  remind: [coordinator, ['review']],
  deliver: [coordinator, ['signed']],
  withdraw: [coordinator, unsigned],
  close: [coordinator, ['delivered']],
  declareConflicts: [[...panel, 'deputy', 'adjudicator'], unsigned],
  annotate: [panel, working],
  amendAnnotation: [panel, working],
  deleteAnnotation: [panel, working],
  markRead: [panel, working],
  recuse: [panel, working],
  stateOpinion: [panel, ['review']],
  seal: [panel, ['review']],
  castBallot: [panel, ['voting']],
  postComment: [panel, talking],
  raiseDiscrepancy: [panel, ['discussion']],
  amendOpinion: [panel, ['discussion']],
  proposeOption: [panel, ['discussion']],
  withdrawOption: [panel, ['discussion']],
  assessDiscrepancy: [chair, ['discussion']],
  settleDiscrepancy: [chair, ['discussion']],
  openVoting: [chair, ['discussion', 'drafting']],
  closeRound: [chair, ['voting']],
  stateMinority: [panel, talking],
  beginDrafting: [chair, ['discussion']],
  writeDraft: [chair, ['drafting']],
  openSignOff: [chair, ['drafting']],
  returnToDiscussion: [chair, ['drafting', 'signOff']],
  respond: [panel, ['signOff']],
  sign: [panel, ['signOff']],
  conclude: [chair, ['signOff']],
  addAddendum: [panel, ['signed', 'delivered']],
  acknowledge: [['recipient'], ['delivered']],
};

/** What an office gives at times: the chair extends what ran out; after the freeze only deputies declare. */
const conditions = {
  extendDeadline: (role, { isBreached }) => role !== 'chair' || isBreached,
  declareConflicts: (role, { phase }) => role === 'deputy' || phase === 'intake',
};

/** Whether someone in this role may give the command in the state's phase; recusal ends all of it. */
export function may(command, role, { dossier, own }) {
  const [roles, phases] = table[command] ?? [[], []];
  const isGiven = roles.includes(role) && phases.includes(dossier.phase) && (conditions[command]?.(role, dossier) ?? true);
  return isGiven && !own.recused;
}

export const isPanel = role => panel.includes(role);
/** Those who sit on the panel, or stand ready for someone who does. */
export const isNamed = role => isPanel(role) || role === 'deputy';
