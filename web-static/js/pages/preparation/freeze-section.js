/** Freezing: everything that decides later is fixed before anyone opens a document; what is missing stands above the button. */
import { h } from '../../core/dom.js';
import { dateTime, zoneHere, zoneName } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { icon } from '../../core/icons.js';
import { confirm } from '../../elements/dialog.js';
import '../../elements/dock.js';
import { namedOf } from '../../model/seats.js';
import { options, term } from '../terms.js';
import { titleOf } from './item-names.js';
import { checkboxOf, fieldOf } from './form.js';
import { disciplinesOf, draftOf, settingsOf } from './freeze-settings.js';
import { isSingleInstitution, lacks, usualQuorum } from './readiness.js';
import { sectionHead } from './section-head.js';

/** What a text may need to be adopted. */
const thresholds = ['awmf', 'twoThirds', 'threeQuarters', 'seventyFifteen', 'unanimity'];

export function describeFreeze(bench) {
  const draft = draftOf(bench);
  const panel = namedOf(bench.state);
  const missing = lacks(bench.state, settingsOf(bench), bench.now);
  const onsubmit = () => freeze(bench, draft, missing);
  return [
    sectionHead(t('freeze.heading')),
    h('p', { class: 'muted' }, t('freeze.text')),
    h('form', { class: 'form', key: 'freeze', novalidate: true, 'aria-label': t('freeze.heading'),
      onsubmit: event => { event.preventDefault(); onsubmit(); } },
      h('tb-error-summary', { props: { problems: draft.problems } }),
      settingFields(draft, panel)),
    missingList(bench, missing),
    h('tb-dock', {
      'ondock-chosen': onsubmit, 'ondock-refused': () => bench.app.announce(t('freeze.missing', { count: missing.length })),
      props: {
        todo: [missing.length > 0 ? { id: 'missing', text: t('freeze.missing', { count: missing.length }), state: 'open' }
          : { id: 'ready', text: t('freeze.ready'), state: 'done' }],
        primary: { id: 'freeze', label: draft.isSending ? t('common.saving') : t('freeze.go'), icon: 'seal',
          isDisabled: missing.length > 0 || draft.isSending || !bench.casework.isOnline },
      },
    }),
  ];
}

function settingFields(draft, panel) {
  const { waived } = draft.values;
  const quorum = usualQuorum(panel.length);
  return [
    h('fieldset', { class: 'group', key: 'review' }, h('legend', {}, t('freeze.group-review')),
      fieldOf(draft, 'reviewDeadline', { label: t('freeze.deadline'), hint: t('sheet.zone', { zone: zoneName(zoneHere()) }),
        type: 'datetime-local', isShown: true, required: true }),
      h('fieldset', { class: 'field', id: draft.id('requiredDisciplines'), tabindex: '-1' }, h('legend', {}, t('freeze.disciplines')),
        h('p', { class: 'hint' }, t('freeze.disciplines-hint')),
        h('div', { class: 'checks' }, disciplinesOf(panel).map(discipline => h('label', { class: 'check', key: discipline },
          h('input', {
            type: 'checkbox', checked: !waived.includes(discipline),
            onchange: event => draft.set('waived',
              event.target.checked ? waived.filter(one => one !== discipline) : [...waived, discipline], true),
          }),
          h('span', {}, term('discipline', discipline))))))),
    h('fieldset', { class: 'group', key: 'voting' }, h('legend', {}, t('freeze.group-voting')),
      h('div', { class: 'field-row' },
        fieldOf(draft, 'roundLimit', { label: t('freeze.rounds'), type: 'number', min: 1, max: 9, isShown: true }),
        fieldOf(draft, 'quorum', { label: t('freeze.quorum'), hint: t('freeze.quorum-hint', { count: quorum }), type: 'number',
          min: 3, max: panel.length || null, isOptional: true, isShown: true })),
      methodField(draft),
      fieldOf(draft, 'threshold', { label: t('freeze.threshold'), hint: t('freeze.threshold-hint'), control: 'select',
        options: options('threshold', thresholds), isShown: true }),
      h('div', { class: 'stack' },
        h('p', { class: 'hint' }, t('freeze.adoption')),
        checkboxOf(draft, 'threeQuarters', { label: t('freeze.three-quarters'), hint: t('freeze.three-quarters-hint') }),
        checkboxOf(draft, 'abstentions', { label: t('freeze.abstentions'), hint: t('freeze.abstentions-hint') }))),
    isSingleInstitution(panel) && h('fieldset', { class: 'group', key: 'institutions' }, h('legend', {}, t('freeze.group-institutions')),
      fieldOf(draft, 'reason', { label: t('freeze.reason'), hint: t('freeze.reason-hint'), control: 'textarea', rows: 2,
        isShown: true, required: true })),
  ];
}

function methodField(draft) {
  const { methods } = draft.values;
  return h('fieldset', { class: 'field', id: draft.id('methods'), tabindex: '-1' }, h('legend', {}, t('freeze.methods')),
    h('p', { class: 'hint' }, t('freeze.methods-hint')),
    h('div', { class: 'checks' }, ['appropriateness', 'adoption'].map(method => h('label', { class: 'check', key: method },
      h('input', {
        type: 'checkbox', checked: methods.includes(method),
        onchange: event => draft.set('methods', event.target.checked ? [...methods, method] : methods.filter(one => one !== method), true),
      }),
      h('span', {}, t(`freeze.method-${method}`))))));
}

function missingList(bench, missing) {
  if (missing.length === 0) return null;
  return h('section', { class: 'lacks', key: 'missing', 'aria-labelledby': 'missing-heading' },
    h('h3', { id: 'missing-heading' }, t('freeze.missing', { count: missing.length })),
    h('ul', {}, missing.map((lack, index) => h('li', { key: `${lack.code} ${index}` }, icon('alert', 16), placeOf(bench, lack)))));
}

const fields = {
  deadline: 'reviewDeadline', uncovered: 'requiredDisciplines', rounds: 'roundLimit', quorum: 'quorum', institutions: 'reason',
  methods: 'methods',
};

/** What is missing, as a way to where it is mended. */
function placeOf(bench, lack) {
  const text = t(`freeze.lack-${lack.code}`, wordsOf(lack));
  if (lack.section === 'freeze') {
    const id = draftOf(bench).id(fields[lack.code]);
    return h('button', { class: 'link', type: 'button', onclick: () => bench.app.window.document.getElementById(id)?.focus() }, text);
  }
  const place = { item: [lack.item?.id], unclassified: [lack.document?.id], untranslated: [lack.document?.id] }[lack.code] ?? [];
  return h('a', { href: bench.href(lack.section, ...place) }, text);
}

function wordsOf({ item, document, member, discipline, count }) {
  return {
    title: item ? titleOf(item) : document?.title, name: member?.name, count,
    discipline: discipline && term('discipline', discipline),
  };
}

async function freeze(bench, draft, missing) {
  if (missing.length > 0 || draft.isSending) return;
  const settings = settingsOf(bench);
  const isSure = await confirm({
    heading: t('freeze.confirm-heading'), action: t('freeze.go'),
    body: [t('freeze.confirm-text', { count: namedOf(bench.state).length, deadline: dateTime(settings.reviewDeadline) }),
      t('freeze.confirm-fixed')],
  });
  if (!isSure) return;
  const labels = {
    reviewDeadline: { field: 'reviewDeadline', label: t('freeze.deadline') },
    roundLimit: { field: 'roundLimit', label: t('freeze.rounds') },
    quorum: { field: 'quorum', label: t('freeze.quorum') }, singleInstitutionReason: { field: 'reason', label: t('freeze.reason') },
    methods: { field: 'methods', label: t('freeze.methods') },
    requiredDisciplines: { field: 'requiredDisciplines', label: t('freeze.disciplines') },
  };
  if (!await draft.submit({ say: () => bench.casework.ask('freezePanel', { settings }), labels })) return;
  bench.drop('freeze');
  bench.app.announce(t('freeze.done'));
  bench.go('course');
}
