/** The program: what is behind which address. */
import { App } from './app.js';

const routes = [
  { path: '/', page: 'boards' },
  { path: '/cases/new', page: 'new-case' },
  { path: '/cases/:case', page: 'case' },
  { path: '/cases/:case/preparation', page: 'preparation' },
  { path: '/cases/:case/recommendation', page: 'recommendation' },
  { path: '/conferences/:conference', page: 'conference' },
  { path: '/schedule', page: 'schedule' },
  { path: '/settings', page: 'settings' },
];

await new App(routes).start();
