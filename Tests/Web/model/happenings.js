/** Histories in short: `tell('own', {annotated: …}, …)` numbers events within their stream, as the server does. */
import { emptyCase, foldCase } from '../../../web-static/js/model/case.js';

/** A story is a list of `[stream, event, at]`; it becomes happenings with gapless numbers per stream. */
export function happenings(story) {
  const heads = {};
  return story.map(([stream, event, at = 1000]) => {
    heads[stream] = (heads[stream] ?? 0) + 1;
    const [type] = Object.keys(event);
    return { stream, seq: heads[stream], tag: '', at, type, payload: event[type] };
  });
}

/** The state after a story. */
export const stateAfter = (...story) => happenings(story).reduce(foldCase, emptyCase);

export const hash = letter => letter.repeat(64);

export const note = (id, statement = 'Seen') => ({
  id, target: { part: 'doc1', version: hash('a') }, statement, certainty: 'certain',
});

export const document = (id, more = {}) => ({
  id, title: id, kind: 'imaging-report', institution: 'Klinik', date: '2026-10-01',
  parts: [{
    id: `${id}-s1`, nature: 'primary', language: 'de', content: [hash('a'), 10], mediaType: 'text/plain', length: 10,
    translations: [],
  }],
  ...more,
});

export const frozen = (more = {}) => ['dossier', {
  panelFrozen: {
    settings: {
      requiredDisciplines: ['radiology', 'surgery'], roundLimit: 3, reviewDeadline: 5000,
      adoption: { exactlyThreeQuartersIsConsensus: false, abstentionsCount: false }, ...more,
    },
    sheet: hash('f'), by: 'p-coord',
  },
}];

export const phase = (to, at) => ['dossier', { phaseChanged: { to } }, at];

export const member = (person, role, discipline) => ({ person, name: `Dr. ${person}`, role, discipline, institution: 'Klinik' });

/** Two reviewers and a chair; the chair's package is late. */
export const revealed = (more = {}) => ['board', {
  revealed: {
    reviewers: [
      { as: 'R-A', discipline: 'radiology', late: false, opinion: [hash('1'), 10], pages: [[hash('2'), 10], [hash('3'), 10]] },
      { as: 'R-B', discipline: 'surgery', late: false, opinion: [hash('4'), 10], pages: [] },
      { as: 'R-C', discipline: 'surgery', late: true, pages: [] },
    ],
    firstOpinion: [hash('5'), 10],
    firstValues: { intent: { system: 'intent', codes: ['curative'] }, scope: { codes: [], text: 'Wide' } },
    discrepancies: [hash('6'), 10],
    subjects: [{ id: 'd1', subject: { field: 'MSI' } }],
    panel: [member('p-a', 'reviewer', 'radiology'), member('p-b', 'reviewer', 'surgery'), member('p-c', 'chair', 'surgery')],
    rules: 'consilium.rules.1',
    ...more,
  },
}, 3000];

export const round = (number, more = {}) => ({
  number, method: 'appropriateness', optionSet: `os${number}`, options: ['o1', 'o2'], closes: 9000, ...more,
});
