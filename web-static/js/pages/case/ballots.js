/** One's ballot while it is filled in, and the opening of a round by the chair. Nothing leaves before *Seal my votes*. */
import { t } from '../../core/i18n.js';
import { confirm } from '../../elements/dialog.js';
import { availableOptions, ballot, methodsOf, missingInBallot, nextRoundNumber, openRound, ownBallot } from '../../model/voting.js';
import { newID, newNonce } from './identifiers.js';
import { askReason } from './questions.js';

export class Ballots {
  #desk;
  #filled = new Map();

  constructor(desk) {
    this.#desk = desk;
    /** Whether a cast ballot is being filled in anew. */
    this.isRecasting = false;
    /** The form that opens a round, `{method, options, closes, draft}`, or `null`. */
    this.opening = null;
    /** The text of a minority statement being written, by round. */
    this.minority = null;
  }

  /** `{choices, reasons}` of the round on the screen; nothing is chosen unless the person chose it. */
  filled(number) { return this.#filled.get(number) ?? { choices: {}, reasons: {} }; }

  choose(number, option, choice) { this.#change(number, 'choices', option, choice); }
  explain(number, option, text) { this.#change(number, 'reasons', option, text); }

  get isOpen() {
    const round = openRound(this.#desk.state);
    return round !== null && (this.isRecasting || !ownBallot(this.#desk.state, round.number));
  }

  async seal() {
    const round = openRound(this.#desk.state);
    const { choices, reasons } = this.filled(round.number);
    const missing = missingInBallot(round, choices, reasons);
    if (missing.length > 0) { this.#desk.refuse(missing.map(problem)); return; }
    const labels = Object.fromEntries(round.options.map(option => [option, { id: `reason-${option}`, label: t('vote.reason') }]));
    const answer = await this.#desk.request('castBallot', ballot(round, choices, reasons, newNonce()), labels);
    if (!answer) return;
    this.isRecasting = false;
    this.#filled.delete(round.number);
    this.#desk.announce(t('vote.sealed-now'), 'vote');
    this.#desk.focusOn('receipt');
  }

  /** Fills the form anew with what was cast; that one stays valid until this one is sealed. */
  recast() {
    const round = openRound(this.#desk.state);
    const last = ownBallot(this.#desk.state, round.number);
    this.#filled.set(round.number, { choices: { ...last.choices }, reasons: { ...last.reasons } });
    this.isRecasting = true;
    this.#desk.changed();
  }

  keep() {
    this.isRecasting = false;
    this.#filled.delete(openRound(this.#desk.state)?.number);
    this.#desk.changed();
  }

  async close() {
    const { number } = openRound(this.#desk.state);
    if (await confirm({ heading: t('vote.close-question', { number }), body: t('vote.close-text'), action: t('vote.close') })) {
      await this.#desk.request('closeRound', { round: number });
    }
  }

  /** `draft` is its version when the vote is about the final text. */
  startOpening(draft = null, options = null) {
    const available = availableOptions(this.#desk.state).map(({ id }) => id);
    this.opening = {
      method: draft ? 'adoption' : methodsOf(this.#desk.state)[0], options: options ?? available, draft, closes: '',
    };
    this.#desk.set({ tab: draft ? 'draft' : 'options', problems: [] });
    this.#desk.focusOn('opening-title');
  }

  change(values) {
    Object.assign(this, values);
    this.#desk.changed();
  }

  async openRound() {
    const { method, options, draft, closes } = this.opening;
    if (options.length === 0) { this.#desk.refuse([{ text: t('vote.choose-options') }]); return; }
    if (method === 'adoption' && !draft && options.length !== 1) { this.#desk.refuse([{ text: t('vote.one-option') }]); return; }
    const round = {
      number: nextRoundNumber(this.#desk.state), method, optionSet: newID(), options,
      ...(draft ? { draft } : {}), ...(closes ? { closes: new Date(closes).getTime() } : {}),
    };
    const labels = {
      closes: { id: 'opening-closes', label: t('vote.closes') }, roundLimit: { id: 'opening-method', label: t('vote.method') },
    };
    if (await this.#desk.request('openVoting', { round }, labels)) this.change({ opening: null });
  }

  async stateMinority(round) {
    const text = await askReason({
      heading: t('vote.minority-question'), text: t('vote.minority-text'), label: t('vote.minority'), action: t('vote.minority-state'),
      rows: 6,
    });
    if (text) await this.#desk.request('stateMinority', { round, text });
  }

  #change(number, kind, option, value) {
    const before = this.filled(number);
    this.#filled.set(number, { ...before, [kind]: { ...before[kind], [option]: value } });
    this.#desk.changed();
  }
}

const problem = ({ option, lack }) => ({
  id: lack === 'reason' ? `reason-${option}` : `choice-${option}`, text: t(`vote.lack-${lack}`),
});
