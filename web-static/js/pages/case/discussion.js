/** What the discussion holds in hand: the thread that is open, what is being written, forms of the chair. */
import { t } from '../../core/i18n.js';
import { confirm } from '../../elements/dialog.js';
import { findVersion } from '../../model/sources.js';
import { missingInAnswer } from '../../model/opinion.js';
import { answerOf, draftOf } from './answers.js';
import { newID } from './identifiers.js';
import { askReason } from './questions.js';

export class Discussion {
  #desk;
  #texts = new Map();

  constructor(desk) {
    this.#desk = desk;
    /** The discrepancy whose thread is open, `general`, or `null`. */
    this.open = null;
    /** The comment being answered, and the place attached to what is written. */
    this.replyTo = null;
    this.target = null;
    /** The form of a new discrepancy or option, or `null`. */
    this.raising = null;
    this.proposing = null;
    /** `{dimension, answer}` of an amendment being written, or `null`. */
    this.amending = null;
    /** `{id, kind, severity}` while the chair has chosen one of the two. */
    this.assessing = null;
  }

  show(id) {
    Object.assign(this, { open: this.open === id ? null : id, replyTo: null, target: null });
    this.#desk.set({ tab: 'differences', problems: [] });
    if (this.open) this.#desk.focusOn(`thread-${id}`);
  }

  textOf(thread) { return this.#texts.get(thread) ?? ''; }

  write(thread, text) {
    this.#texts.set(thread, text);
    this.#desk.changed();
  }

  change(values) {
    Object.assign(this, values);
    this.#desk.changed();
  }

  /** Attaches what is selected in the text to what is written. */
  attachSelection() {
    const { selection } = this.#desk.view;
    if (!selection) { this.#desk.announce(t('case.select-first'), 'selection'); return; }
    const { version } = findVersion(this.#desk.state, selection.name);
    const content = this.#desk.library.look('text', version.content[0]);
    this.change({
      target: { part: selection.name, version: version.content[0], text: content.value.describe(selection.start, selection.end) },
    });
  }

  send(thread, text) {
    if (text === '') return;
    const comment = {
      id: newID(), text,
      ...(thread === 'general' ? {} : { discrepancy: thread }),
      ...(this.replyTo ? { replyTo: this.replyTo } : {}),
      ...(this.target ? { target: this.target } : {}),
    };
    this.#texts.delete(thread);
    Object.assign(this, { replyTo: null, target: null });
    this.#desk.post('postComment', { comment });
  }

  /** Kind and severity go together: what is chosen first waits for the other. */
  async assess(id, { kind, severity }) {
    this.change({ assessing: { id, kind, severity } });
    if (kind && severity && await this.#desk.request('assessDiscrepancy', { id, kind, severity })) this.change({ assessing: null });
  }

  async settle(id, status) {
    const isOpen = status === 'open';
    const conclusion = isOpen ? '' : await askReason({
      heading: t(`discussion.settle-${status}`), text: t('discussion.settle-text'), label: t('discussion.conclusion'),
      action: t('discussion.settle'),
    });
    if (isOpen || conclusion) await this.#desk.request('settleDiscrepancy', { id, status, conclusion });
  }

  async raise({ dimension, field, statement }) {
    const subject = dimension ? { dimension } : { field: field.trim() };
    if ((!dimension && field.trim() === '') || statement.trim() === '') {
      this.#desk.refuse([{ id: 'raise-statement', text: t('discussion.raise-missing') }]);
      return;
    }
    const id = newID();
    const discrepancy = { id, subject, positions: [], statement: statement.trim() };
    const answer = await this.#desk.request('raiseDiscrepancy', { discrepancy }, {
      subject: { id: 'raise-dimension', label: t('discussion.subject') },
      'subject.field': { id: 'raise-field', label: t('discussion.field') },
    });
    if (answer) { this.raising = null; this.open = null; this.show(id); }
  }

  startAmending(dimension, answer) { this.change({ amending: { dimension, answer: draftOf(answer) } }); }

  async amend() {
    const { dimension, answer: draft } = this.amending;
    const answer = answerOf(draft);
    if (draft.canJudge === null || missingInAnswer(answer).length > 0) return;
    const reason = await askReason({
      heading: t('discussion.amend-question'), text: t('discussion.amend-text'), action: t('discussion.amend'),
    });
    if (!reason) return;
    if (await this.#desk.request('amendOpinion', { dimension, answer, reason })) this.change({ amending: null });
  }

  async propose({ text, therapies, evidence, isFirstProposal }) {
    if (text.trim() === '') { this.#desk.refuse([{ id: 'option-text', text: t('discussion.option-missing') }]); return; }
    const option = {
      id: newID(), therapies, text: text.trim(), ...(evidence.trim() ? { evidence: evidence.trim() } : {}), isFirstProposal,
    };
    const labels = { text: { id: 'option-text', label: t('discussion.option-text') } };
    if (await this.#desk.request('proposeOption', { option }, labels)) this.change({ proposing: null });
  }

  async withdraw({ id, text }) {
    const isSure = await confirm({
      heading: t('discussion.withdraw-question'), body: text, action: t('discussion.withdraw'), tone: 'danger',
    });
    if (isSure) await this.#desk.request('withdrawOption', { id });
  }
}
