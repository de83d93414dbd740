/** The desk of a case in four phases. */
import { h } from '../../../web-static/js/core/dom.js';
import { highlightNames, Highlights } from '../../../web-static/js/text/highlights.js';
import { TextIndex } from '../../../web-static/js/text/ranges.js';
import '../../../web-static/js/elements/connection-banner.js';
import '../../../web-static/js/elements/dock.js';
import '../../../web-static/js/elements/pane-bar.js';
import '../../../web-static/js/elements/phase-bar.js';
import '../../../web-static/js/elements/top-bar.js';
import { icon } from '../../../web-static/js/core/icons.js';
import { docList } from '../../../web-static/js/views/doc-list.js';
import { documentHead, documentText, legend } from '../../../web-static/js/views/document-text.js';
import { labTable } from '../../../web-static/js/views/lab-table.js';
import { panels } from './panels.js';
import * as sample from './samples.js';

const phaseOf = { review: 'review', discussion: 'discussion', ballot: 'voting', vote: 'voting' };
const highlights = new Highlights();
const now = Date.now();

export function desk({ show, language, view, isOffline }) {
  const say = value => sample.pick(value, language);
  const de = language === 'de';
  const marks = marksOf(show, say);
  setTimeout(() => paint(marks));
  return {
    title: 'KELLER, Martin', layout: 'desk', top: top({ show, de, say, isOffline }),
    main: [h('div', { class: 'desk', data: { view, panel: show === 'review' ? null : 'wide' } },
      h('nav', { class: 'pane docs', 'aria-label': de ? 'Dokumente' : 'Documents' }, list(say, de)),
      h(
        'section',
        { class: 'pane reader', 'aria-label': de ? 'Dokument' : 'Document' },
        reader({ show, say, de, language, marks }),
      ),
      h('section', { class: 'pane side', 'aria-label': de ? 'Arbeit' : 'Work' }, panels[show]({ say, de, isOffline })))],
    foot: [h('tb-pane-bar', { props: { current: view, panes: [
      {
        id: 'docs',
        label: de ? 'Dokumente' : 'Documents',
        icon: 'docs',
      }, { id: 'read', label: de ? 'Lesen' : 'Read', icon: 'read' },
      show === 'review' ? {
        id: 'side',
        label: de ? 'Einschätzung' : 'Assessment',
        icon: 'pen',
      } : { id: 'side', label: de ? 'Stimmen' : 'Votes', icon: 'vote' },
    ] } })],
  };
}

function top({ show, de, say, isOffline }) {
  const minutes = { review: 18.7, discussion: 4.17, ballot: 1.6 }[show];
  return [
    h('tb-top-bar', { props: {
      patient: { name: 'KELLER, Martin', facts: [
        { text: de ? 'geb. 14.03.1962' : 'born 14 Mar 1962' }, { text: de ? '64 J.' : '64 y', isSpare: true },
        { text: de ? 'männlich' : 'male', isSpare: true }, { text: '00 482 117' },
      ] },
      flags: [{ text: de ? 'Entscheidung bis 26.11.' : 'Decision due 26 Nov', tone: 'amber', icon: 'clock' },
        { text: 'Child-Pugh A6', isSpare: true }, { text: 'ECOG 1', isSpare: true }],
      people: sample.members.map((member, index) => ({
        ...member, discipline: say(member.discipline), presence: index === 6 ? 'away' : 'joined', isMe: index === 0,
      })),
      save: isOffline ? { state: 'unsent', count: 2 } : { state: 'saved', at: '2026-11-24T09:41:00' },
    } }),
    h('tb-phase-bar', { props: {
      phases: sample.phases.map(([id, label]) => ({ id, label: say(label) })), current: phaseOf[show],
      timer: minutes ? {
        starts: now - 600_000,
        ends: now + minutes * 60_000,
        label: de ? 'bis Aufdeckung' : 'until reveal',
      } : null,
    } }),
    isOffline && h(
      'tb-connection-banner',
      { props: { status: { isOpen: false, lostSince: now - 60_000, isSignedOut: false }, unsent: 2 } },
    ),
  ];
}

function list(say, de) {
  return docList({
    question: say(sample.question),
    groups: sample.documents.map(([id, label, entries]) => ({
      id, label: say(label),
      documents: entries.map(([key, title, date, read, findings, isCurrent, label]) => ({
        id: key, title: say(title), date, read, findings, isCurrent, chip: label && { text: say(label), tone: 'amber' },
      })),
    })),
    hints: [{ keys: ['J', 'K'], label: de ? 'Dokument' : 'document' }, { keys: ['N'], label: de ? 'neuer Befund' : 'new finding' },
      { keys: ['?'], label: de ? 'alle Tasten' : 'all shortcuts' }],
  });
}

function reader({ show, say, de, language, marks }) {
  return [
    h('div', { class: 'document' },
      documentHead({
        title: de ? 'MRT Leber mit Kontrastmittel' : 'MRI liver with contrast',
        meta: de ? [
          '14.11.2026',
          'Radiologie, A. Brandt',
          '3 T, Gadoxetat',
          'Endbefund',
        ] : ['14 Nov 2026', 'Radiology, A. Brandt', '3 T, gadoxetate', 'Final report'],
        tools: [
          show === 'discussion' && h(
            'button',
            { class: 'btn quiet', type: 'button', 'aria-pressed': 'true' },
            icon('link'),
            de ? 'Folgt A. Brandt' : 'Following A. Brandt',
          ),
          h('button', { class: 'btn quiet', type: 'button' }, icon('split'), de ? 'Vergleichen' : 'Compare'),
        ],
      }),
      show !== 'review' && legend(['agree', 'differ']),
      h(
        'div',
        { class: 'document-body plain' },
        documentText({ text: say(sample.text), language, marks, onadd() {}, onmark() {} }),
      )),
    labTable({
      id: 'labs', caption: de
        ? 'Laborverläufe'
        : 'Laboratory trends', remark: de ? '7 von 46 Analyten, zur Fragestellung ausgewählt' : '7 of 46 analytes, chosen for this question',
      series: sample.series.map(one => ({ ...one, analyte: say(one.analyte) })),
    }),
  ];
}

function marksOf(show, say) {
  const text = say(sample.text);
  return sample.findings.map(([number, mark, quote, statement]) => {
    const start = text.indexOf(say(quote));
    return {
      id: number,
      number,
      start,
      end: start + say(quote).length,
      mark: show === 'review' ? 'own' : mark,
      statement: say(statement),
    };
  });
}

function paint(marks) {
  const index = new TextIndex(document.querySelector('.text'));
  for (const name of highlightNames) {
    highlights.set(name, marks.filter(({ mark }) => mark === name).map(({ start, end }) => index.range(start, end)));
  }
  const last = marks.at(-1);
  document.body.dataset.highlights = index.range(last.start, last.end).toString();
}
