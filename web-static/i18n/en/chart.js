export default {
  'value-on': '{value} on {date}',
  'trend': '{name}: {values}; reference {reference}.',
  'trend-without-reference': '{name}: {values}; no reference range given.',
  'rating-count': { one: '{rating} once', '=2': '{rating} twice', other: '{rating} {count} times' },
  'histogram': '{title}. Votes: {counts}. Median {median}.',
  'histogram-empty': '{title}. No votes.',
  'own-vote': 'Your vote {rating}.',
};
