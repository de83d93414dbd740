/**
 * The document of record: question, recommendation, how it stands to the first plan, votes, dissents and minority statements
 * at the same rank, who signed and who was silent, what stays open, and what proves it.
 */
import { h } from '../../core/dom.js';
import { date, dateTime } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { addendaOf } from '../../model/delivery.js';
import { record as recordView } from '../../views/record.js';
import { statement } from '../../views/vote-result.js';
import { chip } from '../../views/chip.js';
import { comparisonTable } from '../case/comparison.js';
import { subjectName, term } from '../terms.js';
import { codeName } from '../value-text.js';
import { roundSection } from './votes.js';

/** `view.found` is the answer of the server: `{record, blob, signature, publicKey}`. */
export function recommendationDocument(view) {
  const { record, blob, signature, publicKey } = view.found;
  const { sheet, draft } = record;
  return [
    recordView({
      title: t('record.of-board', { title: sheet.title }),
      outcome: t(`draft.outcome-${record.outcome}`),
      facts: facts(record),
      sections: [
        { id: 'questions', heading: t('review.questions'), body: words(sheet.questions, sheet.language) },
        sheet.preferences.length > 0 && {
          id: 'wishes', heading: t('review.preferences'), body: words(sheet.preferences, sheet.language),
        },
        {
          id: 'recommendation', heading: t('draft.text'),
          body: h('p', { class: 'recommendation-text', lang: sheet.language }, draft.text),
        },
        adopted(record).length > 0 && { id: 'options', heading: t('draft.options'), body: options(record) },
        {
          id: 'comparison', heading: t('record.comparison'),
          body: comparisonTable({ values: draft.values, comparisons: record.comparisons, first: view.state.board.reveal?.firstValues }),
        },
        ...record.results.map(result => (
          {
            id: `round-${result.round.number}`, heading: t('record.vote', { number: result.round.number }),
            body: roundSection(record, result),
          })),
        ...positions(record),
        draft.residualUncertainty && {
          id: 'uncertainty', heading: t('draft.uncertainty'), body: h('p', { lang: sheet.language }, draft.residualUncertainty),
        },
        draft.patientPreference && {
          id: 'preference', heading: t('draft.preference'), body: h('p', { lang: sheet.language }, draft.patientPreference),
        },
        { id: 'open', heading: t('record.unresolved'), body: unresolved(record) },
        { id: 'answers', heading: t('record.answers'), body: answers(record) },
      ].filter(Boolean),
      signatures: record.signatures.map(({ member, at, attestsOnly }) => (
        { name: member.name, role: office(member), at, attestsOnly })),
    }),
    addenda(view),
    proof(blob, signature, publicKey),
  ];
}

function facts({ sheet, settings, concluded }) {
  const { pseudonym, birthDate, sex } = sheet.patient;
  return [
    [t('record.patient'), [pseudonym, t('frame.born', { date: date(birthDate) }), term('sex', sex)].join(', ')],
    [t('review.indication'), [term('indication', sheet.indication), sheet.icd].filter(Boolean).join(' · ')],
    [t('record.conference'), term('conferenceType', sheet.conferenceType)],
    sheet.institutions.length > 0 && [t('review.institutions'), sheet.institutions.join(', ')],
    settings?.methods && [t('record.methods'), settings.methods.map(method => t(`vote.method-${method}`)).join(', ')],
    settings && [t('record.threshold'), counting(settings.adoption)],
    [t('record.concluded'), dateTime(concluded)],
  ].filter(Boolean);
}

/** By what was counted, as it was frozen with the panel. */
const counting = ({ threshold = 'awmf', exactlyThreeQuartersIsConsensus, abstentionsCount }) => [
  term('threshold', threshold), t(exactlyThreeQuartersIsConsensus ? 'record.three-quarters-yes' : 'record.three-quarters-no'),
  t(abstentionsCount ? 'record.abstentions-yes' : 'record.abstentions-no'),
].join('; ');

const office = ({ discipline, role, institution }) => [
  discipline && term('discipline', discipline), role === 'chair' && term('role', role), institution,
].filter(Boolean).join(', ');

const words = (texts, language) => h('div', { class: 'voices', lang: language },
  texts.map(text => h('p', { key: text, class: 'source' }, t('parts.quoted', { text }))));

/** The record holds every option that was voted on; the draft names those it adopts. */
const adopted = ({ options, draft }) => options.filter(({ id }) => draft.options.includes(id));

function options(record) {
  return h('ul', { class: 'stack' }, adopted(record).map(({ id, text, therapies, evidence, isFirstProposal }) => h('li', { key: id },
    h('p', { lang: record.sheet.language }, text),
    h('p', { class: 'cluster' },
      therapies.map(code => chip({ text: codeName('obds-therapy', code) })),
      isFirstProposal && chip({ text: t('discussion.first-proposal'), tone: 'amber' })),
    evidence && h('p', { class: 'muted' }, evidence))));
}

/** Dissents and minority statements, each a section of its own beside the recommendation. */
function positions({ responses, minorityStatements }) {
  const dissents = responses.filter(({ value }) => value.position === 'dissent').map(({ member, value }) => ({
    id: `dissent-${member.person}`,
    body: statement({
      heading: t('draft.dissent-of', { name: member.name }),
      text: [t('draft.alternative-said', { text: value.alternative }), t('draft.reasons-said', { text: value.reasons })],
      who: office(member), level: 2,
    }),
  }));
  const minorities = minorityStatements.map(({ member, value }, index) => ({
    id: `minority-${index}`,
    body: statement({ heading: t('vote.minority-of', { name: member.name }), text: value, who: office(member), level: 2 }),
  }));
  return [...dissents, ...minorities];
}

function unresolved({ unresolved: list }) {
  if (list.length === 0) return h('p', { class: 'muted' }, t('record.none-unresolved'));
  return h('ul', { class: 'stack' }, list.map(({ id, subject, status }) => h('li', { key: id },
    h('b', {}, subjectName(subject)), `: ${t(`discussion.status-${status}`)}`)));
}

function answers({ responses, silent, recused = [], sheet }) {
  return h('ul', { class: 'stack' },
    responses.map(({ member, value }) => h('li', { key: member.person },
      h('b', {}, member.name), `, ${office(member)}: ${t(`record.${value.position}`)}`, value.comment && h('span', {
        lang: sheet.language,
      },
        ` – ${value.comment}`))),
    silent.map(member => h('li', { key: member.person }, h('b', {}, member.name), `, ${office(member)}: ${t('draft.no-response')}`)),
    recused.map(member => h('li', { key: `recused ${member.person}` },
      h('b', {}, member.name), `, ${office(member)}: ${t('record.recused')}`)));
}

function addenda({ state, found }) {
  const added = addendaOf(state);
  if (added.length === 0) return null;
  const names = new Map([
    ...found.record.responses.map(({ member }) => member), ...found.record.silent, ...found.record.recused ?? [],
  ].map(member => [member.person, member.name]));
  return h('section', { class: 'record after', key: 'addenda' }, h('h2', {}, t('draft.addenda')), h('p', { class: 'muted small' },
    t('record.addenda-note')),
    added.map(({ text, by, at }) => h('article', { key: at },
      h('p', { class: 'muted small' }, `${names.get(by) ?? by} · ${dateTime(at)}`),
      h('p', {}, text))));
}

/** What lets a reader without this server check the document. */
function proof([hash], signature, publicKey) {
  return h('section', { class: 'record proof', key: 'proof' }, h('h2', {}, t('record.proof')),
    h('p', { class: 'muted small' }, t('record.proof-text')),
    h('dl', { class: 'fingerprints' },
      h('dt', {}, 'SHA-256'), h('dd', { class: 'fingerprint' }, hash),
      h('dt', { key: 'signature' }, t('record.signature')), h('dd', { class: 'fingerprint', key: 'signature-text' }, signature),
      h('dt', { key: 'key' }, t('record.public-key')), h('dd', { class: 'fingerprint', key: 'key-text' }, publicKey.trim())));
}
