/** A rendering of one part in another language, beside the text it renders. */
import { h } from '../../core/dom.js';
import { t } from '../../core/i18n.js';
import { languageName } from '../terms.js';
import { fieldOf, form, segmentsOf } from './form.js';
import { sameLanguage } from './readiness.js';
import { sectionHead } from './section-head.js';
import { contentOf, emptySource, sourceField } from './source-field.js';
import { contentView } from './source-view.js';

export function describeTranslation(bench, document, partID) {
  const part = document.parts.find(({ id }) => id === partID) ?? document.parts[0];
  const draft = bench.draft(`translate-${part.id}`, () => ({
    ...emptySource, translationID: crypto.randomUUID(), language: bench.state.dossier.sheet.language,
    translator: bench.app.session.name, by: 'human',
  }));
  const leave = () => { bench.drop(draft.name); bench.go('documents', document.id); };
  const [hash] = part.content;
  bench.found[`open ${hash}`] ??= true;
  return [
    h('p', { class: 'back', key: 'back' }, h('a', { href: bench.href('documents', document.id) }, t('filing.back-document'))),
    sectionHead(t('filing.translate-heading', { title: document.title })),
    contentView(bench, part, document.title),
    form({
      draft, label: t('filing.translate-heading', { title: document.title }), submit: t('filing.translate-file'),
      onsubmit: () => submit(bench, draft, part, leave), cancel: { onclick: leave },
      content: [
        h('div', { class: 'field-row', key: 'row' },
          fieldOf(draft, 'language', {
            label: t('filing.translate-language'), hint: languageName(draft.values.language), isShown: true, maxlength: 35,
            spellcheck: 'false', required: true,
          }),
          fieldOf(draft, 'translator', { label: t('filing.translator'), maxlength: 300, required: true })),
        segmentsOf(draft, 'by', { legend: t('filing.by'),
          options: ['human', 'machine'].map(value => ({ value, label: t(`filing.${value}`) })) }),
        draft.values.by === 'machine' && h('p', { class: 'hint' }, t('filing.machine-hint')),
        sourceField(bench, draft, { label: t('filing.translate-text'), language: draft.values.language, mayBeImage: false }),
      ],
    }),
  ];
}

async function submit(bench, draft, part, leave) {
  const { values } = draft;
  const source = contentOf(values);
  const command = {
    id: values.translationID, part: part.id, language: values.language.trim(), translator: values.translator.trim(),
    isMachine: values.by === 'machine',
  };
  const lack = (field, holds, text) => (holds ? [] : [{ field, text }]);
  const problems = [
    ...lack('language', values.language.trim(), t('filing.language-missing')),
    ...lack('language', !sameLanguage(values.language, part.language), t('filing.language-same')),
    ...lack('translator', values.translator.trim(), t('filing.translator-missing')),
    ...lack('text', !source.problem, source.problem),
  ];
  const labels = Object.fromEntries(['language', 'translator'].map(field => [field, { field, label: t(`filing.${field}`) }]));
  const say = () => bench.casework.upload('translations', { fileTranslation: command, content: source.content });
  if (!await draft.submit({ problems, say, labels })) return;
  bench.app.announce(t('filing.translation-filed'));
  leave();
}
