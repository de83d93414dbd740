/** Screens that scroll as a whole. */
import { timeline } from '../../../web-static/js/chart/timeline.js';
import { h } from '../../../web-static/js/core/dom.js';
import '../../../web-static/js/elements/error-summary.js';
import '../../../web-static/js/elements/site-bar.js';
import { ask, showShortcuts } from '../../../web-static/js/elements/dialog.js';
import { checkbox, field } from '../../../web-static/js/views/field.js';
import { boardList, checklist } from '../../../web-static/js/views/lists.js';
import { record } from '../../../web-static/js/views/record.js';
import { screenState } from '../../../web-static/js/views/states.js';
import { statement } from '../../../web-static/js/views/vote-result.js';

function bar(de, current) {
  const links = [['#/', 'Boards', 'Boards'], ['#/schedule', 'Schedule', 'Termine'], ['#/settings', 'Settings', 'Einstellungen']];
  return [h('tb-site-bar', { props: {
    person: 'Dr. Tomasz Wierzbicki', links: links.map(
      ([href, en, german], index) => ({ href, label: de ? german : en, isCurrent: index === current }),
    ),
  } })];
}

const page = (de, current, title, ...main) => ({ title, top: bar(de, current), main: [
  h('div', { class: 'page' }, h('h1', { tabindex: '-1' }, title), main),
] });

function boards({ language }) {
  const de = language === 'de';
  return page(de, 0, de ? 'Meine Boards' : 'My boards',
    boardList([
      {
        id: 'k',
        href: '#/conferences/1',
        title: de ? 'Zweitmeinungskonferenz Onkologie' : 'Second-opinion conference oncology',
        facts: de ? '3 Fälle · 6 Mitglieder' : '3 cases · 6 members',
        chips: [{ text: de ? 'Nächste' : 'Next', tone: 'teal' }],
        when: '24.11.2026, 17:00',
        isNext: true,
      },
    ]),
    h('h2', {}, de ? 'Fälle, die Sie brauchen' : 'Cases that need you'),
    boardList([
      {
        id: 'a',
        href: '#/cases/1',
        title: 'AHORN-17',
        facts: de ? 'Tiefes Rektumkarzinom: Lässt sich das Stoma vermeiden?' : 'Low rectal cancer: can the stoma be avoided?',
        chips: [{ text: de ? 'Entscheidung bis 26.11.' : 'Decision due 26 Nov', tone: 'amber', icon: 'clock' }],
        when: de ? 'Unabhängige Sichtung' : 'Independent review',
      },
      {
        id: 'b',
        href: '#/cases/2',
        title: 'BIRKE-04',
        facts: de ? 'HER2-low Mammakarzinom nach neoadjuvanter Therapie' : 'HER2-low breast cancer after neoadjuvant therapy',
        chips: [{ text: de ? 'Zu unterschreiben' : 'To sign' }],
        when: de ? 'Unterschrift' : 'Sign-off',
      },
    ]));
}

function preparation({ language }) {
  const de = language === 'de';
  return page(de, 1, de ? 'Vorbereitung' : 'Preparation', h('div', { class: 'columns' },
    checklist([
      { id: '1', title: de ? 'Histologie mit Grading' : 'Histology with grade', state: 'present', isRequired: true },
      {
        id: '2',
        title: de ? 'MRT Becken' : 'MRI of the pelvis',
        state: 'missing',
        isRequired: true,
        note: de ? 'Angefordert am 12.11. bei Kreisklinik Tannbrunn' : 'Requested on 12 Nov from Kreisklinik Tannbrunn',
        action: { label: de ? 'Erinnern' : 'Remind', onclick() {} },
      },
      {
        id: '3',
        title: de ? 'Molekularpathologie' : 'Molecular pathology',
        state: 'not-obtainable',
        note: de ? 'Kein Gewebe mehr vorhanden' : 'No tissue left',
      },
    ]),
    h(
      'aside',
      { class: 'stack' },
      h('h2', {}, de ? 'Noch nicht versiegelt' : 'Not sealed yet'),
      h('p', { class: 'muted' }, 'R. Said, J. Peeters'),
    )));
}

function forms({ language }) {
  const de = language === 'de';
  return page(de, 2, de ? 'Neuer Fall' : 'New case', h('form', { class: 'form' },
    h(
      'tb-error-summary',
      {
        props: {
          problems: [
            { id: 'title', text: de ? 'Frage: Es fehlt etwas Erforderliches.' : 'Question: something required is missing.' },
          ],
        },
      },
    ),
    field({
      id: 'title',
      label: de ? 'Frage an das Board' : 'Question to the board',
      hint: de ? 'In den Worten der Patientin oder des Patienten' : 'In the words of the patient',
      control: 'textarea',
      rows: 2,
      problem: de ? 'Es fehlt etwas Erforderliches.' : 'Something required is missing.',
    }),
    field({ id: 'born', label: de ? 'Geburtsdatum' : 'Date of birth', type: 'date', value: '1972-05-28' }),
    field({
      id: 'sex',
      label: de ? 'Dringlichkeit' : 'Urgency',
      control: 'select',
      value: 'soon',
      isOptional: true,
      options: [{ value: 'routine', label: de ? 'Routine' : 'Routine' }, { value: 'soon', label: de ? 'Bald' : 'Soon' }],
    }),
    checkbox({
      id: 'consent',
      label: de ? 'Einwilligung liegt vor' : 'Consent is on file',
      hint: de ? 'Vom 8.11.2026' : 'Of 8 Nov 2026',
      checked: true,
    }),
    h(
      'div',
      { class: 'actions' },
      h('button', { class: 'btn primary', type: 'button' }, de ? 'Fall anlegen' : 'Open the case'),
      h('button', { class: 'btn', type: 'button' }, de ? 'Abbrechen' : 'Cancel'),
      h('button', { class: 'btn danger', type: 'button' }, de ? 'Zurückziehen' : 'Withdraw'),
    )));
}

function recommendation({ language }) {
  const de = language === 'de';
  return page(de, 0, de ? 'Empfehlung' : 'Recommendation', record({
    language, title: de
      ? 'AHORN-17 · Fassung 1'
      : 'AHORN-17 · version 1', outcome: de ? 'Grundlegend anderer Weg: PD-1-Blockade vor jeder Operation' : 'Fundamentally different: PD-1 blockade before any operation',
    facts: de
      ? [['Frage', 'Gibt es wirklich keinen anderen Weg?'], ['Optionen', 'A: PD-1-Blockade über sechs Monate, dann Restaging'], ['Wunsch', 'Kein dauerhaftes Stoma']]
      : [['Question', 'Is that really the only way?'], ['Options', 'A: PD-1 blockade for six months, then restaging'], ['Preference', 'No permanent stoma']],
    sections: [
      {
        id: 'result',
        body: statement({
          level: 2,
          kind: 'majority',
          heading: de ? 'Ergebnis' : 'Result',
          text: de
            ? 'Das Board empfiehlt die PD-1-Blockade über sechs Monate mit engmaschigem Restaging.'
            : 'The board recommends PD-1 blockade for six months with close restaging.',
          who: de ? '6 von 7 Stimmen, starker Konsens' : '6 of 7 votes, strong consensus',
        }),
      },
      {
        id: 'dissent',
        body: statement({
          level: 2,
          heading: de ? 'Abweichendes Votum' : 'Dissent',
          text: de
            ? 'Totale neoadjuvante Therapie: das Medikament ist hier nicht zugelassen.'
            : 'Total neoadjuvant therapy: the drug is not licensed here.',
          who: de ? 'R. Said, Strahlentherapie' : 'R. Said, Radiation oncology',
        }),
      },
      {
        id: 'open',
        heading: de ? 'Verbleibende Unsicherheit' : 'Residual uncertainty',
        body: h('p', {}, de ? 'Der Herd in Segment VI.' : 'The focus in segment VI.'),
      },
    ],
    signatures: [
      { name: 'Dr. A. Brandt', role: de ? 'Leitung' : 'Chair', at: 1795618800000 },
      { name: 'R. Said', role: de ? 'Strahlentherapie' : 'Radiation oncology', at: 1795618900000, attestsOnly: true },
    ],
    fingerprint: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  }));
}

function history({ language }) {
  const de = language === 'de';
  return page(de, 0, de ? 'Verlauf' : 'History', timeline([
    {
      id: '1',
      at: 1795359600000,
      title: de ? 'Panel festgelegt' : 'Panel frozen',
      detail: de ? '7 Mitglieder, Frist 26.11.' : '7 members, deadline 26 Nov',
      tone: 'teal',
    },
    { id: '2', at: 1795369600000, title: de ? 'Dokument nachgereicht' : 'Late document', detail: 'NGS' },
    { id: '3', at: 1795459600000, title: de ? 'Frist überschritten' : 'Deadline missed', tone: 'amber' },
    { id: '4', at: 1795469600000, title: de ? 'Aufgedeckt' : 'Revealed', tone: 'teal' },
  ]));
}

function states({ language }) {
  const de = language === 'de';
  return page(
    de,
    0,
    de ? 'Zustände' : 'States',
    ['empty', 'loading', 'failed', 'forbidden', 'missing', 'offline'].map(
      kind => h(
        'section',
        { key: kind },
        screenState({
          kind,
          actions: kind === 'failed' ? [
            { label: de ? 'Erneut versuchen' : 'Try again', onclick() {} },
            { label: 'Boards', href: '#/' },
          ] : [],
        }),
      ),
    ),
  );
}

function dialog({ language }) {
  const de = language === 'de';
  if (!document.querySelector('dialog')) {
    setTimeout(() => ask({
      heading: de ? 'Einschätzung versiegeln?' : 'Seal your assessment?',
      body: [
        de
          ? 'Danach lässt sie sich nicht mehr ändern. Das Panel sieht sie nach der Aufdeckung unter einem Pseudonym.'
          : 'It cannot be changed afterwards. The panel sees it after the reveal, under a pseudonym.',
      ],
      actions: [
        { id: 'cancel', label: de ? 'Abbrechen' : 'Cancel' },
        { id: 'go', label: de ? 'Versiegeln' : 'Seal', tone: 'primary' },
      ],
    }));
  }
  return page(de, 0, 'Dialog');
}

function keys({ language }) {
  if (!document.querySelector('dialog')) setTimeout(() => showShortcuts({
    list: [{ keys: '?', label: 'common.shortcuts-list' }, { keys: 'g l', label: 'common.views' }],
  }));
  return page(language === 'de', 0, 'Keys');
}

export const pages = { boards, preparation, forms, recommendation, history, states, dialog, keys };
