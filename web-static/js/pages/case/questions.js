/** Questions in a dialog that want words for an answer. */
import { t } from '../../core/i18n.js';
import { ask } from '../../elements/dialog.js';
import { field } from '../../views/field.js';

/** Resolves to the reason given, or to `null` when the person let it be. The browser does not accept an empty one. */
export async function askReason({ heading, text, label = t('review.reason'), action, tone = 'primary', rows = 3 }) {
  const { id, value } = await ask({
    heading,
    body: [text, field({ id: 'question-reason', label, control: 'textarea', rows, required: true })],
    actions: [{ id: 'cancel', label: t('common.cancel') }, { id: 'go', label: action, tone }],
    read: form => form.elements['question-reason'].value.trim(),
  });
  return id === 'go' && value !== '' ? value : null;
}

/** The password again, for a signature; `null` when the person let it be. It is never kept. */
export async function askPassword({ heading, text, action }) {
  const { id, value } = await ask({
    heading,
    body: [
      text,
      field({
        id: 'question-password', label: t('common.password'), type: 'password', autocomplete: 'current-password', required: true,
      }),
    ],
    actions: [{ id: 'cancel', label: t('common.cancel') }, { id: 'go', label: action, tone: 'primary' }],
    read: form => form.elements['question-password'].value,
  });
  return id === 'go' && value !== '' ? value : null;
}
