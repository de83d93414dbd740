/** A page that could not be loaded: the connection broke, or a newer version stands on the server. */
import { h } from '../core/dom.js';
import { t } from '../core/i18n.js';
import '../elements/site-bar.js';
import { screenState } from '../views/states.js';

export function open(app) {
  app.shell.show(() => ({
    title: t('common.state-offline'),
    top: [h('tb-site-bar', {})],
    main: [h('h1', { class: 'vh', tabindex: '-1' }, t('common.state-offline')), screenState({
      kind: 'offline',
      actions: [
        { label: t('common.try-again'), onclick: () => app.window.location.reload() },
        { label: t('common.to-boards'), href: '#/' },
      ],
    })],
  }));
}
