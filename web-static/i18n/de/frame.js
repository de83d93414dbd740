export default {
  'boards': 'Meine Boards',
  'schedule': 'Termine',
  'settings': 'Einstellungen',
};
