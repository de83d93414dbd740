/** The declaration of conflicts of interest, and how it stands. */
import { h } from '../../core/dom.js';
import { t } from '../../core/i18n.js';
import '../../elements/error-summary.js';
import { note } from '../../views/states.js';
import { segments } from '../../views/choices.js';
import { field } from '../../views/field.js';

export function declaration(desk) {
  const declared = desk.state.own.conflicts;
  const form = desk.view.conflicts ?? { has: null, statement: '' };
  const change = values => desk.set({ conflicts: { ...form, ...values } });
  if (declared && !desk.view.conflicts) return statedConflicts(desk, declared);
  return h('form', { class: 'form ruled', novalidate: true, onsubmit: event => { event.preventDefault(); declare(desk, form); } },
    h('h3', { id: 'conflicts-title', tabindex: '-1' }, t('review.conflicts')),
    h('tb-error-summary', { props: { problems: desk.view.problems } }),
    h('p', { class: 'muted' }, t('review.conflicts-hint')),
    segments({
      name: 'conflicts-has', legend: t('review.conflicts-question'), value: form.has,
      options: [{ value: false, label: t('review.conflicts-none') }, { value: true, label: t('review.conflicts-some') }],
      onchoose: has => change({ has }),
    }),
    form.has && field({
      id: 'conflicts-statement', label: t('review.conflicts-statement'), hint: t('review.conflicts-statement-hint'),
      control: 'textarea', rows: 3,
      value: form.statement, oninput: event => change({ statement: event.target.value }),
    }),
    h('div', { class: 'actions' },
      h('button', { class: 'btn primary', type: 'submit', 'aria-disabled': desk.view.busy ? 'true' : null }, t('review.declare'))));
}

function statedConflicts(desk, { statement }) {
  return h('section', { class: 'stack' },
    note({
      heading: t('review.conflicts-declared'), icon: 'check', text: statement ?? t('review.conflicts-none-declared'),
      tone: statement ? 'amber' : null,
    }),
    h('p', {},
      h('button', {
        class: 'btn', type: 'button', onclick: () => desk.set({ conflicts: { has: Boolean(statement), statement: statement ?? '' } }),
      },
        t('review.declare-anew'))));
}

async function declare(desk, form) {
  if (form.has === null) { desk.refuse([{ text: t('review.conflicts-choose') }]); return; }
  if (form.has && form.statement.trim() === '') {
    desk.refuse([{ id: 'conflicts-statement', text: t('review.conflicts-statement-missing') }]);
    return;
  }
  const answer = await desk.request('declareConflicts', form.has ? { statement: form.statement.trim() } : {},
    { statement: { id: 'conflicts-statement', label: t('review.conflicts-statement') } });
  if (!answer) return;
  desk.set({ conflicts: null });
  desk.announce(t('review.conflicts-declared'), 'conflicts');
}
