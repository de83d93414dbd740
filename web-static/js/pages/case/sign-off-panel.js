/** Sign-off: the text, one's answer, everybody's answers and signatures; silence is shown as such. */
import { h } from '../../core/dom.js';
import { dateTime, list } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { icon } from '../../core/icons.js';
import { missingToConclude, signedDraft, signOffStanding } from '../../model/recommendation.js';
import { chip } from '../../views/chip.js';
import { segments } from '../../views/choices.js';
import { field } from '../../views/field.js';
import { note, screenState } from '../../views/states.js';
import { statement } from '../../views/vote-result.js';
import { term } from '../terms.js';
import { draftView } from './draft-panel.js';

export function signOffPanel(desk) {
  const draft = signedDraft(desk.state);
  if (!draft) return screenState({ kind: 'loading' });
  return [
    draftView(desk, draft),
    desk.may('respond') && answer(desk),
    h('section', { class: 'stack', key: 'standing' },
      h('h3', {}, t('draft.answers')),
      h('ul', { class: 'standing' }, signOffStanding(desk.state).map(one => entry(desk, one)))),
    dissents(desk),
  ];
}

function answer(desk) {
  const given = desk.state.board.signOff.responses[desk.me];
  const hasSigned = desk.state.board.signOff.signatures.some(({ by }) => by === desk.me);
  const { response } = desk.drafting;
  if (!response && given) return ownAnswer(desk, given, hasSigned);
  const form = response ?? { position: null };
  const change = values => desk.drafting.toggle({ response: { ...form, ...values } });
  return h('section', { class: 'form card', key: 'answer' },
    h('h3', { id: 'answer-title', tabindex: '-1' }, t('draft.your-answer')),
    h('p', { class: 'muted small' }, t('draft.silence')),
    segments({
      name: 'response', legend: t('draft.position'), value: form.position,
      options: ['concur', 'dissent'].map(value => ({ value, label: t(`draft.${value}`) })), onchoose: position => change({ position }),
    }),
    form.position === 'concur' && field({
      id: 'response-comment', label: t('draft.comment'), control: 'textarea', rows: 2, value: form.comment ?? '', isOptional: true,
      oninput: event => change({ comment: event.target.value }),
    }),
    form.position === 'dissent' && [
      h('p', { class: 'required small', key: 'said' }, t('draft.dissent-required')),
      field({
        id: 'response-alternative', label: t('draft.alternative'), control: 'textarea', rows: 3, value: form.alternative ?? '',
        'aria-required': 'true', oninput: event => change({ alternative: event.target.value }),
      }),
      field({
        id: 'response-reasons', label: t('draft.reasons'), control: 'textarea', rows: 3, value: form.reasons ?? '',
        'aria-required': 'true', oninput: event => change({ reasons: event.target.value }),
      }),
    ]);
}

function ownAnswer(desk, given, hasSigned) {
  return h('section', { class: 'stack', key: 'answer' },
    h('h3', { id: 'own-response', tabindex: '-1' }, t('draft.your-answer')),
    note({
      heading: t(`draft.${given.position}`), text: given.comment ?? given.alternative ?? t('draft.no-comment'),
      icon: given.position === 'concur' ? 'check' : 'split', tone: given.position === 'concur' ? null : 'amber',
    }),
    hasSigned
      ? h('p', { class: 'cluster muted' }, icon('check', 16), t('draft.you-signed'))
      : h('p', {},
        h('button', { class: 'btn small', type: 'button', onclick: () => desk.drafting.toggle({ response: { ...given } }) },
          t('draft.change-answer'))));
}

function entry(desk, { member, response, signature, hasStoodDown }) {
  return h('li', { key: member.person },
    h('p', {},
      h('b', {}, member.name),
      h('span', { class: 'muted' }, ` · ${term('discipline', member.discipline)}`),
      member.role === 'chair' && h('span', { class: 'muted' }, ` · ${term('role', 'chair')}`)),
    h('p', { class: 'cluster' },
      response ? chip({
        text: t(response.comment ? 'draft.concur-comment' : `draft.${response.position}`),
        tone: response.position === 'concur' ? 'teal' : 'amber',
      }) : !hasStoodDown && chip({ text: t('draft.no-response') }),
      hasStoodDown ? chip({ text: t('draft.stood-down'), icon: 'minus' }) : signature ? chip({
        text: t('draft.signed-at', { time: dateTime(signature.at) }), icon: 'check',
      }) : chip({ text: t('draft.not-signed') }),
      signature?.attestsOnly && h('span', { class: 'muted small' }, t('parts.attests-only'))),
    response?.comment && h('p', { class: 'muted' }, response.comment));
}

function dissents(desk) {
  return signOffStanding(desk.state).filter(
    ({ response }) => response?.position === 'dissent'
  ).map(({ member, response }) => h('div', { key: `dissent ${member.person}` }, statement({
    heading: t('draft.dissent'),
    text: [t('draft.alternative-said', { text: response.alternative }), t('draft.reasons-said', { text: response.reasons })],
    who: `${member.name}, ${term('discipline', member.discipline)}`,
  })));
}

export function signOffDock(desk) {
  if (!desk.isPanel) return null;
  const { drafting } = desk;
  const { responses, signatures } = desk.state.board.signOff ?? { responses: {}, signatures: [] };
  const hasSigned = signatures.some(({ by }) => by === desk.me);
  const missing = missingToConclude(desk.state);
  const back = desk.may('returnToDiscussion') ? [{ id: 'back', label: t('draft.back'), tone: 'quiet' }] : [];
  const run = {
    respond: () => drafting.respond(), sign: () => drafting.sign(), conclude: () => drafting.conclude(),
    back: () => drafting.returnToDiscussion(), cancel: () => drafting.toggle({ response: null }),
    position: () => desk.focusOn('answer-title'),
  };
  if (drafting.response || !responses[desk.me]) {
    return {
      todo: drafting.response?.position ? [] : [{ id: 'position', text: t('draft.todo-answer'), state: 'open', canGo: true }],
      primary: {
        id: 'respond', label: t('draft.respond'), icon: 'check',
        isDisabled: !drafting.response?.position || !desk.isOnline || desk.view.busy !== null,
      },
      actions: [...(responses[desk.me] ? [{ id: 'cancel', label: t('common.cancel') }] : []), ...back], refusal: t('draft.todo-answer'),
      run,
    };
  }
  if (!hasSigned) return {
    todo: [{ id: 'sign', text: t('draft.todo-sign'), state: 'open' }],
    primary: { id: 'sign', label: t('draft.sign'), icon: 'pen', isDisabled: !desk.isOnline || desk.view.busy !== null }, actions: back,
    run,
  };
  if (!desk.isChair) return { todo: [{ id: 'done', text: t('draft.you-signed'), state: 'done' }], run };
  return {
    todo: missing.length > 0
      ? [
        {
          id: 'missing',
          text: t(
            'draft.todo-missing',
            { list: list(missing.map(name => (name === 'chair' ? term('role', 'chair') : term('discipline', name)))) }),
          state: 'open',
        },
      ]
      : [{ id: 'complete', text: t('draft.todo-complete'), state: 'done' }],
    primary: {
      id: 'conclude', label: t('draft.conclude'), icon: 'seal',
      isDisabled: missing.length > 0 || !desk.isOnline || desk.view.busy !== null,
    },
    actions: back, refusal: t('draft.conclude-missing'), run,
  };
}
