/** What the server refused without a form to show it in, and entries that could not be delivered. */
import { h } from '../../core/dom.js';
import { sentence } from '../../core/errors.js';
import { t } from '../../core/i18n.js';
import { icon } from '../../core/icons.js';

export function refusals(bench) {
  const { refusal, casework } = bench;
  const entries = casework.refused;
  if (!refusal && entries.length === 0) return null;
  return h('div', { class: 'refusals', key: 'refusals', role: 'alert' },
    refusal && row('refusal', sentence(refusal), t('common.close'), () => { bench.refusal = null; bench.update(); }),
    entries.map(({ id, command, error }) => row(
      id, t('preparation.not-taken', { what: t(`preparation.command-${command}`), why: sentence(error) }),
      t('preparation.let-go'), () => casework.letGo(id),
    )));
}

const row = (key, text, label, onclick) => h('p', { key }, icon('alert', 18), h('span', { class: 'grow' }, text),
  h('button', { class: 'btn small', type: 'button', onclick }, label));
