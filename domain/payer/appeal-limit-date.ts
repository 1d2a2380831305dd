import { addDays, type PlainDate } from '../kernel/plain-date.js';
import type { AppealLevel } from './payer-profile.js';

/** A notice of Medicare is presumed received five days after its date (42 CFR 405.942(a)(1)). */
const presumedReceiptDays = 5;

/** The last day to file at a level; `notice` is the date of the remittance, or of the decision of the level before. */
export function appealLimitDate(level: Pick<AppealLevel, 'limitDays' | 'from'>, notice: PlainDate): PlainDate {
  return addDays(notice, level.limitDays + (level.from === 'receipt_of_remittance' ? presumedReceiptDays : 0));
}
