import { addMonths, type PlainDate } from '../kernel/plain-date.js';

/** Which claims a trial looks at: by date of service, both ends inclusive; and the day on which it is made. */
export interface TrialSpan {
  readonly since: PlainDate;
  readonly until: PlainDate;
  readonly today: PlainDate;
}

/** Claims of the last two years are looked at when nobody says which. */
const spanMonths = 24;

export function trialSpan(
  { since, until }: { readonly since?: PlainDate | undefined; readonly until?: PlainDate | undefined },
  today: PlainDate,
): TrialSpan {
  return { since: since ?? addMonths(today, -spanMonths), until: until ?? today, today };
}
