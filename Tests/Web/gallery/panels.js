/** The right pane in each phase. */
import { h } from '../../../web-static/js/core/dom.js';
import { segments } from '../../../web-static/js/views/choices.js';
import { rating, scaleKey } from '../../../web-static/js/views/rating.js';
import { chip } from '../../../web-static/js/views/chip.js';
import { discrepancyTable } from '../../../web-static/js/views/discrepancy-table.js';
import { findingCard } from '../../../web-static/js/views/finding-card.js';
import { note } from '../../../web-static/js/views/states.js';
import { composer, thread } from '../../../web-static/js/views/thread.js';
import { statement, voteResult, zoneKey } from '../../../web-static/js/views/vote-result.js';
import * as sample from './samples.js';

const head = (title, aside) => h('div', { class: 'panel-head' }, h('h2', {}, title), aside);
const aside = text => h('span', { class: 'muted small num' }, text);

function review({ say, de, isOffline }) {
  const yesNo = [{ value: 'y', label: de ? 'Ja' : 'Yes' }, { value: 'n', label: de ? 'Nein' : 'No' }, { value: '?', label: '?' }];
  const counts = ['0', '1', '2', '3+'].map(value => ({ value, label: value }));
  return [
    head(de ? 'Ihre Einschätzung' : 'Your assessment', aside(de ? 'Als Entwurf gespeichert' : 'Saved as draft')),
    note({
      heading: de ? 'Versiegelt bis zur Aufdeckung' : 'Sealed until the reveal',
      text: de
        ? 'Wartet auf das Panel. Niemand sieht Inhalte vor der Aufdeckung, auch die Leitung nicht.'
        : 'Waiting for the panel. Nobody, the chair included, sees any content before the reveal.',
    }),
    h('div', { class: 'stack' }, sample.findings.map(([number, , quote, text, certainty, category], index) => findingCard({
      id: number, number, statement: say(text), quote: say(quote), isActive: index === 1,
      chips: [{ text: say(certainty) }, { text: say(category) }],
      moved: index === 2 ? (de ? 'Text in Version 3 geändert' : 'Text changed in version 3') : null, onplace() {},
    }))),
    h('form', { class: 'form ruled' }, h('h3', {}, de ? 'Strukturierte Angaben' : 'Structured items'),
      segments({ name: 'n', legend: de ? 'Vitale Tumoren' : 'Viable tumours', options: counts, value: '1' }),
      segments({ name: 'pvi', legend: de ? 'Pfortaderinvasion' : 'Portal vein invasion', options: yesNo, value: 'n' }),
      segments({ name: 'res', legend: de ? 'Technisch resektabel' : 'Technically resectable', options: yesNo, value: 'y' }),
      segments({ name: 'ecog', legend: de ? 'ECOG bestätigt' : 'ECOG confirmed', options: counts })),
    h('tb-dock', { props: {
      todo: [
        { id: 'docs', text: de ? '2 Dokumente ungelesen' : '2 documents unread', state: 'open', canGo: true },
        { id: 'items', text: de ? '3 von 4 Angaben' : '3 of 4 items', state: 'open' },
      ],
      primary: { id: 'seal', label: de ? 'Einschätzung versiegeln' : 'Seal assessment', icon: 'seal', isDisabled: isOffline },
    } }),
  ];
}

function discussion({ say, de }) {
  const words = { '+': de ? 'Ja' : 'Yes', '–': de ? 'Nein' : 'No' };
  return [
    head(
      de ? 'Wo wir abweichen' : 'Where we differ',
      chip({ text: de ? '2 von 5 Angaben weichen ab' : '2 of 5 structured items differ', tone: 'brick' }),
    ),
    discrepancyTable({
      caption: de ? 'Angaben je Mitglied' : 'Items by member', onopen() {},
      columns: sample.members.map(({ id, short, discipline }) => ({ id, label: short, title: say(discipline) })),
      rows: sample.differences.map(([id, label, values, others = '']) => ({
        id, label: say(label), isSplit: others !== '', isActive: id === 'n',
        cells: values.map(value => value && { text: words[value] ?? value, isOther: others.includes(value) }),
      })),
    }),
    h('h3', {}, de ? 'Diskussion · Vitale Tumoren' : 'Discussion · Viable tumours'),
    thread({
      comments: sample.comments.map(
        ([name, discipline, at, text], index) => ({ id: String(index), name, discipline: say(discipline), at, text: say(text) }),
      ),
      settled: { value: de ? '2 vitale Tumoren' : '2 viable tumours', by: 'A. Brandt' },
    }),
    composer({ id: 'reply', label: de ? 'Zur Diskussion beitragen' : 'Add to the discussion' }),
    h('tb-dock', { props: {
      todo: [{ text: de ? '1 Punkt offen' : '1 item open', state: 'open' }],
      primary: {
        id: 'ready',
        label: de ? 'Abstimmung öffnen' : 'Open the vote',
      }, actions: [{ id: 'next', label: de ? 'Nächster Punkt' : 'Next item' }],
    } }),
  ];
}

function ballot({ say, de }) {
  return [
    head(de ? 'Ihre Stimmen' : 'Your votes', aside(de ? 'Runde 1 · 4 Optionen' : 'Round 1 · 4 options')),
    h(
      'p',
      { class: 'muted' },
      de
        ? 'Wie geeignet ist jede Option für diese Person, unabhängig von den Kosten? Stimmen bleiben versiegelt, bis alle abgestimmt haben oder die Zeit endet.'
        : 'How appropriate is each option for this patient, whatever the cost? Votes stay sealed until the last member has voted or the time is up.',
    ),
    scaleKey(),
    h('form', { class: 'ballot' }, sample.options.map(([letter, title], index) => rating({
      id: letter, letter, title: say(title), value: [7, 8, 6, null][index], reason: { isRequired: index === 1 },
    }))),
    h('tb-dock', { props: {
      todo: [{ text: de ? 'Option D ist nicht bewertet' : 'Option D is not rated', state: 'open' }],
      primary: {
        id: 'seal',
        label: de ? 'Stimmen versiegeln' : 'Seal my votes',
        icon: 'seal',
      }, actions: [{ id: 'abstain', label: de ? 'Enthalten' : 'Abstain' }],
    } }),
  ];
}

function vote({ say, de }) {
  const tallest = Math.max(...sample.options.flatMap(([, , , { distribution }]) => distribution));
  return [
    head(de ? 'Stimmen aufgedeckt' : 'Votes revealed', aside(de ? 'Runde 1 · 7 von 7 Stimmen' : 'Round 1 · 7 of 7 votes')),
    h(
      'div',
      {},
      sample.options.map(
        ([letter, title, mine, result]) => voteResult({
          letter,
          title: say(title),
          mine,
          tallest,
          result: { option: letter, ...result },
        }),
      ),
      zoneKey(),
    ),
    statement({
      heading: de ? 'Minderheitsvotum' : 'Minority statement',
      text: de
        ? 'Die Resektion entfernt den gesicherten Tumor jetzt. Ihre Nachrangigkeit stützt sich auf einen 9-mm-Herd, den nur eine Untersuchung zeigt.'
        : 'Resection removes the proven tumour now. Ranking it below transplant rests on a 9 mm focus that only one study shows.',
      who: de ? 'M. Lindqvist, Chirurgie · R. Said, Strahlentherapie' : 'M. Lindqvist, Surgery · R. Said, Radiation oncology',
    }),
    h(
      'tb-dock',
      {
        props: {
          primary: { id: 'draft', label: de ? 'Konsens entwerfen' : 'Draft consensus' },
          actions: [{ id: 'round', label: de ? 'Runde 2 vorschlagen' : 'Propose round 2' }],
        },
      },
    ),
  ];
}

export const panels = { review, discussion, ballot, vote };
