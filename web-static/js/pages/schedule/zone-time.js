/** Wall-clock times of a place (IANA zone) as instants, so that a meeting in Berlin starts when the clocks in Berlin say so. */

const formats = new Map();

function partsOf(instant, zone) {
  if (!formats.has(zone)) {
    formats.set(zone, new Intl.DateTimeFormat('en-GB', {
      timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
      second: '2-digit',
    }));
  }
  const parts = Object.fromEntries(formats.get(zone).formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second);
}

/**
 * The instant at which the clocks of `zone` show `date` (2026-11-24) and `time` (17:00); `null` when they never do, because
 * they are put forward over it. Where they show it twice, the first.
 */
export function instantOf(date, time, zone) {
  const [year, month, day] = date.split('-').map(Number);
  const [hour, minute] = time.split(':').map(Number);
  const wanted = Date.UTC(year, month - 1, day, hour, minute);
  if (Number.isNaN(wanted)) return null;
  const offsets = [wanted - 24 * 3_600_000, wanted + 24 * 3_600_000].map(instant => partsOf(instant, zone) - instant);
  const candidates = offsets.map(offset => wanted - offset).sort((one, other) => one - other);
  return candidates.find(instant => partsOf(instant, zone) === wanted) ?? null;
}

/** Whether the browser knows a zone by this name. */
export function isZone(zone) {
  try { return Boolean(new Intl.DateTimeFormat('en-GB', { timeZone: zone })); } catch { return false; }
}
