/** The program: what is behind which address. */
import { App } from './app.js';

const routes = [
  { path: '/', page: 'boards' },
  { path: '/cases/new', page: 'new-case' },
  { path: '/cases/:case', page: 'case' },
  { path: '/cases/:case/preparation', page: 'preparation' },
  { path: '/cases/:case/recommendation', page: 'recommendation' },
  { path: '/cases/:case/history', page: 'history' },
  { path: '/conferences/:conference', page: 'conference' },
  { path: '/schedule', page: 'schedule' },
  { path: '/settings', page: 'settings' },
  { path: '/administration', page: 'administration' },
];

await new App(routes).start();
