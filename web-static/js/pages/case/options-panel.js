/** Candidate recommendations: proposed, withdrawn, put to the vote. */
import { h } from '../../core/dom.js';
import { t } from '../../core/i18n.js';
import { therapies } from '../../model/dimensions.js';
import { memberOf } from '../../model/people.js';
import { letter } from '../../model/voting.js';
import { chip } from '../../views/chip.js';
import { checkbox, field } from '../../views/field.js';
import { screenState } from '../../views/states.js';
import { codeName } from '../value-text.js';
import { voteOfOthers } from './ballot-panel.js';
import { roundForm } from './round-form.js';

const emptyOption = { text: '', therapies: [], evidence: '', isFirstProposal: false };

export function optionsPanel(desk) {
  const { options } = desk.state.board;
  return [
    voteOfOthers(desk),
    desk.ballots.opening && roundForm(desk),
    options.length === 0 && !desk.talk.proposing && screenState({
      kind: 'empty', heading: t('discussion.no-options'), text: t('discussion.no-options-text'),
    }),
    options.length > 0 && h('ol', { class: 'options', key: 'list' }, options.map((option, index) => entry(desk, option, index))),
    desk.talk.proposing ? form(desk) : desk.isChair && desk.may('proposeOption') && h('button', {
      class: 'btn', key: 'propose', type: 'button',
      onclick: () => { desk.talk.change({ proposing: emptyOption }); desk.focusOn('option-text'); },
    }, t('discussion.propose')),
  ];
}

function entry(desk, option, index) {
  const mayWithdraw = desk.may('withdrawOption') && !option.withdrawnBy && (option.by === desk.me || desk.isChair);
  return h('li', { key: option.id, class: ['candidate', option.withdrawnBy && 'is-withdrawn'] },
    h('h3', {}, h('span', { class: 'letter' }, letter(index)), option.text),
    h('p', { class: 'cluster' },
      option.therapies.map(code => chip({ text: codeName('obds-therapy', code) })),
      option.isFirstProposal && chip({ text: t('discussion.first-proposal'), tone: 'amber' }),
      option.withdrawnBy && chip({ text: t('discussion.withdrawn-by', { name: memberOf(desk.state, option.withdrawnBy).name }) })),
    option.evidence && h('p', { class: 'muted' }, option.evidence),
    h('p', { class: 'cluster muted small' }, t('discussion.proposed-by', { name: memberOf(desk.state, option.by).name }),
      mayWithdraw && h('button', { class: 'btn quiet small', type: 'button', onclick: () => desk.talk.withdraw(option) },
        t('discussion.withdraw'))));
}

function form(desk) {
  const { proposing } = desk.talk;
  const change = values => desk.talk.change({ proposing: { ...proposing, ...values } });
  const toggle = code => change({
    therapies: proposing.therapies.includes(code) ? proposing.therapies.filter(one => one !== code) : [...proposing.therapies, code],
  });
  return h('form', {
    class: 'form ruled', key: 'form', novalidate: true, onsubmit: event => { event.preventDefault(); desk.talk.propose(proposing); }
  },
    h('h3', {}, t('discussion.propose')),
    field({
      id: 'option-text', label: t('discussion.option-text'), control: 'textarea', rows: 3, value: proposing.text,
      oninput: event => change({ text: event.target.value }),
    }),
    h('fieldset', { class: 'field' }, h('legend', {}, t('discussion.option-therapies')),
      h('div', { class: 'code-grid' }, therapies.map(code => checkbox({
        id: `option-${code}`, label: codeName('obds-therapy', code), checked: proposing.therapies.includes(code),
        onchange: () => toggle(code),
      })))),
    field({
      id: 'option-evidence', label: t('discussion.option-evidence'), control: 'textarea', rows: 2, value: proposing.evidence,
      isOptional: true, oninput: event => change({ evidence: event.target.value }),
    }),
    checkbox({
      id: 'option-first', label: t('discussion.option-first'), checked: proposing.isFirstProposal,
      onchange: event => change({ isFirstProposal: event.target.checked }),
    }),
    h('div', { class: 'actions' },
      h('button', { class: 'btn', type: 'submit' }, t('discussion.propose')),
      h('button', { class: 'btn quiet', type: 'button', onclick: () => desk.talk.change({ proposing: null }) }, t('common.cancel'))));
}
