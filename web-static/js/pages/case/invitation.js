/** Before the panel is frozen: what an invited reviewer may know, and the declaration of conflicts of interest. */
import { h } from '../../core/dom.js';
import { dateTime } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { term } from '../terms.js';
import { declaration } from './declaration.js';

export { declaration };

export function invitation(desk) {
  const { sheet } = desk.state.dossier;
  return h('div', { class: 'page reading' },
    h('div', { class: 'page-head' }, h('h2', { class: 'title', tabindex: '-1' }, sheet.title)),
    h('p', {}, t(`review.intake-${audience(desk)}`)),
    facts(sheet),
    desk.role === 'coordinator' && h('p', {},
      h('a', { class: 'btn primary', href: `#/cases/${encodeURIComponent(desk.caseID)}/preparation` }, t('review.to-preparation'))),
    desk.may('declareConflicts') && declaration(desk));
}

const audience = ({ isPanel, role }) => (isPanel || role === 'deputy' ? 'panel' : role === 'coordinator' ? 'coordinator' : 'other');

function facts(sheet) {
  const words = texts => h('ul', { class: 'stack tight', lang: sheet.language },
    texts.map(text => h('li', { key: text, class: 'voice' }, t('parts.quoted', { text }))));
  return h('dl', { class: 'facts' },
    h('dt', {}, t('review.questions')), h('dd', {}, words(sheet.questions)),
    sheet.preferences.length > 0 && [
      h('dt', { key: 'wishes' }, t('review.preferences')), h('dd', { key: 'wishes-list' }, words(sheet.preferences)),
    ],
    h('dt', { key: 'indication' }, t('review.indication')),
    h('dd', { key: 'indication-name' }, [term('indication', sheet.indication), sheet.icd].filter(Boolean).join(' · ')),
    h('dt', { key: 'where' }, t('review.institutions')),
    h('dd', { key: 'where-list' }, h('ul', {}, sheet.institutions.map(name => h('li', { key: name }, name)))),
    h('dt', { key: 'due' }, t('review.decision-due')), h('dd', { key: 'due-when', class: 'num' }, dateTime(sheet.clinicalDeadline)));
}
