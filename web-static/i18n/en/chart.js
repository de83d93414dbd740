export default {
  'value-on': '{value} on {date}',
  'trend': '{name}: {values}; reference {reference}.',
  'trend-without-reference': '{name}: {values}; no reference range given.',
  'rating-count': { one: '{count} vote for {rating}', other: '{count} votes for {rating}' },
  'histogram': '{title}: {counts}. Median {median}.',
  'histogram-empty': '{title}: no votes.',
  'own-vote': 'Your vote {rating}.',
};
