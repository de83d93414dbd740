export default {
  'left': 'fällig {time}',
  'past': 'überfällig, {time}',
};
