/** An address nobody lives at. */
import { h } from '../core/dom.js';
import { t } from '../core/i18n.js';
import '../elements/site-bar.js';
import { screenState } from '../views/states.js';

export function open(app) {
  app.shell.show(() => ({
    title: t('common.state-missing'),
    top: [h('tb-site-bar', {})],
    main: [h('h1', { class: 'vh', tabindex: '-1' }, t('common.state-missing')),
      screenState({ kind: 'missing', actions: [{ label: t('common.to-boards'), href: '#/' }] })],
  }));
}
