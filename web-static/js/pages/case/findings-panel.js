/** The findings beside the document: those on it first, one's own elsewhere below. */
import { h } from '../../core/dom.js';
import { date } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { confirm } from '../../elements/dialog.js';
import { findVersion } from '../../model/sources.js';
import { findingCard } from '../../views/finding-card.js';
import { screenState } from '../../views/states.js';
import { findingText } from '../value-text.js';
import { findingForm } from './finding-form.js';
import { allOwnMarks, anchorOf, marksOnScreen } from './marks.js';
import { showTarget } from './navigation.js';

export function findingsPanel(desk) {
  const here = marksOnScreen(desk);
  const elsewhere = allOwnMarks(desk).filter(({ id }) => !here.some(mark => mark.id === id));
  const { form } = desk.findings;
  return h('section', { class: 'stack findings', 'aria-labelledby': 'findings-title' },
    h('h3', { class: 'vh', id: 'findings-title', tabindex: '-1' }, t('review.findings')),
    form && findingForm(desk),
    here.length + elsewhere.length === 0 && !form && screenState({
      kind: 'empty', heading: t('review.no-findings'),
      text: t(desk.findings.canAdd ? 'review.no-findings-text' : 'review.no-findings-here'),
    }),
    here.map(mark => card(desk, mark, null)),
    elsewhere.length > 0 && h('h3', { class: 'eyebrow', key: 'elsewhere' }, t('review.elsewhere')),
    elsewhere.map(mark => card(desk, mark, origin(desk, mark))));
}

function card(desk, mark, whence) {
  if (desk.findings.form?.id === mark.id) return null;
  const anchor = mark.note ? anchorOf(desk, mark.target) : null;
  const isMoved = anchor !== null && anchor.state !== 'exact';
  return findingCard({
    id: mark.id,
    number: mark.address ?? mark.number,
    statement: mark.statement,
    quote: mark.target.text?.exact,
    quoteLanguage: mark.target.part ? findVersion(desk.state, mark.target.part)?.version.language : undefined,
    mark: mark.mark,
    isActive: desk.view.active === mark.id,
    chips: chips(mark),
    origin: whence,
    moved: isMoved ? t(anchor.state === 'lost' ? 'review.text-lost' : 'review.text-moved') : null,
    onplace: isMoved && anchor.candidates?.length && desk.findings.canAdd ? () => desk.findings.placeAnew(
      mark.note,
      anchor.candidates[0]) : null,
    onshow: () => showTarget(desk, mark.target, mark.id),
    actions: mark.note && desk.findings.canAdd ? actions(desk, mark) : [],
  });
}

function chips({ target, certainty, category, finding, isWaiting, note, mark }) {
  return [
    target.point && { text: date(target.point) },
    finding && { text: findingText(finding), tone: mark === 'differ' ? 'brick' : null },
    { text: t(`review.certainty-${certainty}`) },
    category && { text: categoryName(category) },
    note?.isAfterReveal && { text: t('review.after-reveal') },
    isWaiting && { text: t('parts.not-sent-yet'), tone: 'amber' },
  ].filter(Boolean);
}

function categoryName(category) {
  const key = `review.category-${category}`;
  const name = t(key);
  return name === key ? category : name;
}

function origin(desk, { target }) {
  const name = desk.findings.nameOf(target);
  return target.point ? `${name} · ${date(target.point)}` : name;
}

function actions(desk, mark) {
  return [
    { label: t('review.edit'), onclick: () => desk.findings.edit(mark.note) },
    { label: t('review.delete'), onclick: () => remove(desk, mark) },
  ];
}

async function remove(desk, mark) {
  const isSure = await confirm({
    heading: t('review.delete-finding', { number: mark.number }), body: mark.statement, action: t('review.delete'), tone: 'danger',
  });
  if (isSure) desk.findings.remove(mark.note);
}
