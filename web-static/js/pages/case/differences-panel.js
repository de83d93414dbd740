/** Where positions differ: who holds what, how it weighs, how it ended; and the thread about each. */
import { h } from '../../core/dom.js';
import { t } from '../../core/i18n.js';
import { firstOpinionHolder, generalComments, isSettled, minorityHolders, positionOf, threads } from '../../model/discrepancies.js';
import { discrepancyTable } from '../../views/discrepancy-table.js';
import { chip } from '../../views/chip.js';
import { note, screenState } from '../../views/states.js';
import { term } from '../terms.js';
import { raiseForm } from './raise-form.js';
import { threadView } from './thread-view.js';
import { valueText } from './value-field.js';

export function differencesPanel(desk) {
  const { content } = desk.revelation;
  const list = threads(desk.state, content.discrepancies);
  const open = list.filter(one => !isSettled(one)).length;
  const shown = list.find(({ id }) => id === desk.talk.open);
  return [
    content.isBroken && note({ heading: t('discussion.broken'), text: t('discussion.broken-text'), icon: 'alert', tone: 'brick' }),
    h('p', { class: 'cluster', key: 'count' }, chip({ text: t('discussion.open-count', { count: open, total: list.length }), tone: open > 0 ? 'brick' : 'teal' })),
    list.length === 0
      ? screenState({ kind: 'empty', heading: t('discussion.no-differences'), text: t('discussion.no-differences-text') })
      : discrepancyTable({ caption: t('discussion.differences'), columns: columns(desk), rows: list.map(one => row(desk, one)), onopen: id => desk.talk.show(id) }),
    shown && threadView(desk, shown),
    h('div', { class: 'actions', key: 'more' },
      desk.may('raiseDiscrepancy') && !desk.talk.raising && h('button', { class: 'btn small', type: 'button', onclick: () => startRaising(desk) }, t('discussion.raise')),
      h('button', { class: 'btn small', type: 'button', 'aria-expanded': String(desk.talk.open === 'general'), onclick: () => desk.talk.show('general') },
        t('discussion.general', { count: generalComments(desk.state).length }))),
    desk.talk.raising && raiseForm(desk),
    desk.talk.open === 'general' && threadView(desk, { id: 'general', comments: generalComments(desk.state), positions: [] }),
  ];
}

function startRaising(desk) {
  desk.talk.change({ raising: { dimension: 'scope', field: '', statement: '' } });
  desk.focusOn('raise-dimension');
}

export function holdersOf(desk) {
  const { reveal } = desk.state.board;
  return [...(reveal.firstOpinion ? [firstOpinionHolder] : []), ...reveal.reviewers.map(({ as }) => as)];
}

function columns(desk) {
  const reviewers = new Map(desk.state.board.reveal.reviewers.map(one => [one.as, one]));
  return holdersOf(desk).map(id => {
    if (id === firstOpinionHolder) return { id, label: t('discussion.first-short'), title: t('discussion.first-opinion') };
    const { discipline, late } = reviewers.get(id);
    const said = [id, term('discipline', discipline), late && t('discussion.late')].filter(Boolean).join(', ');
    return { id, label: id, title: said };
  });
}

function row(desk, one) {
  const others = new Set(minorityHolders(one));
  return {
    id: one.id,
    label: h('span', {}, subjectName(one.subject), ' ', h('small', { class: 'state-word' }, stateWord(one))),
    isSplit: true,
    isActive: one.id === desk.talk.open,
    cells: holdersOf(desk).map(holder => {
      const value = positionOf(one, holder);
      return value && { text: valueText({ ...value, text: value.codes.length > 0 ? undefined : value.text }), isOther: others.has(holder) };
    }),
  };
}

export const subjectName = ({ dimension, field, primary }) => (dimension ? term('dimension', dimension) : [field, primary].filter(Boolean).join(' · '));

const stateWord = ({ status, severity }) => [severity && t('discussion.severity-short', { severity }), t(`discussion.status-${status}`)].filter(Boolean).join(' · ');
