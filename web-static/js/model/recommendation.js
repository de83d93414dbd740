/** The draft, how it stands to the first plan, who has answered and signed, and what is missing before the record. */
import { dimensions, isCoded } from './dimensions.js';
import { hasStoodDown, panelOf } from './people.js';

/** The latest version, `{draft, outcome, comparisons, by, at}`, or `null`. */
export const currentDraft = ({ board }) => board.drafts.at(-1) ?? null;

/** The version that is out for signature, or `null`. */
export function signedDraft({ board }) {
  const version = board.signOff?.version;
  return board.drafts.find(({ draft }) => draft.version === version) ?? null;
}

/**
 * The dimensions a person must judge: both sides answer, and words stand on one of them. The server asks for exactly these.
 */
export function needingJudgement(values, firstValues = {}) {
  return dimensions.filter(dimension => {
    const [value, plan] = [values[dimension], firstValues[dimension]];
    return value && plan && !(isCoded(value) && isCoded(plan));
  });
}

/** What a draft lacks before it can be saved: `text`, `values`, or a dimension that has to be judged. */
export function missingInDraft({ text, values, judged }, firstValues = {}) {
  const planned = Object.keys(firstValues);
  return [
    ...(text.trim() === '' ? ['text'] : []),
    ...(planned.length > 0 && !planned.some(dimension => values[dimension]) ? ['values'] : []),
    ...needingJudgement(values, firstValues).filter(dimension => !judged[dimension]),
  ];
}

/**
 * Every member of the panel with their answer and signature: `{member, response, signature, hasStoodDown}`. Who stood down
 * keeps the words they said; their signature counts no more.
 */
export function signOffStanding(state) {
  const { responses = {}, signatures = [] } = state.board.signOff ?? {};
  return panelOf(state).map(member => ({
    member,
    response: responses[member.person] ?? null,
    signature: hasStoodDown(state, member.person) ? null : signatures.find(({ by }) => by === member.person) ?? null,
    hasStoodDown: hasStoodDown(state, member.person),
  }));
}

/** What keeps the chair from concluding: `chair`, or a required discipline nobody of which has signed. */
export function missingToConclude(state) {
  const signed = signOffStanding(state).filter(({ signature }) => signature).map(({ member }) => member);
  const disciplines = new Set(signed.map(({ discipline }) => discipline));
  const isChairMissing = !signed.some(({ role }) => role === 'chair');
  const required = state.dossier.settings?.requiredDisciplines ?? [];
  return [...(isChairMissing ? ['chair'] : []), ...required.filter(discipline => !disciplines.has(discipline))];
}
