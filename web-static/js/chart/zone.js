/** The three zones of the 1-9 scale (RAND/UCLA): 1-3 not appropriate, 4-6 uncertain, 7-9 appropriate. */
export const zoneOf = rating => (rating <= 3 ? 'low' : rating <= 6 ? 'middle' : 'high');
