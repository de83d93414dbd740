/** The form of one finding. */
import { h } from '../../core/dom.js';
import { date, decimal } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { unitText } from '../../core/units.js';
import { findSeries, findVersion } from '../../model/sources.js';
import { segments } from '../../views/choices.js';
import { field } from '../../views/field.js';
import { categories, knownFields } from './finding-fields.js';

const certainties = ['certain', 'probable', 'uncertain'];

export function findingForm(desk) {
  const { findings } = desk;
  const { form } = findings;
  return h('form', {
    class: 'form finding-form card', key: `form ${form.id}`, data: { active: true }, novalidate: true,
    onsubmit: event => { event.preventDefault(); findings.save(); },
    onkeydown: event => { if (event.key === 'Escape') { event.preventDefault(); findings.cancel(); } },
  },
  h('h3', {}, t(form.isNew ? 'review.new-finding' : 'review.edit-finding')),
  field({
    id: 'finding-statement', label: t('review.statement'), value: form.statement, maxlength: 300, required: true, autocomplete: 'off',
    oninput: event => findings.change({ statement: event.target.value }),
  }),
  place(desk),
  segments({
    name: 'finding-certainty', legend: t('review.certainty'), value: form.certainty,
    options: certainties.map(value => ({ value, label: t(`review.certainty-${value}`) })),
    onchoose: certainty => findings.change({ certainty }),
  }),
  field({
    id: 'finding-category', label: t('review.category'), control: 'select', value: form.category, isOptional: true,
    options: [{ value: '', label: t('review.no-category') }, ...categoryOptions(form.category)],
    onchange: event => findings.change({ category: event.target.value }),
  }),
  structured(findings),
  h('div', { class: 'actions' },
    h('button', { class: 'btn primary', type: 'submit' }, t('review.keep-finding')),
    h('button', { class: 'btn', type: 'button', onclick: () => findings.cancel() }, t('common.cancel'))));
}

function categoryOptions(current) {
  const known = categories.map(value => ({ value, label: t(`review.category-${value}`) }));
  return current && !categories.includes(current) ? [...known, { value: current, label: current }] : known;
}

function place(desk) {
  const { target } = desk.findings.form;
  if (target.text) return quote(desk, target);
  if (target.region) return region(desk.findings, target);
  return value(desk, target);
}

function quote(desk, target) {
  const { findings } = desk;
  const [index, count] = [findings.sentenceIndex, findings.sentenceCount];
  return h('div', { class: 'place' },
    h('blockquote', { class: 'quote', lang: findVersion(desk.state, target.part)?.version.language },
      t('parts.quoted', { text: target.text.exact })),
    h('div', { class: 'cluster', role: 'group', 'aria-label': t('review.sentence-in-text') },
      stepButton(t('review.sentence-before'), index > 0, () => findings.moveSentence(-1)),
      stepButton(t('review.sentence-after'), index < count - 1, () => findings.moveSentence(1)),
      stepButton(t('review.sentence-widen'), index < count - 1, () => findings.widen())));
}

const stepButton = (label, isPossible, onclick) => h('button', {
  key: label, class: 'btn quiet small', type: 'button', 'aria-disabled': isPossible ? null : 'true',
  onclick: isPossible ? onclick : null,
}, label);

function region(findings, target) {
  const sides = ['x', 'y', 'w', 'h'];
  return h('fieldset', { class: 'place' },
    h('legend', {}, t('review.region')),
    h('p', { class: 'muted small' }, t('review.region-hint')),
    h('div', { class: 'region-fields' }, sides.map(side => field({
      id: `finding-region-${side}`, label: t(`review.region-${side}`), type: 'number', min: 0, max: 100, step: 0.5,
      value: target.region[side],
      oninput: event => changeRegion(findings, target, side, event.target.valueAsNumber),
    }))));
}

function changeRegion(findings, target, side, number) {
  if (Number.isNaN(number)) return;
  const moved = { ...target.region, [side]: Math.min(100, Math.max(0, number)) };
  moved.w = Math.min(moved.w, 100 - moved.x);
  moved.h = Math.min(moved.h, 100 - moved.y);
  if (moved.w > 0 && moved.h > 0) findings.change({ target: { ...target, region: moved } });
}

function value(desk, target) {
  const series = findSeries(desk.state, target.series);
  const points = [...series?.points ?? []].sort((a, b) => b.date.localeCompare(a.date));
  return field({
    id: 'finding-point', label: t('review.value-of', { analyte: series?.analyte ?? '' }), control: 'select', value: target.point ?? '',
    options: [
      { value: '', label: t('review.whole-trend') },
      ...points.map(point => ({ value: point.date, label: `${decimal(point.value)} ${unitText(series.unit)} · ${date(point.date)}` })),
    ],
    onchange: event => desk.findings.change({
      target: { series: target.series, ...(event.target.value ? { point: event.target.value } : {}) },
    }),
  });
}

function structured(findings) {
  const { field: name, value: stated, primary } = findings.form;
  return h('details', { class: 'structured', open: name !== '' || undefined },
    h('summary', {}, t('review.structured')),
    h('div', { class: 'form' },
      h('div', { class: 'pair' },
        field({
          id: 'finding-field', label: t('review.field'), value: name, list: 'finding-fields', autocomplete: 'off',
          oninput: event => findings.change({ field: event.target.value }),
        }),
        field({
          id: 'finding-value', label: t('review.value'), value: stated, list: 'finding-values', autocomplete: 'off',
          oninput: event => findings.change({ value: event.target.value }),
        })),
      field({
        id: 'finding-primary', label: t('review.primary'), hint: t('review.primary-hint'), value: primary, isOptional: true,
        autocomplete: 'off', oninput: event => findings.change({ primary: event.target.value }),
      }),
      h('datalist', { id: 'finding-fields' }, Object.keys(knownFields).map(option => h('option', { key: option, value: option }))),
      h('datalist', { id: 'finding-values' }, (knownFields[name] ?? []).map(option => h('option', { key: option, value: option })))));
}
