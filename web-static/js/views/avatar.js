/** A person by initials; no colour stands for a person. Presence is said in words too. */
import { h } from '../core/dom.js';
import { t } from '../core/i18n.js';

/** Two letters of a name, titles left out: "Dr. Tomasz Wierzbicki" is TW. */
export function initialsOf(name) {
  const words = name.split(/[\s-]+/).filter(word => word && !/^(dr|prof|pd|priv|med|dipl|mag)\.?$/i.test(word));
  const letters = [words[0], words.length > 1 ? words.at(-1) : ''].map(word => (word ? [...word][0] : ''));
  return letters.join('').toUpperCase();
}

export function avatar({ name, initials = initialsOf(name), discipline, presence, isMe }) {
  const said = [name, discipline, presence && t(`common.${presence}`), isMe && t('common.you')].filter(Boolean).join(', ');
  return h('span', { class: ['avatar', isMe && 'me', !presence && 'still'], data: { presence }, title: said },
    h('span', { 'aria-hidden': 'true' }, initials), h('span', { class: 'vh' }, said));
}
