/** What the server computes and releases: the reveal, the results of a round, the outcome of a draft, the record. */
import { panel } from './commands.js';

const dimensions = ['diagnosis', 'stage', 'indicationForTreatment', 'intent', 'primaryModality', 'scope', 'sequence', 'agentsDose',
  'supportiveCare', 'trialOption'];
const fundamental = ['diagnosis', 'stage', 'intent', 'primaryModality'];

const coded = value => (value?.system && value.codes?.length
  ? JSON.stringify([value.system, value.system.endsWith('-ordered') ? value.codes : [...new Set(value.codes)].sort()]) : null);

export function reveal(one, at) {
  one.facts.reveal = true;
  one.append('dossier', { phaseChanged: { to: 'discussion' } }, at);
  const reviewers = panel(one).map(({ person, discipline }) => {
    const sealed = one.facts.sealed.get(person);
    return { as: one.facts.names.get(person), discipline, late: !sealed, ...(sealed ? { opinion: sealed.opinion } : {}), pages: sealed?.pages ?? [] };
  }).sort((a, b) => (a.as < b.as ? -1 : 1));
  const found = differences(one);
  one.facts.subjects = found.map(({ id, subject }) => ({ id, subject }));
  one.append('board', {
    revealed: {
      reviewers,
      firstOpinion: one.facts.first?.content,
      firstValues: one.facts.first?.values ?? {},
      discrepancies: one.store(found),
      subjects: one.facts.subjects,
      panel: panel(one).sort((a, b) => (a.name < b.name ? -1 : 1)),
      rules: 'consilium.rules.1',
    },
  }, at);
}

function differences(one) {
  const holders = [
    ...(one.facts.first ? [{ name: 'first-opinion', values: { dimensions: one.facts.first.values, findings: one.facts.first.findings ?? [] } }] : []),
    ...panel(one).flatMap(({ person }) => {
      const sealed = one.facts.sealed.get(person);
      return sealed ? [{ name: one.facts.names.get(person), values: sealed.values }] : [];
    }).sort((a, b) => (a.name < b.name ? -1 : 1)),
  ];
  const fields = [...new Set(holders.flatMap(({ values }) => values.findings.map(({ field, primary }) => JSON.stringify([field, primary]))))];
  const subjects = [
    ...dimensions.map(dimension => [{ dimension }, ({ values }) => values.dimensions[dimension]]),
    ...fields.sort().map(key => {
      const [field, primary] = JSON.parse(key);
      return [primary ? { field, primary } : { field }, ({ values }) => {
        const codes = values.findings.filter(finding => finding.field === field && (finding.primary ?? null) === primary).map(({ value }) => value);
        return codes.length ? { system: 'finding', codes: [...new Set(codes)].sort() } : null;
      }];
    }),
  ];
  return subjects.flatMap(([subject, valueOf]) => {
    const positions = new Map();
    for (const holder of holders) {
      const value = valueOf(holder);
      const key = coded(value);
      if (!key) continue;
      if (!positions.has(key)) positions.set(key, { holders: [], value });
      positions.get(key).holders.push(holder.name);
    }
    return positions.size > 1 ? [{ subject, positions: [...positions.values()] }] : [];
  }).map((one_, index) => ({ id: `d${index + 1}`, ...one_ }));
}

function percentile(sorted, share) {
  const place = Math.min(Math.max((sorted.length + 1) * share, 1), sorted.length);
  const low = Math.floor(place);
  return sorted[low - 1] + (place - low) * ((sorted[low] ?? sorted[low - 1]) - sorted[low - 1]);
}

const printed = value => String(Math.round(value * 10_000) / 10_000);

export function openRound(one, members, at) {
  const { round } = one.facts;
  const cast = members.flatMap(({ person }) => one.facts.votes.get(person)?.slice(-1) ?? []);
  const all = [...one.facts.votes.values()].flat();
  const present = new Set(members.filter(({ person }) => one.facts.votes.has(person)).map(({ discipline }) => discipline));
  const missingDisciplines = one.facts.settings.requiredDisciplines.filter(discipline => !present.has(discipline));
  const quorum = one.facts.settings.quorum ?? Math.max(3, Math.ceil((2 * members.length) / 3));
  const isVoid = cast.length < quorum || missingDisciplines.length > 0;
  one.append('board', { roundClosed: { round: round.number, commitments: all.map(({ commitment }) => commitment).sort() } }, at);
  one.append('board', {
    roundOpened: {
      round: round.number,
      ballots: one.store({
        ballots: cast.map(({ text, commitment, reasons }) => ({ text, commitment, reasons })),
        superseded: all.filter(ballot => !cast.includes(ballot)).map(({ text }) => text),
      }),
      count: cast.length, isVoid, missingDisciplines,
      results: isVoid ? [] : round.options.map(option => result(round.method, option, cast.map(({ choices }) => choices[option]))),
    },
  }, at);
}

function result(method, option, choices) {
  if (method === 'adoption') {
    const distribution = ['yes', 'no', 'abstain'].map(kind => choices.filter(choice => choice === kind).length);
    const share = (100 * distribution[0]) / (distribution[0] + distribution[1] || 1);
    const strength = share > 95 ? 'strongConsensus' : share > 75 ? 'consensus' : share > 50 ? 'majority' : 'none';
    return { option, rules: 'awmf.1', distribution, percentYes: printed(share), strength };
  }
  const sorted = [...choices].sort((a, b) => a - b);
  const [p30, median, p70] = [0.3, 0.5, 0.7].map(share => percentile(sorted, share));
  const ipras = 2.35 + 1.5 * Math.abs(5 - (p30 + p70) / 2);
  const disagreement = (p70 - p30) / ipras > 1;
  const appropriateness = disagreement || (median > 3 && median < 7) ? 'uncertain' : median >= 7 ? 'appropriate' : 'inappropriate';
  return {
    option, rules: 'rand-ucla.1/type-6', distribution: Array.from({ length: 9 }, (_, index) => sorted.filter(rating => rating === index + 1).length),
    median: printed(median), p30: printed(p30), p70: printed(p70), ipr: printed(p70 - p30), ipras: printed(ipras),
    index: printed((p70 - p30) / ipras), disagreement, appropriateness,
  };
}

export function outcome(draft, first) {
  const comparisons = Object.fromEntries(dimensions.map(dimension => {
    const [value, plan] = [draft.values[dimension], first[dimension]];
    if (!value || !plan) return [dimension, 'not-compared'];
    if (coded(value) && coded(plan)) return [dimension, coded(value) === coded(plan) ? 'same' : 'different'];
    return [dimension, `chair-${draft.judged[dimension] ?? 'same'}`];
  }));
  const different = dimensions.filter(dimension => comparisons[dimension].endsWith('different'));
  const verdict = different.some(dimension => fundamental.includes(dimension)) ? 'fundamentally-different' : different.length ? 'adjust' : 'confirm';
  return { outcome: Object.keys(first).length ? verdict : 'no-first-plan', comparisons };
}

export function recordOf(one, chair, at) {
  const events = one.events('board').map(({ event }) => event);
  const of = type => events.flatMap(event => event[type] ?? []);
  const member = person => one.members.get(person);
  const settled = new Map(of('discrepancySettled').map(({ id, status }) => [id, status]));
  const responses = new Map(of('responded').map(({ response, by }) => [by, response]));
  const rounds = new Map(of('votingOpened').map(({ round }) => [round.number, round]));
  return {
    format: 'consilium.record.1', caseID: one.id, sheet: one.facts.sheet, draft: one.facts.draft.draft,
    options: one.facts.draft.draft.options.map(id => one.facts.options.get(id)), outcome: one.facts.draft.outcome,
    comparisons: one.facts.draft.comparisons, firstOpinion: one.facts.first?.content,
    results: of('roundOpened').map(({ round, count, isVoid, results }) => ({ round: rounds.get(round), ballots: count, isVoid, results })),
    unresolved: one.facts.subjects.map(({ id, subject }) => ({ id, subject, status: settled.get(id) ?? 'open' }))
      .filter(({ status }) => !['explained', 'resolved'].includes(status)),
    responses: [...responses].map(([person, value]) => ({ member: member(person), value })),
    silent: panel(one).filter(({ person }) => !responses.has(person)),
    minorityStatements: of('minorityStated').map(({ text, by }) => ({ member: member(by), value: text })),
    signatures: of('signed').map(({ by, at: signedAt, attestsOnly }) => ({ member: member(by), at: signedAt, attestsOnly })),
    concluded: at,
  };
}
