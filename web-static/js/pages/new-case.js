/** Opening a case: who asks what, and by when. Who opens it coordinates it. */
import { h } from '../core/dom.js';
import { language, t } from '../core/i18n.js';
import { screenState } from '../views/states.js';
import { mayCoordinate, siteBar } from './frame.js';
import { Draft } from './preparation/draft.js';
import { form } from './preparation/form.js';
import { sheetFields, sheetLabels, sheetProblems } from './preparation/sheet-fields.js';
import { sheetOf, valuesOf } from './preparation/sheet-form.js';
import { screen } from '../shell.js';

export const catalogues = ['preparation'];

export function open(app) {
  const draft = new Draft('case', valuesOf(null, language()), () => page.update());
  // Drawn once: the same case sent again after a lost answer is the same case.
  const id = crypto.randomUUID();
  let sent = { text: '', key: '' };
  const page = screen(app, () => ({
    title: t('sheet.new-heading'), top: [siteBar(app)],
    main: [h('div', { class: 'page reading work' }, mayCoordinate(app) ? content() : forbidden())],
  }));

  function content() {
    return [
      h('h1', { tabindex: '-1' }, t('sheet.new-heading')),
      h('p', { class: 'muted' }, t('sheet.new-text')),
      form({ draft, label: t('sheet.new-heading'), content: sheetFields(draft), submit: t('sheet.open'), onsubmit,
        cancel: { href: '#/' } }),
    ];
  }

  async function onsubmit() {
    const body = { id, openCase: { sheet: sheetOf(draft.values) } };
    const text = JSON.stringify(body);
    if (text !== sent.text) sent = { text, key: crypto.randomUUID() };
    const say = () => app.api.post('/api/cases', body, { idempotencyKey: sent.key });
    const isTaken = await draft.submit({ problems: sheetProblems(draft, Date.now()), labels: sheetLabels(), say });
    if (isTaken) await app.go(`#/cases/${id}/preparation`);
  }

  const guard = event => { if (draft.isDirty) event.preventDefault(); };
  app.window.addEventListener('beforeunload', guard);
  page.update();
  return () => {
    app.window.removeEventListener('beforeunload', guard);
    page.close();
  };
}

const forbidden = () => screenState({ kind: 'forbidden', actions: [{ label: t('common.to-boards'), href: '#/' }] });
