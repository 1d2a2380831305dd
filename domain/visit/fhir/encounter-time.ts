import { instant, instantMillis, plainDateAt } from '../../kernel/instant.js';
import { type PlainDate, parsePlainDate } from '../../kernel/plain-date.js';
import type { FhirPeriod } from './fhir-elements.js';
import { type Extracted, fhirFinding } from './extracted.js';
import type { EncounterContext } from './encounter-context.js';

/** A telemedicine visit longer than this is believed only with a warning. */
const plausibleMinutesMax = 90;
const dayMinutes = 1440;

/** Milliseconds since 1970 of a FHIR dateTime with time and offset; undefined for a bare date or nonsense. */
function momentMillis(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}T/.test(text)) return undefined;
  try {
    return instantMillis(instant(text));
  } catch {
    return undefined;
  }
}

/** Start of a period for comparing encounters; a bare date counts as its midnight in UTC. */
export function startMillis(period: FhirPeriod | undefined): number | undefined {
  return momentMillis(period?.start) ?? momentMillis(`${period?.start ?? ''}T00:00:00Z`);
}

/** The calendar date of a FHIR dateTime in a time zone; a bare date is taken as written. */
export function dateOf(text: string | undefined, timeZone: string): PlainDate | undefined {
  if (text === undefined) return undefined;
  const millis = momentMillis(text);
  if (millis !== undefined) return plainDateAt(instant(text), timeZone);
  const parsed = parsePlainDate(text);
  return parsed.ok ? parsed.value : undefined;
}

function minutesBetween(start: number | undefined, end: number | undefined): number | undefined {
  return start === undefined || end === undefined ? undefined : Math.floor((end - start) / 60_000);
}

function procedureMinutes({ encounter, links }: EncounterContext): number | undefined {
  const minutes = links
    .of(encounter, 'Procedure')
    .map(({ resource }) => resource.performedPeriod)
    .flatMap((period) => minutesBetween(momentMillis(period?.start), momentMillis(period?.end)) ?? []);
  return minutes.length === 0 ? undefined : minutes.reduce((sum, each) => sum + each, 0);
}

/** Whole minutes of the visit, from its period or else the sum of its procedures; undefined when neither is usable. */
export function totalMinutesOf(context: EncounterContext): Extracted<number | undefined> {
  const { period } = context.encounter.resource;
  const where = `${context.encounter.location}, Encounter.period`;
  const minutes = minutesBetween(momentMillis(period?.start), momentMillis(period?.end)) ?? procedureMinutes(context);
  const warn = (code: string, message: string) =>
    fhirFinding(
      'warning',
      code,
      where,
      message,
      'check the note; code by medical decision making, or correct the time',
    );
  if (minutes === undefined) {
    return { value: undefined, findings: [warn('no-duration', 'no start and end that tell how long the visit took')] };
  }
  if (minutes < 1 || minutes > dayMinutes) {
    return {
      value: undefined,
      findings: [warn('bad-duration', `a visit of ${minutes} minutes is no visit; left out`)],
    };
  }
  if (minutes <= plausibleMinutesMax) return { value: minutes, findings: [] };
  return { value: minutes, findings: [warn('long-visit', `the visit took ${minutes} minutes by its period`)] };
}
