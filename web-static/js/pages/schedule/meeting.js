/** What a conference says of itself to a participant: when, by which clocks, who leads, who takes part. */
import { dateTime, dateTimeIn, zoneHere } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { isZone } from './zone-time.js';

/**
 * `{zone, there, here}`: where it is held and when the clocks there say it begins, for that is what was agreed; `here`, when
 * those of the reader do, is `null` where they show the same.
 */
export function placeOf({ starts, timeZone }) {
  const zone = isZone(timeZone) ? timeZone : zoneHere();
  const there = dateTimeIn(starts, zone);
  const here = dateTime(starts);
  return { zone, there, here: here === there ? null : here };
}

/** `people` is empty for whoever may not look them up: then only oneself has a name. */
export function chairText({ chair }, me, people) {
  if (chair === me) return t('schedule.chair-you');
  return people.find(({ id }) => id === chair)?.name ?? t('schedule.chair-else');
}

/** By name where all are known, counted where not. */
export function attendeesText({ participants }, me, people) {
  const names = participants.map(id => people.find(person => person.id === id)?.name).filter(Boolean);
  if (names.length === participants.length && names.length > 0) return names.join(', ');
  const others = participants.filter(id => id !== me).length;
  return others < participants.length ? t('schedule.you-and', { count: others }) : t('schedule.chosen', { count: others });
}
