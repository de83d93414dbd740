/** Raising what no machine compares: a difference in words, or one between sources. */
import { h } from '../../core/dom.js';
import { t } from '../../core/i18n.js';
import { dimensions } from '../../model/dimensions.js';
import { field } from '../../views/field.js';
import { options } from '../terms.js';
import { knownFields } from './finding-fields.js';

export function raiseForm(desk) {
  const { raising } = desk.talk;
  const change = values => desk.talk.change({ raising: { ...raising, ...values } });
  return h('form', {
    class: 'form ruled', key: 'raise', novalidate: true, onsubmit: event => { event.preventDefault(); desk.talk.raise(raising); }
  },
    h('h3', {}, t('discussion.raise')),
    field({
      id: 'raise-dimension', label: t('discussion.subject'), control: 'select', value: raising.dimension,
      options: [...options('dimension', dimensions), { value: '', label: t('discussion.a-field') }],
      onchange: event => change({ dimension: event.target.value }),
    }),
    raising.dimension === '' && field({
      id: 'raise-field', label: t('discussion.field'), value: raising.field, list: 'raise-fields', autocomplete: 'off',
      oninput: event => change({ field: event.target.value }),
    }),
    raising.dimension === '' && h('datalist', { id: 'raise-fields' },
      Object.keys(knownFields).map(value => h('option', { key: value, value }))),
    field({
      id: 'raise-statement', label: t('discussion.statement'), control: 'textarea', rows: 2, value: raising.statement,
      oninput: event => change({ statement: event.target.value }),
    }),
    h('div', { class: 'actions' },
      h('button', { class: 'btn', type: 'submit' }, t('discussion.raise')),
      h('button', { class: 'btn quiet', type: 'button', onclick: () => desk.talk.change({ raising: null }) }, t('common.cancel'))));
}
