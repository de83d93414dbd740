/** Every part of the client with sample data: ?show=review&theme=dark&lang=de&view=side&net=off&text=larger */
import { useCatalogues, useLanguage } from '../../../web-static/js/core/i18n.js';
import { applySettings } from '../../../web-static/js/core/settings.js';
import { Shell } from '../../../web-static/js/shell.js';
import { desk } from './desk.js';
import { pages } from './pages.js';

const query = new URLSearchParams(location.search);
const choice = (name, fallback) => query.get(name) ?? fallback;
const show = choice('show', 'review');
const language = choice('lang', 'en');

applySettings({ theme: choice('theme', 'auto'), textSize: choice('text', 'normal'), language }, document.documentElement);
await useLanguage(language);
await useCatalogues('start');

const shell = new Shell(document);
const state = { show, language, view: choice('view', 'read'), isOffline: query.get('net') === 'off' };
document.addEventListener('pane-chosen', event => { state.view = event.detail.id; shell.update(); });
shell.show(() => (pages[show] ?? desk)(state));
document.body.dataset.ready = '';
