export default {
  'boards': 'My boards',
  'schedule': 'Schedule',
  'settings': 'Settings',
};
