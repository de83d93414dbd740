/** Rounds, ballots and what a ballot still lacks. Figures of results come from the server alone. */

/** The round that takes votes now, or `null`. */
export function openRound({ dossier, board }) {
  const last = board.rounds.at(-1);
  return dossier.phase === 'voting' && last && !last.opened ? last.round : null;
}

/** Closed rounds, the latest first: `{round, by, at, commitments, opened, closedAt}`. */
export const pastRounds = ({ board }) => board.rounds.filter(({ opened }) => opened).reverse();

export const nextRoundNumber = ({ board }) => (board.rounds.at(-1)?.round.number ?? 0) + 1;

/** Own ballots of a round, oldest first; the last one counts. */
export const ownBallots = ({ own }, number) => own.ballots.filter(({ round }) => round === number);
export const ownBallot = (state, number) => ownBallots(state, number).at(-1) ?? null;

export const findOption = ({ board }, id) => board.options.find(option => option.id === id) ?? null;
export const availableOptions = ({ board }) => board.options.filter(({ withdrawnBy }) => !withdrawnBy);

/** A, B, C … by the place in the round; after Z, AA. */
export function letter(index) {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letter(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** What keeps a ballot from being sealed: `{option, lack: 'choice' | 'reason'}` per option, in their order. */
export function missingInBallot({ options, method }, choices, reasons = {}) {
  return options.flatMap(option => {
    if (choices[option] === undefined) return [{ option, lack: 'choice' }];
    const owesReason = method === 'adoption' && choices[option] === 'no';
    return owesReason && !reasons[option]?.trim() ? [{ option, lack: 'reason' }] : [];
  });
}

/** The payload of a ballot, without empty reasons. */
export function ballot({ number, optionSet, options }, choices, reasons, nonce) {
  const given = options.flatMap(option => (reasons[option]?.trim() ? [[option, reasons[option].trim()]] : []));
  const payload = {
    round: number,
    optionSet,
    choices: Object.fromEntries(options.map(option => [option, choices[option]])),
    nonce,
  };
  return given.length > 0 ? { ...payload, reasons: Object.fromEntries(given) } : payload;
}

/** 32 bytes as lower-case hexadecimal: the nonce of a ballot. */
export const hexadecimal = bytes => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');

/** The voter's pseudonym of the round, as the verbatim text of one's own ballot says it. */
export function voterOf({ text }) {
  try { return JSON.parse(text)[4] ?? null; } catch { return null; }
}

/** What one chose on an option in a round, or `null`. */
export const ownChoice = (state, number, option) => ownBallot(state, number)?.choices[option] ?? null;

/** A decimal as the server printed it, without the zeros that only fill its places: `6.1000` is `6.1`. */
export const plain = printed => (/\.\d*0$/.test(String(printed)) ? String(printed).replace(/\.?0+$/, '') : printed);

const figures = ['median', 'p30', 'p70', 'ipr', 'ipras', 'index', 'percentYes'];

/** The result of an option with its figures as a reader wants them. */
export const legible = result => ({
  ...result, ...Object.fromEntries(figures.filter(name => result[name] !== undefined).map(name => [name, plain(result[name])])),
});

/** By what a text was to be adopted: `awmf.1/twoThirds` names the bands of the strength and the threshold. */
export const thresholdOf = rules => rules.split('/')[1] ?? 'awmf';

const methods = ['appropriateness', 'adoption'];

/** How the panel may vote, as it was frozen; an older case names no method and has all. */
export const methodsOf = ({ dossier }) => methods.filter(method => dossier.settings?.methods?.includes(method) ?? true);

/** Whether another round of this method may be opened within the frozen limit. */
export function roundsLeft({ dossier, board }, method) {
  const held = board.rounds.filter(({ round }) => round.method === method).length;
  return Math.max(0, (dossier.settings?.roundLimit ?? 0) - held);
}
