/** The thread of one discrepancy: positions, what was said with its places, how the chair weighs and settles it. */
import { h } from '../../core/dom.js';
import { moment } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { icon } from '../../core/icons.js';
import { inThreads, isSettled } from '../../model/discrepancies.js';
import { memberOf } from '../../model/people.js';
import { avatar } from '../../views/avatar.js';
import { chip } from '../../views/chip.js';
import { segments } from '../../views/choices.js';
import { field } from '../../views/field.js';
import { composer } from '../../views/thread.js';
import { subjectName, term } from '../terms.js';
import { showTarget } from './navigation.js';

const kinds = ['detection', 'interpretation', 'missing-data', 'translation', 'guideline-choice'];
const severities = ['1', '2a', '2b', '3a', '3b'];
const endings = ['explained', 'resolved', 'needs-examination', 'accepted-as-open'];

export function threadView(desk, one) {
  const isGeneral = one.id === 'general';
  return h('section', { class: 'thread-box', key: `thread ${one.id}`, 'aria-labelledby': `thread-${one.id}` },
    h('h3', { id: `thread-${one.id}`, tabindex: '-1' },
      isGeneral ? t('discussion.general-title') : t('discussion.about', { subject: subjectName(one.subject) })),
    !isGeneral && h('p', { class: 'cluster' }, facts(one)),
    one.statement && h('p', {},
      one.statement,
      one.raisedBy && h('span', { class: 'muted' }, ` ${memberOf(desk.state, one.raisedBy).name}`)),
    comments(desk, one.comments),
    !isGeneral && isSettled(one) && settled(desk, one),
    desk.may('postComment') && writing(desk, one.id),
    !isGeneral && desk.may('assessDiscrepancy') && chairBox(desk, one));
}

function facts({ kind, severity, status }) {
  return [
    chip({ text: t(`discussion.status-${status}`), tone: status === 'open' ? 'amber' : 'teal' }),
    kind && chip({ text: t(`discussion.kind-${kind}`) }),
    severity && chip({ text: t('discussion.severity', { severity }) }),
  ];
}

function comments(desk, list) {
  if (list.length === 0) return h('p', { class: 'muted' }, t('discussion.nothing-said'));
  return h('div', { class: 'thread', role: 'log', 'aria-label': t('parts.discussion') },
    inThreads(list).map(comment => said(desk, comment)));
}

function said(desk, { id, by, at, text, target, depth, isWaiting }) {
  const { name, discipline } = memberOf(desk.state, by);
  return h('article', { class: ['say', depth > 0 && 'reply'], key: id, data: { waiting: isWaiting } },
    h('span', { 'aria-hidden': 'true' }, avatar({ name })),
    h('p', { class: 'who num' },
      h('b', {}, name),
      discipline && ` · ${term('discipline', discipline)}`,
      ' · ',
      isWaiting ? t('parts.not-sent-yet') : moment(at, desk.now)),
    h('p', { key: 'text' }, text),
    h('p', { class: 'cluster', key: 'ways' },
      target && h('button', { class: 'link small', key: 'place', type: 'button', onclick: () => showTarget(desk, target) },
        icon('link', 14),
        placeName(desk, target)),
      desk.may('postComment') && h('button', { class: 'link small', key: 'reply', type: 'button', onclick: () => reply(desk, id) },
        t('discussion.reply'))));
}

const placeName = (desk, target) => (target.text ? t(
  'parts.quoted',
  { text: short(target.text.exact) }) : desk.findings.nameOf(target));
const short = text => (text.length > 60 ? `${text.slice(0, 60).trimEnd()}…` : text);

function reply(desk, id) {
  desk.talk.change({ replyTo: id });
  desk.focusOn('thread-text');
}

function settled(desk, { status, conclusion, settledBy }) {
  return h('p', { class: 'settled' }, icon('check', 18), h('span', {},
    t(
      'discussion.settled',
      { status: t(`discussion.status-${status}`), value: conclusion, by: memberOf(desk.state, settledBy).name })));
}

function writing(desk, thread) {
  const { talk } = desk;
  const answered = talk.replyTo && desk.state.board.comments.find(({ id }) => id === talk.replyTo);
  return h('div', { class: 'writing', key: 'writing' },
    answered && h('p', { class: 'cluster' }, h('span', { class: 'muted small' },
      t('discussion.replying', { name: memberOf(desk.state, answered.by).name })),
      h('button', { class: 'link small', type: 'button', onclick: () => talk.change({ replyTo: null }) }, t('common.cancel'))),
    composer({
      id: 'thread-text', label: t('discussion.add'), value: talk.textOf(thread), oninput: text => talk.write(thread, text),
      onsend: text => talk.send(thread, text),
    }),
    h('p', { class: 'cluster' }, talk.target
      ? [
        h('span', { class: 'small', key: 'place' }, placeName(desk, talk.target)),
        h('button', { class: 'link small', key: 'drop', type: 'button', onclick: () => talk.change({ target: null }) },
          t('discussion.detach')),
      ]
      : h('button', {
        class: 'link small', key: 'attach', type: 'button', onmousedown: event => event.preventDefault(),
        onclick: () => talk.attachSelection(),
      },
        icon('link', 14),
        t('discussion.attach'))));
}

function chairBox(desk, one) {
  const chosen = desk.talk.assessing?.id === one.id ? desk.talk.assessing : one;
  const assess = values => desk.talk.assess(one.id, { kind: chosen.kind, severity: chosen.severity, ...values });
  return h('div', { class: 'chair-box', key: 'chair' },
    h('h4', { class: 'eyebrow' }, t('discussion.chair')),
    field({
      id: 'assess-kind', label: t('discussion.kind'), control: 'select', value: chosen.kind ?? '',
      options: [
        ...(chosen.kind ? [] : [{ value: '', label: t('discussion.not-assessed') }]),
        ...kinds.map(value => ({ value, label: t(`discussion.kind-${value}`) })),
      ],
      onchange: event => event.target.value && assess({ kind: event.target.value }),
    }),
    segments({
      name: 'assess-severity', legend: t('discussion.severity-legend'), value: chosen.severity,
      options: severities.map(value => ({ value, label: value })),
      onchoose: severity => assess({ severity }),
    }),
    h('div', { class: 'cluster' }, isSettled(one)
      ? h('button', { class: 'btn small', key: 'reopen', type: 'button', onclick: () => desk.talk.settle(one.id, 'open') },
        t('discussion.reopen'))
      : endings.map(status => h('button', {
        class: 'btn small', key: status, type: 'button', onclick: () => desk.talk.settle(one.id, status),
      },
        t(`discussion.end-${status}`)))));
}
