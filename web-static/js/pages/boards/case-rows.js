/** Cases as rows: whose they are, what they ask, what they need, and until when. */
import { h } from '../../core/dom.js';
import { date } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { icon } from '../../core/icons.js';
import { chip } from '../../views/chip.js';
import { deadline } from '../../views/deadline.js';
import { term } from '../terms.js';
import { hrefOf } from './needs.js';

const icons = {
  declare: 'pen', review: 'read', discuss: 'discussion', vote: 'vote', draft: 'pen', respond: 'discussion', sign: 'pen',
  acknowledge: 'check',
  prepare: 'docs', translate: 'text', follow: 'people', extend: 'clock', deliver: 'link', finish: 'check',
};

/** Rows of `sorted`. */
export const caseRows = (rows, now) => h('ul', { class: 'boards' }, rows.map(row => h('li', { key: row.id }, caseRow(row, now))));

function caseRow(row, now) {
  const { card, need, role } = row;
  const isOver = card.phase === 'closed' || card.phase === 'withdrawn';
  return h('a', { class: ['case-row', need && 'needed'], href: hrefOf(row) },
    h('div', { class: 'who' },
      h('b', {}, card.patient?.pseudonym ?? t('boards.untitled')),
      card.patient && h('span', { class: 'num' }, bornAs(card.patient))),
    h('div', { class: 'what' },
      card.title && h('p', { class: 'title', lang: card.language }, card.title),
      need && h('p', { class: 'need' }, icon(icons[need.kind], 16), t(`boards.need-${need.kind}`, need))),
    h('div', { class: 'when num' },
      h('div', { class: 'cluster' }, chip({ text: term('phase', card.phase) }), urgencyChip(card)),
      !isOver && dueText(row, now),
      row.standing?.remindedAt && need && h('span', {}, t('boards.reminded', { time: date(row.standing.remindedAt) })),
      h('span', {}, term('role', role))));
}

const bornAs = ({ birthDate, sex }) => [date(birthDate), term('sex', sex)].join(' · ');

const urgencyChip = ({ urgency }) => urgency && urgency !== 'routine'
  && chip({ text: term('urgency', urgency), tone: urgency === 'urgent' ? 'brick' : 'amber', icon: 'alert' });

/** The date by which this person is needed, or else by which the patient needs the decision. */
function dueText({ need, card }, now) {
  const due = need?.due ?? card.clinicalDeadline;
  if (!due) return null;
  const { text, when, tone, icon: name } = deadline(due, now);
  const isClinical = due === card.clinicalDeadline;
  return h('span', { class: ['due', tone] },
    icon(name, 15), isClinical ? t('boards.clinical-deadline', { time: date(due) }) : when, ' ', h('b', {}, text));
}
