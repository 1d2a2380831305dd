import { addBusinessDays } from '../kernel/business-calendar.js';
import { addMillis, dayMillis, hourMillis, type Instant, plainDateAt, startOfDay } from '../kernel/instant.js';
import { addDays } from '../kernel/plain-date.js';
import type { PayerProfile } from '../payer/payer-profile.js';
import type { ClaimStage } from './claim-status.js';

/** What a deadline depends on. */
export type ServiceLevelContext = { readonly payer: PayerProfile | null; readonly timeZone: string };

/** When a stage should be over (design §4.4); null where nothing is awaited. Payers' answers count in calendar days of their profile. */
export function stageDueAt(stage: ClaimStage, enteredAt: Instant, context: ServiceLevelContext): Instant | null {
  switch (stage) {
    case 'intake':
    case 'eligibility':
      return addMillis(enteredAt, hourMillis);
    case 'coding':
    case 'scrubbing':
    case 'submission':
      return endOfBusinessDay(enteredAt, 1, context.timeZone);
    case 'acknowledgement':
      return addMillis(enteredAt, (context.payer?.acknowledgementDueDays ?? 5) * dayMillis);
    case 'adjudication':
      return addMillis(enteredAt, (context.payer?.remittanceDueDays ?? 30) * dayMillis);
    case 'posting':
    case 'patient_balance':
      return endOfBusinessDay(enteredAt, 3, context.timeZone);
    case 'closed':
      return null;
  }
}

/** The last moment of the business day that many business days on, in the practice's time zone. */
export function endOfBusinessDay(from: Instant, businessDays: number, timeZone: string): Instant {
  const day = addBusinessDays(plainDateAt(from, timeZone), businessDays);
  return addMillis(startOfDay(addDays(day, 1), timeZone), -1);
}
