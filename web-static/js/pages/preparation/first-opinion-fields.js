/** The fields of the first opinion: per dimension its codes and words, and rows of structured findings. */
import { h } from '../../core/dom.js';
import { t } from '../../core/i18n.js';
import { codingOf } from '../../model/dimensions.js';
import { segments } from '../../views/choices.js';
import { checkbox, field } from '../../views/field.js';
import { term } from '../terms.js';
import { codeName, codesText } from '../value-text.js';
import { emptyFinding, findingFields, toggled } from './first-opinion-form.js';

export function dimensionFields(draft, dimension) {
  const { codes, text } = draft.values.answers[dimension];
  const coding = codingOf(dimension);
  const change = (part, isShown) => draft.set('answers', {
    ...draft.values.answers, [dimension]: { ...draft.values.answers[dimension], ...part },
  }, isShown);
  return h('fieldset', { class: ['group', coding.kind === 'codes' && 'wide'], key: dimension, id: draft.id(dimension), tabindex: '-1' },
    h('legend', {}, term('dimension', dimension)),
    coded[coding.kind](draft, dimension, coding, codes, change),
    field({
      id: draft.id(`${dimension}-text`), label: t(coding.kind === 'text' ? 'first-opinion.words-only' : 'first-opinion.words'),
      control: 'textarea', rows: 1,
      value: text, isOptional: coding.kind !== 'text', oninput: event => change({ text: event.target.value }),
    }));
}

const coded = {
  text: () => null,
  free: (draft, dimension, coding, codes, change) => field({
    id: draft.id(`${dimension}-codes`), label: t('first-opinion.codes'), hint: t(`first-opinion.codes-${dimension}`),
    value: codes, isOptional: true,
    spellcheck: 'false', autocapitalize: 'none', oninput: event => change({ codes: event.target.value }),
  }),
  choice: (draft, dimension, { system, codes: all }, codes, change) => segments({
    name: draft.id(`${dimension}-codes`), legend: h('span', { class: 'vh' }, term('dimension', dimension)), value: codes[0] ?? '',
    options: [...all.map(code => ({ value: code, label: codeName(system, code) })), { value: '', label: t('first-opinion.not-stated') }],
    onchoose: code => change({ codes: code ? [code] : [] }, true),
  }),
  codes: (draft, dimension, { system, codes: all }, codes, change) => h('details', { class: 'code-list', open: codes.length > 0 },
    h('summary', {}, codes.length === 0 ? t('first-opinion.choose-codes')
      : codesText({ system, codes })),
    system.endsWith('-ordered') && h('p', { class: 'hint' }, t('first-opinion.ordered-hint')),
    h('div', { class: 'checks' }, all.map(code => checkbox({
      id: draft.id(`${dimension}-${code}`), label: codeName(system, code), checked: codes.includes(code),
      onchange: () => change({ codes: toggled(codes, code) }, true),
    })))),
};

export function findingRows(draft) {
  const all = draft.values.findings;
  const names = Object.keys(emptyFinding);
  const change = (index, name, value) => draft.set('findings',
    draft.values.findings.map((one, at) => (at === index ? { ...one, [name]: value } : one)));
  return h('fieldset', { class: 'group', key: 'findings' },
    h('legend', {}, t('first-opinion.findings')),
    h('p', { class: 'hint' }, t('first-opinion.findings-hint')),
    h('table', { class: 'value-rows' },
      h('thead', {}, h('tr', {}, names.map(name => h('th', { key: name, scope: 'col' }, t(`first-opinion.finding-${name}`))))),
      h('tbody', {}, all.map((finding, index) => h('tr', { key: index }, names.map((name, column) => h('td', {
        key: name, data: { label: t(`first-opinion.finding-${name}`) },
      }, h('input', {
        class: 'input', value: finding[name], id: draft.id(column === 0 ? `finding-${index + 1}` : `finding-${index + 1}-${name}`),
        list: name === 'field' ? 'finding-fields' : null, spellcheck: 'false', autocapitalize: 'none',
        'aria-invalid': column < 2 && draft.problemOf(`finding-${index + 1}`) ? 'true' : null,
        'aria-label': t('laboratory.cell', { column: t(`first-opinion.finding-${name}`), row: index + 1 }),
        oninput: event => change(index, name, event.target.value),
      }))))))),
    h('datalist', { id: 'finding-fields' }, findingFields.map(name => h('option', { key: name, value: name }))),
    h('button', { class: 'btn small', type: 'button',
      onclick: () => draft.set('findings', [...draft.values.findings, { ...emptyFinding }], true) }, t('laboratory.add-row')));
}
