import { Temporal } from 'temporal-polyfill';
import type { PlainDate } from './plain-date.js';

/** A moment of business time as ISO 8601 in UTC with milliseconds (`2026-01-05T14:03:00.000Z`). Compares as text. */
export type Instant = string & { readonly __brand: 'Instant' };

/** The instant of a count of milliseconds since 1970. */
export function instantFromMillis(millis: number): Instant {
  return new Date(Math.round(millis)).toISOString() as Instant;
}

/** Reads any ISO 8601 date-time with offset; throws RangeError otherwise. */
export function instant(text: string): Instant {
  // Our own columns are written so already, and there are many of them.
  if (isInstant(text)) return text;
  return instantFromMillis(Temporal.Instant.from(text).epochMilliseconds);
}

const written = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** True for a moment that is written as `Instant` is and exists: 30 February and 24:00 do not come back as they went. */
function isInstant(text: string): text is Instant {
  return written.test(text) && Number.isFinite(Date.parse(text)) && new Date(text).toISOString() === text;
}

export function instantMillis(at: Instant): number {
  return Date.parse(at);
}

export function addMillis(at: Instant, millis: number): Instant {
  return instantFromMillis(instantMillis(at) + millis);
}

export const hourMillis = 3_600_000;
export const dayMillis = 24 * hourMillis;

/** The calendar date of a moment in the practice's time zone (IANA name); UTC when none is given. */
export function plainDateAt(at: Instant, timeZone = 'UTC'): PlainDate {
  return Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().toString() as PlainDate;
}

/** The first moment of a calendar date in a time zone. */
export function startOfDay(date: PlainDate, timeZone = 'UTC'): Instant {
  return instantFromMillis(Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds);
}
