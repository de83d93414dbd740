/** Where positions differ: who holds what, how it weighs, how it ended; and the thread about each. */
import { h } from '../../core/dom.js';
import { list } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { firstOpinionHolder, generalComments, isSettled, minorityHolders, threads } from '../../model/discrepancies.js';
import { chip } from '../../views/chip.js';
import { note, screenState } from '../../views/states.js';
import { subjectName, term } from '../terms.js';
import { raiseForm } from './raise-form.js';
import { threadView } from './thread-view.js';
import { valueText } from './value-field.js';

export function differencesPanel(desk) {
  const { content } = desk.revelation;
  const all = threads(desk.state, content.discrepancies);
  const open = all.filter(one => !isSettled(one)).length;
  const shown = all.find(({ id }) => id === desk.talk.open);
  return [
    content.isBroken && note({ heading: t('discussion.broken'), text: t('discussion.broken-text'), icon: 'alert', tone: 'brick' }),
    h('p', { class: 'cluster', key: 'count' },
      chip({ text: t('discussion.open-count', { count: open, total: all.length }), tone: open > 0 ? 'brick' : 'teal' })),
    all.length === 0
      ? screenState({ kind: 'empty', heading: t('discussion.no-differences'), text: t('discussion.no-differences-text') })
      : table(desk, all),
    shown && threadView(desk, shown),
    omittedOnes(desk),
    lateOnes(desk),
    h('div', { class: 'actions', key: 'more' },
      desk.may('raiseDiscrepancy') && !desk.talk.raising && h('button', {
        class: 'btn small', type: 'button', onclick: () => startRaising(desk),
      },
        t('discussion.raise')),
      h('button', {
        class: 'btn small', type: 'button', 'aria-expanded': String(desk.talk.open === 'general'),
        onclick: () => desk.talk.show('general'),
      },
        t('discussion.general', { count: generalComments(desk.state).length }))),
    desk.talk.raising && raiseForm(desk),
    desk.talk.open === 'general' && threadView(desk, { id: 'general', comments: generalComments(desk.state), positions: [] }),
  ];
}

function lateOnes(desk) {
  const late = desk.state.board.reveal.reviewers.filter(one => one.late).map(({ as }) => as);
  return late.length > 0 && h('p', { class: 'muted small', key: 'late' },
    t('discussion.late-list', { list: list(late), count: late.length }));
}

function omittedOnes(desk) {
  const count = desk.state.board.reveal.omitted;
  return count > 0 && h('p', { class: 'muted small', key: 'omitted' }, t('discussion.omitted', { count }));
}

function startRaising(desk) {
  desk.talk.change({ raising: { dimension: 'scope', field: '', statement: '' } });
  desk.focusOn('raise-dimension');
}

function table(desk, all) {
  return h('table', { class: 'table positions-table', key: 'table' },
    h('caption', { class: 'vh' }, t('discussion.differences')),
    h('thead', { class: 'vh' },
      h('tr', {}, h('th', { scope: 'col' }, t('discussion.subject')), h('th', { scope: 'col' }, t('discussion.positions')))),
    h('tbody', {}, all.map(one => h('tr', {
      key: one.id, class: isSettled(one) ? 'settled-row' : '', 'aria-current': one.id === desk.talk.open ? 'true' : null,
    },
      h('th', { scope: 'row' },
        h('button', {
          class: 'link', type: 'button', 'aria-expanded': String(one.id === desk.talk.open), onclick: () => desk.talk.show(one.id),
        },
          subjectName(one.subject)),
        h('small', {}, stateWord(one))),
      h('td', {}, positionList(desk, one))))));
}

/** Each position with who holds it; the fewer are marked, in words too. */
export function positionList(desk, one) {
  if (one.positions.length === 0) return one.statement && h('p', { class: 'muted' }, one.statement);
  const others = new Set(minorityHolders(one));
  return h('ul', {
    class: 'position-list',
  }, one.positions.map(({ holders, value }) => h('li', { key: holders[0], class: others.has(holders[0]) ? 'other' : '' },
    h('b', { class: 'num' }, valueText({ ...value, text: value.codes.length > 0 ? undefined : value.text })),
    others.has(holders[0]) && h('span', { class: 'vh' }, ` ${t('parts.differs')}`),
    h('span', { class: 'holders' }, holders.map(holder => holderName(desk, holder))))));
}

function holderName(desk, holder) {
  if (holder === firstOpinionHolder) return h('span', { key: holder }, t('discussion.first-opinion'));
  const discipline = desk.state.board.reveal.reviewers.find(({ as }) => as === holder)?.discipline;
  return h('span', { key: holder, title: discipline ? term('discipline', discipline) : null }, holder);
}

const stateWord = ({ status, severity }) => [
  severity && t('discussion.severity-short', { severity }), t(`discussion.status-${status}`),
].filter(Boolean).join(' · ');
