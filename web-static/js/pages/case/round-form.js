/** The chair opens a round: the method, what it is about, when it ends. */
import { h } from '../../core/dom.js';
import { t } from '../../core/i18n.js';
import { availableOptions, letter, nextRoundNumber, methodsOf, roundsLeft } from '../../model/voting.js';
import { segments } from '../../views/choices.js';
import { checkbox, field } from '../../views/field.js';

export function roundForm(desk) {
  const { opening } = desk.ballots;
  const change = values => desk.ballots.change({ opening: { ...opening, ...values } });
  return h('form', {
    class: 'form card', key: 'opening', novalidate: true, onsubmit: event => { event.preventDefault(); desk.ballots.openRound(); }
  },
    h('h3', { id: 'opening-title', tabindex: '-1' }, t('vote.open-round', { number: nextRoundNumber(desk.state) })),
    opening.draft ? h('p', {},
      t('vote.about-draft', { version: opening.draft })) : [method(desk, opening, change), choices(desk, opening, change)],
    h('p', { class: 'muted small' }, t('vote.rounds-left', { count: roundsLeft(desk.state, opening.method) })),
    field({
      id: 'opening-closes', label: t('vote.closes'), hint: t('vote.closes-hint'), type: 'datetime-local', value: opening.closes,
      isOptional: true,
      onchange: event => change({ closes: event.target.value }),
    }));
}

/** While a round is being opened, the dock is about that. */
export function openingDock(desk) {
  return {
    primary: { id: 'open', label: t('vote.open'), icon: 'vote', isDisabled: !desk.isOnline || desk.view.busy !== null },
    actions: [{ id: 'cancel', label: t('common.cancel') }],
    run: { open: () => desk.ballots.openRound(), cancel: () => desk.ballots.change({ opening: null }) },
  };
}

function method(desk, opening, change) {
  return segments({
    name: 'opening-method', legend: t('vote.method'), value: opening.method,
    options: methodsOf(desk.state).map(value => ({ value, label: t(`vote.method-${value}`) })),
    onchoose: value => change({ method: value }),
  });
}

function choices(desk, opening, change) {
  const toggle = id => change({
    options: opening.options.includes(id) ? opening.options.filter(one => one !== id) : [...opening.options, id],
  });
  return h('fieldset', { class: 'field', key: 'options' },
    h('legend', {}, t(opening.method === 'adoption' ? 'vote.which-option' : 'vote.which-options')),
    availableOptions(desk.state).map(({ id, text }, index) => checkbox({
      id: `opening-${id}`, label: `${letter(index)} ${text}`, checked: opening.options.includes(id), onchange: () => toggle(id),
    })));
}
