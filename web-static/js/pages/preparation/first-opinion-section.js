/** What the first physicians concluded, transcribed as a source: hidden from the panel until the reveal. */
import { h } from '../../core/dom.js';
import { date } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { codingOf, dimensions } from '../../model/dimensions.js';
import { note, screenState } from '../../views/states.js';
import { term, tumourName } from '../terms.js';
import { codesText, findingText } from '../value-text.js';
import { fieldOf, form } from './form.js';
import { dimensionFields, findingRows } from './first-opinion-fields.js';
import { lacksOfOpinion, opinionOf, valuesOf } from './first-opinion-form.js';
import { sectionHead } from './section-head.js';

export function describeFirstOpinion(bench) {
  return bench.place[1] === 'transcribe' && bench.may('transcribeFirstOpinion') ? transcribing(bench) : reading(bench);
}

const quarantineNote = bench => note(bench.state.board.reveal
  ? { heading: t('first-opinion.revealed'), text: t('first-opinion.revealed-text'), icon: 'check' }
  : { heading: t('first-opinion.quarantine'), text: t('first-opinion.quarantine-text'), icon: 'seal', tone: 'amber' });

function reading(bench) {
  const transcribed = bench.state.quarantine.firstOpinion;
  const mayWrite = bench.may('transcribeFirstOpinion');
  return [
    sectionHead(t('first-opinion.heading'), h('div', { class: 'grow' }),
      mayWrite && h('a', { class: ['btn', !transcribed && 'primary'], href: bench.href('first-opinion', 'transcribe') },
      t(transcribed ? 'first-opinion.amend' : 'first-opinion.transcribe'))),
    quarantineNote(bench),
    transcribed ? opinionView(bench, transcribed) : screenState({ kind: 'empty', heading: t('first-opinion.none'),
      text: t('first-opinion.none-text') }),
  ];
}

function opinionView(bench, { opinion, at }) {
  const source = bench.state.quarantine.documents.find(({ id }) => id === opinion.source);
  const { language } = bench.state.dossier.sheet;
  const facts = [opinion.author, opinion.date && date(opinion.date), source?.title].filter(Boolean).join(' · ');
  return [
    h('p', { class: 'muted num' }, [facts, t('first-opinion.transcribed-on', { date: date(at) })].filter(Boolean).join(' · ')),
    h('dl', { class: 'facts sheet-facts' }, dimensions.filter(dimension => opinion.values[dimension]).map(dimension => [
      h('dt', { key: dimension }, term('dimension', dimension)),
      h('dd', { key: `${dimension} value` }, valueView(dimension, opinion.values[dimension], language)),
    ])),
    opinion.findings.length > 0 && h('section', { class: 'stack', key: 'findings' }, h('h3', {}, t('first-opinion.findings')),
      h('ul', { class: 'findings-list' }, opinion.findings.map((finding, index) => h('li', { class: 'num', key: index },
        h('b', {}, findingText(finding)),
        h('span', { class: 'muted' }, [finding.primary && tumourName(finding.primary),
          finding.tnmEdition && t('first-opinion.edition',
          { edition: finding.tnmEdition })].filter(Boolean).map(text => ` · ${text}`)))))),
  ];
}

function valueView(dimension, { codes, text }, language) {
  const named = codesText({ system: codingOf(dimension).system, codes });
  return [named && h('b', {}, named), named && text && ' · ', text && h('span', { lang: language }, text)];
}

function transcribing(bench) {
  const { quarantine } = bench.state;
  const draft = bench.draft('first-opinion', () => valuesOf(quarantine.firstOpinion?.opinion));
  const leave = () => { bench.drop('first-opinion'); bench.go('first-opinion'); };
  const onsubmit = async () => {
    const problems = lacksOfOpinion(draft.values).map(({ field, lack, row }) => ({ field,
      text: t(`first-opinion.lack-${lack}`, { row }) }));
    const labels = Object.fromEntries(dimensions.map(dimension => [dimension, { field: dimension, label: term('dimension', dimension) }]));
    const say = () => bench.casework.say('transcribeFirstOpinion', { opinion: opinionOf(draft.values) });
    if (await draft.submit({ problems, labels, say })) leave();
  };
  return [
    sectionHead(t('first-opinion.transcribe-heading')),
    quarantineNote(bench),
    h('p', { class: 'muted' }, t('first-opinion.as-written')),
    form({
      draft, label: t('first-opinion.transcribe-heading'), submit: t('first-opinion.save'), onsubmit, cancel: { onclick: leave },
      content: [
        h('div', { class: 'field-row', key: 'row' },
          fieldOf(draft, 'author', { label: t('first-opinion.author'), isOptional: true, maxlength: 300 }),
          fieldOf(draft, 'date', { label: t('first-opinion.date'), hint: t('filing.date-hint'), isOptional: true, maxlength: 10 }),
          fieldOf(draft, 'source', {
            label: t('first-opinion.source'), isOptional: true, control: 'select',
            options: [{ value: '', label: t('laboratory.no-document') },
              ...quarantine.documents.map(({ id, title }) => ({ value: id, label: title }))],
          })),
        h('div', { class: 'dimensions', key: 'answers', id: draft.id('answers'), tabindex: '-1' },
          dimensions.map(dimension => dimensionFields(draft, dimension))),
        findingRows(draft),
      ],
    }),
  ];
}
