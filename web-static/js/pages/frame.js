/** The bar above every page outside a case: the way around, and who is signed in. */
import { h } from '../core/dom.js';
import { t } from '../core/i18n.js';
import '../elements/site-bar.js';

/** `current` is `boards`, `schedule`, `settings` or nothing. Scheduling is offered to coordinators alone. */
export function siteBar(app, current) {
  const links = [
    { id: 'boards', href: '#/' },
    mayCoordinate(app) && { id: 'schedule', href: '#/schedule' },
    { id: 'settings', href: '#/settings' },
  ].filter(Boolean).map(({ id, href }) => ({ href, label: t(`frame.${id}`), isCurrent: id === current }));
  return h('tb-site-bar', { props: { links, person: app.session?.name ?? '' } });
}

/** A page that has only a state to show (loading, failed, not allowed) still has its name. */
export const statePage = (title, content) => h('div', { class: 'page' }, h('h1', { class: 'vh', tabindex: '-1' }, title), content);

export const mayCoordinate = app => app.session?.rights?.includes('coordinator') ?? false;
