/** The agenda of a conference: cases in their order with the minutes each has, `[{case, minutes}]`. */

/** Real boards take 3 minutes a case on average; a second opinion with discrepancies needs more. */
export const usualMinutes = 15;

export const withCase = (agenda, id) => (agenda.some(item => item.case === id) ? agenda : [...agenda, { case: id, minutes: usualMinutes }]);
export const withoutCase = (agenda, id) => agenda.filter(item => item.case !== id);
export const withMinutes = (agenda, id, minutes) => agenda.map(item => (item.case === id ? { ...item, minutes } : item));

/** One place up (-1) or down (1); at the end nothing. */
export function moved(agenda, id, step) {
  const from = agenda.findIndex(item => item.case === id);
  const to = from + step;
  if (from < 0 || to < 0 || to >= agenda.length) return agenda;
  const next = [...agenda];
  [next[from], next[to]] = [next[to], next[from]];
  return next;
}

export const total = agenda => agenda.reduce((sum, { minutes }) => sum + (Number(minutes) || 0), 0);

const whole = (value, least, most) => Number.isInteger(value) && value >= least && value <= most;

/** What a conference lacks: names of fields. `values` are those of the form, `starts` the instant or `null`. */
export function lacksOfConference({ title, date, time, timeZone, durationMinutes, chair, participants, agenda }, starts, now) {
  return [
    title.trim() ? null : 'title',
    date ? null : 'date',
    time ? null : 'time',
    timeZone ? null : 'timeZone',
    date && time && timeZone && starts === null ? 'time-gap' : null,
    starts !== null && starts <= now ? 'past' : null,
    whole(Number(durationMinutes), 5, 600) ? null : 'durationMinutes',
    chair ? null : 'chair',
    participants.length > 0 ? null : 'participants',
    agenda.every(({ minutes }) => whole(Number(minutes), 1, 240)) ? null : 'minutes',
  ].filter(Boolean);
}

/** The body of `POST /api/conferences`; the chair always takes part. */
export function meetingOf({ title, timeZone, durationMinutes, chair, participants, agenda }, starts) {
  return {
    title: title.trim(), starts, timeZone, durationMinutes: Number(durationMinutes), chair,
    participants: [...new Set([chair, ...participants])],
    agenda: agenda.map(item => ({ case: item.case, minutes: Number(item.minutes) })),
  };
}

/** The panel and those who may listen, of a case's `logistics` events. */
export function attendeesOf(events) {
  const members = new Map();
  for (const { event } of events) {
    if (event.memberInvited) members.set(event.memberInvited.member.person, event.memberInvited.member.role);
    if (event.memberRemoved) members.delete(event.memberRemoved.person);
  }
  return [...members].filter(([, role]) => ['reviewer', 'chair', 'observer', 'coordinator'].includes(role)).map(([person]) => person);
}
