export default {
  'value-on': '{value} am {date}',
  'trend': '{name}: {values}; Referenz {reference}.',
  'trend-without-reference': '{name}: {values}; kein Referenzbereich angegeben.',
  'rating-count': { one: '{count} Stimme für {rating}', other: '{count} Stimmen für {rating}' },
  'histogram': '{title}: {counts}. Median {median}.',
  'histogram-empty': '{title}: keine Stimmen.',
  'own-vote': 'Ihre Stimme {rating}.',
};
