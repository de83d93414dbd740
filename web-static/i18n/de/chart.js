export default {
  'value-on': '{value} am {date}',
  'trend': '{name}: {values}; Referenz {reference}.',
  'trend-without-reference': '{name}: {values}; kein Referenzbereich angegeben.',
  'rating-count': { one: '{rating} einmal', other: '{rating} {count}-mal' },
  'histogram': '{title}. Stimmen: {counts}. Median {median}.',
  'histogram-empty': '{title}. Keine Stimmen.',
  'own-vote': 'Ihre Stimme {rating}.',
};
