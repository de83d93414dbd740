/** Bringing the signed record to those who asked for it, seeing who has acknowledged it, and closing the case. */
import { h } from '../../core/dom.js';
import { dateTime } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { sentence } from '../../core/errors.js';
import { confirm } from '../../elements/dialog.js';
import { avatar } from '../../views/avatar.js';
import { chip } from '../../views/chip.js';

const recipientsOf = ({ logistics }) => logistics.members.filter(({ role }) => role === 'recipient');

export function delivery(bench) {
  const { state } = bench;
  const recipients = recipientsOf(state);
  return h('section', { class: 'stack', key: 'delivery', 'aria-labelledby': 'delivery' },
    h('h3', { id: 'delivery' }, t('course.delivery')),
    h('p', {}, h('a', { href: `#/cases/${encodeURIComponent(bench.casework.id)}/recommendation` }, t('course.read-record'))),
    recipients.length === 0
      ? h('p', { class: 'lack' }, t('course.no-recipient'), ' ', h('a', { href: bench.href('panel', 'invite') }, t('panel.invite')))
      : h('ul', { class: 'members' }, recipients.map(member => h('li', { key: member.person }, recipientRow(state, member)))),
    bench.may('deliver') && act(bench, {
      id: 'deliver', label: t('course.deliver'), isBlocked: recipients.length === 0, heading: t('course.deliver-heading'),
      text: t('course.deliver-text', { count: recipients.length }), done: t('course.delivered-now'),
    }));
}

function recipientRow({ delivery: { delivered, acknowledgements } }, { person, name, institution }) {
  const acknowledged = acknowledgements.find(({ by }) => by === person);
  return [
    h('span', { 'aria-hidden': 'true' }, avatar({ name })),
    h('div', { class: 'grow' }, h('p', {}, h('b', {}, name)), h('p', { class: 'muted small' }, institution)),
    acknowledged
      ? chip({ text: t('course.acknowledged', { time: dateTime(acknowledged.at) }), tone: 'teal', icon: 'check' })
      : delivered && chip({ text: t('course.unacknowledged', { time: dateTime(delivered.at) }), tone: 'amber', icon: 'clock' }),
  ];
}

export function closing(bench) {
  const waiting = recipientsOf(bench.state).filter(({ person }) => !bench.state.delivery.acknowledgements.some(({ by }) => by === person));
  return h('section', { class: 'stack', key: 'closing', 'aria-labelledby': 'closing' },
    h('h3', { id: 'closing' }, t('course.closing')),
    h('p', { class: 'muted' }, waiting.length > 0 ? t('course.close-waiting', { count: waiting.length }) : t('course.close-ready')),
    act(bench, { id: 'close', label: t('course.close'), heading: t('course.close-heading'), text: t('course.close-text'),
      isPlain: waiting.length > 0, done: t('course.closed-now') }));
}

/** A step that cannot be taken back: asked first, done only when the server says so. */
function act(bench, { id, label, isBlocked = false, isPlain = false, heading, text, done }) {
  const draft = bench.draft(id, () => ({}));
  const isDisabled = isBlocked || draft.isSending || !bench.casework.isOnline;
  const run = async () => {
    if (isDisabled || !await confirm({ heading, body: text, action: label })) return;
    if (await draft.submit({ say: () => bench.casework.ask(id) })) bench.app.announce(done);
  };
  return h('div', { class: 'stack', key: id },
    draft.problems.map((problem, index) => h('p', { class: 'lack', key: index, role: 'alert' }, problem.text)),
    !bench.casework.isOnline && h('p', { class: 'lack' }, sentence({ code: 'offline' })),
    h('div', { class: 'actions' }, h('button', { class: ['btn', !isPlain && 'primary'], type: 'button',
      'aria-disabled': isDisabled ? 'true' : null, onclick: run },
      draft.isSending ? t('common.saving') : label)));
}
