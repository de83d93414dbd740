/** The coded input of one dimension: a choice, a set or sequence of codes, codes as typed; and words beside them. */
import { h } from '../../core/dom.js';
import { t } from '../../core/i18n.js';
import { codingOf, parseCodes } from '../../model/dimensions.js';
import { segments } from '../../views/choices.js';
import { field } from '../../views/field.js';
import { codeName, valueText } from '../value-text.js';

/** An answer in one line; without a value it says that its author cannot judge. */
export const answerText = answer => (answer.value ? valueText(answer.value) : t('review.cannot-judge'));

export { valueText };

/** `value` is `{system, codes, text}`; `onchange` is given the whole new value. `id` names the fields. */
export function valueField({ id, dimension, value, onchange }) {
  const coding = codingOf(dimension);
  const given = { codes: [], text: '', ...value };
  const change = codes => onchange({ ...given, system: codes.length > 0 ? coding.system : undefined, codes });
  return [
    coding.kind === 'choice' && choice({ id, coding, given, change }),
    coding.kind === 'codes' && (coding.system.endsWith('-ordered') ? sequence : set)({ id, coding, given, change }),
    coding.kind === 'free' && free({ id, coding, given, change }),
    field({
      id: `${id}-text`, label: t(coding.kind === 'text' ? 'review.answer-in-words' : 'review.in-words'), control: 'textarea', rows: 2,
      value: given.text,
      isOptional: coding.kind !== 'text', oninput: event => onchange({ ...given, text: event.target.value }),
    }),
  ];
}

function choice({ id, coding, given, change }) {
  return segments({
    name: `${id}-code`, legend: t('review.value'), value: given.codes[0],
    options: coding.codes.map(code => ({ value: code, label: codeName(coding.system, code) })), onchoose: code => change([code]),
  });
}

function set({ id, coding, given, change }) {
  const toggle = code => change(given.codes.includes(code) ? given.codes.filter(one => one !== code) : [...given.codes, code]);
  return h('fieldset', { class: 'field', key: `${id}-codes` },
    h('legend', {}, t('review.therapies')),
    h('div', { class: 'code-grid', id: `${id}-code` }, coding.codes.map(code => h('label', { class: 'check', key: code },
      h('input', { type: 'checkbox', checked: given.codes.includes(code), onchange: () => toggle(code) }),
      h('span', {}, codeName(coding.system, code))))));
}

function sequence({ id, coding, given, change }) {
  return h('div', { class: 'field', key: `${id}-codes` },
    h('label', { for: `${id}-code` }, t('review.sequence')),
    given.codes.length > 0 && h('ol', { class: 'sequence' }, given.codes.map((code, index) => h('li', { key: `${code} ${index}` },
      h('span', {}, `${index + 1}. ${codeName(coding.system, code)}`),
      h('button', {
        class: 'btn quiet small', type: 'button',
        'aria-label': t('review.remove-step', { step: index + 1, name: codeName(coding.system, code) }),
        onclick: () => change(given.codes.filter((one, place) => place !== index)),
      }, t('review.remove'))))),
    h('select', {
      class: 'input', id: `${id}-code`, value: '',
      onchange: event => { const code = event.target.value; event.target.value = ''; if (code) change([...given.codes, code]); },
    }, h('option', { value: '' }, t('review.add-step')),
    coding.codes.map(code => h('option', { key: code, value: code }, codeName(coding.system, code)))));
}

function free({ id, coding, given, change }) {
  return field({
    id: `${id}-code`, label: t('review.codes'), hint: t(`review.codes-${coding.system.replaceAll('+', '-')}`),
    value: given.codes.join(' '), autocomplete: 'off', spellcheck: 'false',
    onchange: event => change(parseCodes(event.target.value)),
    oninput: event => { if (/[\s,;]$/.test(event.target.value)) return; change(parseCodes(event.target.value)); },
  });
}
