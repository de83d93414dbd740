/** Making and changing one's findings: where the form stands, what it holds, what is sent. */
import { t } from '../../core/i18n.js';
import { mayWork } from '../../model/opinion.js';
import { baseRevision } from '../../model/optimistic.js';
import { findSeries, findVersion } from '../../model/sources.js';
import { sentences } from '../../text/sentences.js';
import { newID } from './identifiers.js';
import { isNarrow } from './navigation.js';

export class Findings {
  #desk;
  #opener = null;
  #paneBefore = null;

  constructor(desk) {
    this.#desk = desk;
    /** The open form: `{id, target, span, statement, certainty, category, field, value, primary, isNew}`, or `null`. */
    this.form = null;
  }

  get canAdd() { return this.#desk.may('annotate') && mayWork(this.#desk.state, this.#desk.now); }

  draftRegion(name) {
    const target = this.form?.target;
    return target?.part === name ? target.region ?? null : null;
  }

  /** The span in a text that the open form is about. */
  passage(name, source) {
    const target = this.form?.target;
    const found = target?.part === name && target.text ? source.resolve(target.text) : null;
    return found?.state === 'exact' ? found : null;
  }

  /** From the gutter: the first sentence of the line; the form goes on from there. */
  startAtLine({ name, start, end }) {
    const inLine = this.#sentences(name).filter(one => one.start < end && one.end > start);
    this.#start(this.#textTarget(name, inLine[0] ?? { start, end }));
  }

  startAtRegion({ name, region }) {
    const found = findVersion(this.#desk.state, name);
    const target = { part: name, version: found.version.content[0], region };
    if (this.form?.target.part === name && this.form.isNew) this.change({ target });
    else this.#start(target);
  }

  startAtValue(series, point) { this.#start({ series, point }); }

  /** `N`: on what is selected in the text. */
  startAtSelection() {
    const { selection } = this.#desk.view;
    if (!this.canAdd) return;
    if (!selection) { this.#desk.announce(t('case.select-first'), 'selection'); return; }
    this.#start(this.#textTarget(selection.name, wholeWords(this.#textOf(selection.name).value.text, selection)));
    document.getSelection()?.removeAllRanges();
  }

  edit(note) {
    const { annotation } = note;
    this.#open({
      id: annotation.id, target: annotation.target, statement: annotation.statement, certainty: annotation.certainty,
      category: annotation.category ?? '', field: annotation.finding?.field ?? '', value: annotation.finding?.value ?? '',
      primary: annotation.finding?.primary ?? '', tnmEdition: annotation.finding?.tnmEdition, isNew: false,
    });
  }

  change(values) {
    this.form = { ...this.form, ...values };
    this.#desk.changed();
  }

  /** The place one sentence further (`1`) or back (`-1`) in the same text. */
  moveSentence(by) {
    const { part } = this.form.target;
    const all = this.#sentences(part);
    const next = all[this.sentenceIndex + by];
    if (next) this.change({ target: this.#textTarget(part, next) });
  }

  /** Takes the next sentence in too. */
  widen() {
    const { part, text } = this.form.target;
    const { value } = this.#textOf(part);
    const start = value.points.toUnits(text.start);
    const next = this.#sentences(part).find(one => one.end > value.points.toUnits(text.end));
    if (next) this.change({ target: this.#textTarget(part, { start, end: next.end }) });
  }

  get sentenceIndex() {
    const { part, text } = this.form.target;
    const content = this.#textOf(part);
    if (!text || content?.state !== 'ready') return -1;
    const start = content.value.points.toUnits(text.start);
    return this.#sentences(part).findIndex(one => one.start <= start && one.end > start);
  }

  get sentenceCount() { return this.#sentences(this.form.target.part).length; }

  get missing() { return this.form.statement.trim() === '' ? ['statement'] : []; }

  save() {
    const { form } = this;
    if (this.missing.length > 0) {
      this.#desk.refuse([{ id: 'finding-statement', text: t('review.statement-missing') }]);
      return;
    }
    const annotation = described(form);
    if (form.isNew) this.#desk.post('annotate', { annotation });
    else this.#amend(annotation);
    this.#desk.set({ active: annotation.id, problems: [] });
    this.#close();
    this.#desk.announce(t('review.finding-kept'), 'finding');
  }

  cancel() {
    this.#desk.set({ problems: [] });
    this.#close();
  }

  /** Puts a note whose text has changed where it belongs now. */
  placeAnew(note, { start, end }) {
    const { part } = note.annotation.target;
    this.#amend({ ...note.annotation, target: this.#textTarget(part, { start, end }) });
  }

  remove(note) {
    const { id } = note.annotation;
    const revision = baseRevision(this.#desk.state, this.#desk.pending.entries, id);
    this.#desk.post('deleteAnnotation', { id, revision });
    this.#desk.focusOn('findings-title');
  }

  #amend(annotation) {
    const replaces = `note ${annotation.id}`;
    const before = this.#desk.pending.before(replaces);
    const revision = baseRevision(this.#desk.state, before, annotation.id);
    this.#desk.post('amendAnnotation', { annotation, revision }, { replaces });
  }

  #start(target) {
    this.#open({
      id: newID(), target, statement: '', certainty: 'certain', category: '', field: '', value: '', primary: '', isNew: true,
    });
  }

  #open(form) {
    if (!this.form) {
      this.#opener = document.activeElement;
      this.#paneBefore = this.#desk.view.pane;
    }
    this.form = form;
    this.#desk.set({ selection: null, tab: 'findings', problems: [], ...(isNarrow() ? { pane: 'side' } : {}) });
    this.#desk.focusOn('finding-statement');
  }

  #close() {
    this.form = null;
    this.#desk.set({ pane: this.#paneBefore });
    const opener = this.#opener;
    this.#desk.focusOn(opener?.isConnected && opener !== document.body ? opener : 'findings-title');
  }

  #textOf(name) {
    const found = findVersion(this.#desk.state, name);
    return found && this.#desk.library.look('text', found.version.content[0]);
  }

  #textTarget(name, { start, end }) {
    const { version } = findVersion(this.#desk.state, name);
    return { part: name, version: version.content[0], text: this.#textOf(name).value.describe(start, end) };
  }

  #sentences(name) {
    const found = findVersion(this.#desk.state, name);
    const content = found && this.#textOf(name);
    return content?.state === 'ready' ? sentences(content.value.text, found.version.language) : [];
  }

  /** What a target is called: its document, or its series with the value. */
  nameOf(target) {
    if (target.part) return findVersion(this.#desk.state, target.part)?.document.title ?? '';
    return findSeries(this.#desk.state, target.series)?.analyte ?? '';
  }
}

function described({ id, target, statement, certainty, category, field, value, primary, tnmEdition }) {
  const finding = field.trim() && value.trim()
    ? {
      field: field.trim(), value: value.trim(), ...(primary.trim() ? { primary: primary.trim() } : {}),
      ...(tnmEdition ? { tnmEdition } : {}),
    }
    : undefined;
  return { id, target, statement: statement.trim(), certainty, ...(category ? { category } : {}), ...(finding ? { finding } : {}) };
}

const inWord = /[\p{L}\p{N}\p{M}]/u;

/** A selection that ends inside a word takes the whole word. */
function wholeWords(text, { start, end }) {
  while (start > 0 && inWord.test(text[start - 1]) && inWord.test(text[start])) start--;
  while (end < text.length && inWord.test(text[end]) && inWord.test(text[end - 1])) end++;
  return { start, end };
}
