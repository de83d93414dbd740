/** The draft as everybody reads it, its outcome and comparisons as the server computed them, and the chair's way on. */
import { h } from '../../core/dom.js';
import { dateTime } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { memberOf } from '../../model/people.js';
import { currentDraft } from '../../model/recommendation.js';
import { findOption, methodsOf, openRound } from '../../model/voting.js';
import { chip } from '../../views/chip.js';
import { screenState } from '../../views/states.js';
import { comparisonList } from './comparison.js';
import { draftForm } from './draft-form.js';
import { openingDock, roundForm } from './round-form.js';

export function draftPanel(desk) {
  if (desk.drafting.form) return draftForm(desk);
  const current = currentDraft(desk.state);
  return [
    desk.ballots.opening && roundForm(desk),
    current ? draftView(desk, current) : screenState({
      kind: 'empty', heading: t('draft.none'), text: t(desk.isChair ? 'draft.none-chair' : 'draft.none-text'),
    }),
  ];
}

const tones = { confirm: 'teal', adjust: 'amber', 'fundamentally-different': 'brick', 'no-first-plan': null };

/** A draft: text, options, values with how each stands to the first plan. */
export function draftView(desk, { draft, outcome, comparisons, by, at }) {
  return h('article', { class: 'draft stack', key: `draft ${draft.version}` },
    h('p', { class: 'cluster muted' },
      h('b', {}, t('draft.version', { version: draft.version })),
      memberOf(desk.state, by).name,
      h('time', {}, dateTime(at))),
    h('p', { class: 'cluster' },
      chip({ text: t(`draft.outcome-${outcome}`), tone: tones[outcome] }),
      h('span', { class: 'muted small' }, t('draft.computed'))),
    h('p', { class: 'draft-text' }, draft.text),
    draft.options.length > 0 && h('section', {},
      h('h3', {}, t('draft.options')),
      h('ul', { class: 'stack tight' }, draft.options.map(id => h('li', { key: id }, findOption(desk.state, id)?.text ?? id)))),
    h('section', {},
      h('h3', {}, t('draft.comparison')),
      comparisonList({ values: draft.values, comparisons, first: desk.state.board.reveal.firstValues })),
    draft.residualUncertainty && h('section', {}, h('h3', {}, t('draft.uncertainty')), h('p', {}, draft.residualUncertainty)),
    draft.patientPreference && h('section', {}, h('h3', {}, t('draft.preference')), h('p', {}, draft.patientPreference)));
}

export function draftingDock(desk) {
  const { drafting } = desk;
  const current = currentDraft(desk.state);
  const run = {
    save: () => drafting.save(), cancel: () => drafting.stop(), edit: () => drafting.start(), signOff: () => drafting.openSignOff(),
    vote: () => desk.ballots.startOpening(current.draft.version, current.draft.options), back: () => drafting.returnToDiscussion(),
  };
  if (!desk.may('writeDraft')) return null;
  if (desk.ballots.opening) return openingDock(desk);
  if (drafting.form) {
    return {
      todo: [{ id: 'version', text: t('draft.will-be', { version: (current?.draft.version ?? 0) + 1 }), state: 'plain' }],
      primary: { id: 'save', label: t('draft.save'), icon: 'check', isDisabled: !desk.isOnline || desk.view.busy !== null },
      actions: [{ id: 'cancel', label: t('common.cancel') }], run,
    };
  }
  const back = { id: 'back', label: t('draft.back'), tone: 'quiet' };
  const mayAdopt = methodsOf(desk.state).includes('adoption');
  if (!current) return { primary: { id: 'edit', label: t('draft.write'), icon: 'pen' }, actions: [back], run };
  return {
    todo: mayAdopt ? [{ id: 'adoption', ...adoptionState(desk, current.draft.version) }] : [],
    primary: { id: 'signOff', label: t('draft.sign-off'), icon: 'pen', isDisabled: !desk.isOnline },
    actions: [
      { id: 'edit', label: t('draft.edit') },
      mayAdopt && current.draft.options.length > 0 && { id: 'vote', label: t('draft.adopt'), icon: 'vote' },
      back,
    ].filter(Boolean),
    run,
  };
}

function adoptionState(desk, version) {
  const round = desk.state.board.rounds.findLast(one => one.round.draft === version && one.opened);
  if (!round || openRound(desk.state)) return { text: t('draft.not-adopted', { version }), state: 'plain' };
  if (round.opened.isVoid) return { text: t('vote.void'), state: 'open' };
  const strength = round.opened.results[0]?.strength ?? 'undefined';
  return {
    text: t('draft.adopted', { version, strength: t(`vote.strength-${strength}`) }), state: strength === 'none' ? 'open' : 'done',
  };
}
