export default {
  'left': 'due {time}',
  'past': 'overdue, {time}',
};
