/** The chair's text while it is written, and one's answer to it. */
import { t } from '../../core/i18n.js';
import { confirm } from '../../elements/dialog.js';
import { tidyValue } from '../../model/dimensions.js';
import { currentDraft, missingInDraft, needingJudgement } from '../../model/recommendation.js';
import { term } from '../terms.js';
import { askPassword, askReason } from './questions.js';

export class Drafting {
  #desk;
  #guard = event => { event.preventDefault(); };

  constructor(desk) {
    this.#desk = desk;
    /** The draft being edited, or `null`: `{text, options, values, residualUncertainty, patientPreference, judged}`. */
    this.form = null;
    /** The dimension whose value is open in the editor. */
    this.open = null;
    /** One's answer being written: `{position, comment, alternative, reasons}` or `null`. */
    this.response = null;
    this.addendum = null;
  }

  get firstValues() { return this.#desk.state.board.reveal?.firstValues ?? {}; }

  start() {
    const latest = currentDraft(this.#desk.state)?.draft;
    this.form = latest ? { ...latest } : {
      text: '', options: [], values: {}, residualUncertainty: '', patientPreference: '', judged: {},
    };
    this.#desk.app.window.addEventListener('beforeunload', this.#guard);
    this.#desk.set({ tab: 'draft', problems: [] });
    this.#desk.focusOn('draft-text');
  }

  stop() {
    this.form = null;
    this.#desk.app.window.removeEventListener('beforeunload', this.#guard);
    this.#desk.changed();
  }

  change(values) {
    this.form = { ...this.form, ...values };
    this.#desk.changed();
  }

  setValue(dimension, value) {
    const tidy = tidyValue(value);
    const { [dimension]: before, ...others } = this.form.values;
    this.change({ values: tidy ? { ...others, [dimension]: { ...value, codes: value.codes ?? [] } } : others });
  }

  judge(dimension, verdict) { this.change({ judged: { ...this.form.judged, [dimension]: verdict } }); }

  toggle(values) { Object.assign(this, values); this.#desk.changed(); }

  async save() {
    const draft = this.#tidied();
    const missing = missingInDraft(draft, this.firstValues);
    if (missing.length > 0) { this.#desk.refuse(missing.map(name => this.#problem(name))); return; }
    const labels = { text: { id: 'draft-text', label: t('draft.text') } };
    if (await this.#desk.request('writeDraft', { draft }, labels)) {
      this.stop();
      this.#desk.announce(t('draft.saved', { version: draft.version }), 'draft');
    }
  }

  async openSignOff() {
    const { version } = currentDraft(this.#desk.state).draft;
    if (await confirm(
      { heading: t('draft.sign-off-question', { version }), body: t('draft.sign-off-text'), action: t('draft.sign-off') })) {
      await this.#desk.request('openSignOff', { version });
    }
  }

  async returnToDiscussion() {
    const reason = await askReason({ heading: t('draft.back-question'), text: t('draft.back-text'), action: t('draft.back') });
    if (reason) await this.#desk.request('returnToDiscussion', { reason });
  }

  async respond() {
    const { version } = this.#desk.state.board.signOff;
    const { position, comment = '', alternative = '', reasons = '' } = this.response;
    const lacks = position === 'dissent'
      ? [['alternative', alternative], ['reasons', reasons]].filter(([, text]) => text.trim() === '').map(([name]) => name) : [];
    if (lacks.length > 0) { this.#desk.refuse(lacks.map(name => ({ id: `response-${name}`, text: t(`draft.lack-${name}`) }))); return; }
    const response = {
      version, position,
      ...(position === 'concur' && comment.trim() ? { comment: comment.trim() } : {}),
      ...(position === 'dissent' ? { alternative: alternative.trim(), reasons: reasons.trim() } : {}),
    };
    if (await this.#desk.request('respond', { response })) {
      this.response = null;
      this.#desk.announce(t('draft.responded'), 'response');
      this.#desk.focusOn('own-response');
    }
  }

  async sign() {
    const { version } = this.#desk.state.board.signOff;
    const isDissent = this.#desk.state.board.signOff.responses[this.#desk.me]?.position === 'dissent';
    const password = await askPassword({
      heading: t('draft.sign-question', { version }), text: t(isDissent ? 'draft.sign-dissent' : 'draft.sign-text'),
      action: t('draft.sign'),
    });
    if (password && await this.#desk.request('sign', { version, password })) this.#desk.announce(t('draft.signed-now'), 'sign');
  }

  async conclude() {
    const { version } = this.#desk.state.board.signOff;
    if (await confirm({ heading: t('draft.conclude-question'), body: t('draft.conclude-text'), action: t('draft.conclude') })) {
      await this.#desk.request('conclude', { version });
    }
  }

  async addAddendum() {
    const text = await askReason({
      heading: t('draft.addendum-question'), text: t('draft.addendum-text'), label: t('draft.addendum'),
      action: t('draft.addendum-add'), rows: 5,
    });
    if (text) await this.#desk.request('addAddendum', { text });
  }

  /** The draft as it is sent: the next version, no empty value, no judgement nobody asked for. */
  #tidied() {
    const { text, options, residualUncertainty, patientPreference, judged } = this.form;
    const values = Object.fromEntries(Object.entries(this.form.values).map(
      ([dimension, value]) => [dimension, tidyValue(value)]).filter(([, value]) => value));
    const asked = needingJudgement(values, this.firstValues);
    const version = (currentDraft(this.#desk.state)?.draft.version ?? 0) + 1;
    return {
      version, text: text.trim(), options, values, residualUncertainty: residualUncertainty.trim(),
      patientPreference: patientPreference.trim(),
      judged: Object.fromEntries(asked.filter(dimension => judged[dimension]).map(dimension => [dimension, judged[dimension]])),
    };
  }

  #problem(name) {
    if (name === 'text') return { id: 'draft-text', text: t('draft.lack-text') };
    if (name === 'values') return { id: 'draft-values', text: t('draft.lack-values') };
    return { id: `draft-${name}`, text: t('draft.lack-judgement', { dimension: term('dimension', name) }) };
  }
}
