/** Independent review: what stands above the work, what is missing before the seal, sealing, the deadline. */
import { h } from '../../core/dom.js';
import { dateTime } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { ask, confirm } from '../../elements/dialog.js';
import { sealStanding, unanswered, unreadParts } from '../../model/opinion.js';
import { field } from '../../views/field.js';
import { note } from '../../views/states.js';
import { recusalNotes } from './recusal.js';

export function reviewNotes(desk) {
  const { own, dossier } = desk.state;
  if (!desk.isPanel) return null;
  const breach = dossier.isBreached && note({
    heading: t('review.breached'), text: t('review.breached-text'), icon: 'alert', tone: 'amber',
  });
  if (own.recused) return recusalNotes(desk);
  const standing = sealStanding(desk.state, desk.now);
  if (standing === 'open') return [note({ heading: t('review.sealed-until'), text: t('review.sealed-until-text') }), breach];
  const receipt = h('section', { class: 'receipt', key: 'receipt' },
    note({ heading: t('review.sealed-at', { time: dateTime(own.seal.at ?? desk.now) }), text: t('review.waiting'), icon: 'seal' }),
    own.seal.opinion && h('p', { class: 'fingerprint' }, t('review.receipt', { hash: own.seal.opinion[0] })));
  const anew = standing === 'reopened' && note({
    heading: t('review.reopened'), text: t('review.reopened-text'), icon: 'alert', tone: 'amber',
  });
  return [receipt, anew, breach];
}

export function reviewDock(desk) {
  const chairActions = desk.may('extendDeadline') ? [{ id: 'extend', label: t('review.extend'), icon: 'clock' }] : [];
  const run = { extend: () => extend(desk), seal: () => seal(desk) };
  if (!desk.isPanel || desk.state.own.recused || sealStanding(desk.state, desk.now) === 'sealed') {
    return chairActions.length > 0 ? { actions: chairActions, run } : null;
  }
  const missing = missingBeforeSeal(desk);
  run.answer = () => openFirst(desk);
  return {
    todo: missing.todo,
    primary: { id: 'seal', label: t('review.seal'), icon: 'seal', isDisabled: !missing.canSeal },
    actions: chairActions,
    refusal: missing.refusal,
    run,
  };
}

function missingBeforeSeal(desk) {
  const open = unanswered(desk.state);
  const drafts = desk.answers.unsaved.length;
  const unread = unreadParts(desk.state).length;
  const isSaved = desk.isSaved && drafts === 0;
  return {
    todo: [
      open.length > 0
        ? { id: 'answer', text: t('review.todo-open', { count: open.length }), state: 'open', canGo: true }
        : { id: 'answered', text: t('review.todo-answered'), state: 'done' },
      drafts > 0 && { id: 'answer', text: t('review.todo-drafts', { count: drafts }), state: 'open', canGo: true },
      unread > 0 && { id: 'unread', text: t('review.todo-unread', { count: unread }), state: 'plain', icon: 'docs' },
      !desk.isOnline && { id: 'offline', text: t('review.todo-offline'), state: 'open' },
      desk.isOnline && !desk.isSaved && { id: 'saving', text: t('review.todo-saving'), state: 'plain', icon: 'clock' },
    ].filter(Boolean),
    canSeal: open.length === 0 && isSaved && desk.isOnline && !desk.view.busy,
    refusal: open.length > 0 ? t('review.todo-open', { count: open.length }) : t('review.todo-saving'),
  };
}

function openFirst(desk) {
  const [dimension] = [...desk.answers.unsaved, ...unanswered(desk.state)];
  if (!dimension) return;
  desk.set({ tab: 'opinion' });
  if (desk.answers.open !== dimension) desk.answers.toggle(dimension);
  desk.focusOn(`answer-${dimension}`);
}

async function seal(desk) {
  const unread = unreadParts(desk.state).length;
  const isSure = await confirm({
    heading: t('review.seal-question'),
    body: [t('review.seal-text'), unread > 0 && t('review.seal-unread', { count: unread })].filter(Boolean),
    action: t('review.seal'),
  });
  if (!isSure) return;
  const answer = await desk.request('seal', { own: desk.ownHead });
  if (answer) desk.announce(t('review.sealed-now'), 'seal');
}

async function extend(desk) {
  const { deadline } = desk.state.dossier;
  const { id, value } = await ask({
    heading: t('review.extend-question'),
    body: [
      t('review.extend-text', { time: dateTime(deadline) }),
      field({ id: 'extend-until', label: t('review.extend-until'), type: 'datetime-local', required: true }),
      field({ id: 'extend-reason', label: t('review.reason'), control: 'textarea', rows: 2, required: true }),
    ],
    actions: [{ id: 'cancel', label: t('common.cancel') }, { id: 'go', label: t('review.extend'), tone: 'primary' }],
    read: form => ({ until: form.elements['extend-until'].value, reason: form.elements['extend-reason'].value.trim() }),
  });
  if (id === 'go') await desk.request('extendDeadline', { deadline: new Date(value.until).getTime(), reason: value.reason });
}
