/**
 * Values as the reader's language writes them (de-DE, en-GB). Dates without a time are calendar dates and never shift with
 * the time zone; partial dates (2026, 2026-11) are legal in clinical data and stay partial.
 */
import { locale } from './i18n.js';

const formats = new Map();

function formatOf(Kind, options) {
  const key = `${Kind.name} ${locale()} ${JSON.stringify(options)}`;
  if (!formats.has(key)) formats.set(key, new Kind(locale(), options));
  return formats.get(key);
}

const minus = text => text.replace('-', '\u2212');

/** A number with a fixed count of decimals; `signed` shows a plus too. */
export function number(value, decimals = 0, signed = false) {
  const options = {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: signed ? 'exceptZero' : 'auto',
  };
  return minus(formatOf(Intl.NumberFormat, options).format(value));
}

/** A decimal as the server printed it: every digit after the point is kept, none is added. */
export function decimal(printed) {
  const text = String(printed);
  const fraction = /\.(\d+)$/.exec(text)?.[1].length ?? 0;
  return Number.isFinite(Number(text)) && text.trim() !== '' ? number(Number(text), fraction) : text;
}

/** A computed figure: the digits the server printed, without the zeros at the end that add nothing. */
export const figure = printed => decimal(String(printed).replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, ''));

export function percent(share, decimals = 0) {
  const options = { style: 'percent', minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return minus(formatOf(Intl.NumberFormat, options).format(share));
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];

/** Bytes in steps of 1000, as the file managers of all systems but one count. */
export function fileSize(bytes) {
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  const options = { style: 'unit', unit: units[step], maximumFractionDigits: step > 0 && value < 10 ? 1 : 0 };
  return formatOf(Intl.NumberFormat, options).format(value);
}

const long = { day: 'numeric', month: 'short', year: 'numeric' };
const short = { day: 'numeric', month: 'short' };
const numeric = { day: '2-digit', month: '2-digit', year: 'numeric' };

/** 14 Nov 2026 · 14. Nov. 2026; also for 2026-11 and 2026. */
export const date = value => calendar(value, long);

/** 14 Nov · 14. Nov. */
export const day = value => calendar(value, short);

/** 14/11/2026 · 14.11.2026 */
export const numericDate = value => calendar(value, numeric);

/** 09:41 in the reader's time zone. */
export const time = value => formatOf(Intl.DateTimeFormat, { hour: '2-digit', minute: '2-digit' }).format(new Date(value));

export const dateTime = value => `${date(value)}, ${time(value)}`;

/** The same as the clocks of another zone show it: `09:41` and `14 Nov 2026, 09:41`. */
export const timeIn = (value, timeZone) => formatOf(Intl.DateTimeFormat, { hour: '2-digit', minute: '2-digit', timeZone })
  .format(new Date(value));

export const dateTimeIn = (value, timeZone) => `${formatOf(Intl.DateTimeFormat, { ...long, timeZone }).format(new Date(value))}, ${
  timeIn(value, timeZone)}`;

/** Of today the time is enough. */
export const moment = (value, now) => (date(value) === date(now) ? time(value) : dateTime(value));

function calendar(value, options) {
  const parts = typeof value === 'string' ? /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(value) : null;
  if (!parts) return formatOf(Intl.DateTimeFormat, options).format(new Date(value));
  const [, year, month, dayOfMonth] = parts;
  if (!month) return year;
  const instant = Date.UTC(Number(year), Number(month) - 1, Number(dayOfMonth ?? 1));
  const shown = dayOfMonth ? options : { month: options === numeric ? '2-digit' : 'short', year: 'numeric' };
  return formatOf(Intl.DateTimeFormat, { ...shown, timeZone: 'UTC' }).format(instant);
}

const spans = [['year', 31_557_600_000], ['month', 2_629_800_000], ['day', 86_400_000],
  ['hour', 3_600_000], ['minute', 60_000]];

/**
 * "in 3 days", "vor 2 Stunden"; below a minute "now". From a day on days are counted as the calendar of `timeZone` (the
 * reader's, if none is given) counts them: who reads "tomorrow" goes by the date. Other units are whole, rounded towards now;
 * months and years have no such word, for 31 days ahead is not always "next month".
 */
export function relative(instant, now = Date.now(), timeZone = undefined) {
  const then = new Date(instant).getTime();
  const [unit, span] = spans.find(([, size]) => Math.abs(then - now) >= size) ?? ['second', Infinity];
  const count = unit === 'day' ? dayNumber(then, timeZone) - dayNumber(now, timeZone) : Math.trunc((then - now) / span) || 0;
  const style = unit === 'month' || unit === 'year' ? 'always' : 'auto';
  return formatOf(Intl.RelativeTimeFormat, { numeric: style }).format(count, unit);
}

/** The days of the calendar since 1970 that lie behind an instant in a zone. */
function dayNumber(instant, timeZone) {
  const parts = formatOf(Intl.DateTimeFormat, { year: 'numeric', month: 'numeric', day: 'numeric', timeZone }).formatToParts(instant);
  const [year, month, ofMonth] = ['year', 'month', 'day'].map(name => Number(parts.find(({ type }) => type === name).value));
  return Date.UTC(year, month - 1, ofMonth) / 86_400_000;
}

/** 4:10, 1:05:09: what a running timer shows. */
export function countdown(milliseconds) {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = value => String(value).padStart(2, '0');
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** "a, b and c" */
export const list = items => formatOf(Intl.ListFormat, { type: 'conjunction' }).format(items);

/** The reader's zone in words: `Europe/Berlin`. */
export const zoneHere = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

export const zoneName = zone => zone.replaceAll('_', ' ');
