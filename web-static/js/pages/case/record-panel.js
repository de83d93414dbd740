/** After the signatures: the record, its addenda, and how far it went. */
import { h } from '../../core/dom.js';
import { dateTime } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { memberOf } from '../../model/people.js';
import { signedDraft } from '../../model/recommendation.js';
import { note } from '../../views/states.js';
import { draftView } from './draft-panel.js';

export function recordPanel(desk) {
  const { board, delivery } = desk.state;
  const draft = signedDraft(desk.state);
  return [
    note({ heading: t(`draft.state-${desk.phase}`), text: standing(desk), icon: 'check' }),
    board.record && h('p', { class: 'fingerprint', key: 'hash' }, t('parts.fingerprint', { hash: board.record.record[0] })),
    draft && draftView(desk, draft),
    h('section', { class: 'stack', key: 'addenda' }, h('h3', {}, t('draft.addenda')),
      board.addenda.length === 0 ? h('p', { class: 'muted' }, t('draft.no-addenda'))
        : board.addenda.map(({ text, by, at }) => h('article', { class: 'addendum', key: at },
          h('p', { class: 'muted small' }, `${memberOf(desk.state, by).name} · ${dateTime(at)}`),
          h('p', {}, text)))),
    delivery.acknowledgements.length > 0 && h('p', { class: 'muted', key: 'acknowledged' },
      t('draft.acknowledged', { time: dateTime(delivery.acknowledgements[0].at) })),
  ];
}

function standing(desk) {
  const { board, delivery } = desk.state;
  if (delivery.delivered) return t('draft.delivered-at', { time: dateTime(delivery.delivered.at) });
  return board.record ? t('draft.recorded-at', { time: dateTime(board.record.at) }) : '';
}

export function recordDock(desk) {
  const href = `#/cases/${encodeURIComponent(desk.caseID)}/recommendation`;
  return {
    primary: { id: 'open', label: t('draft.open-record'), icon: 'docs' },
    actions: desk.may('addAddendum') ? [{ id: 'addendum', label: t('draft.addendum-add'), icon: 'plus' }] : [],
    run: { open: () => desk.app.go(href), addendum: () => desk.drafting.addAddendum() },
  };
}
