import { addDays, addMonths, type PlainDate, plainDate } from '../kernel/plain-date.js';
import type { PayerProfile } from './payer-profile.js';

type FilingFacts = Pick<PayerProfile, 'filingLimitDays' | 'filingLimitMonths' | 'filingLimitFrom'>;

/**
 * The last day on which a first claim may reach the payer (42 CFR 424.44 one calendar year; 22 CCR 51008 six months after
 * the month of service; else days of the contract).
 */
export function filingLimitDate(profile: FilingFacts, dateOfService: PlainDate): PlainDate {
  const { filingLimitDays, filingLimitMonths, filingLimitFrom } = profile;
  if (filingLimitFrom === 'end_of_month_of_service') {
    const firstAfter = addMonths(plainDate(`${dateOfService.slice(0, 7)}-01`), 1 + (filingLimitMonths ?? 0));
    return addDays(firstAfter, (filingLimitMonths === undefined ? filingLimitDays : 0) - 1);
  }
  return filingLimitMonths === undefined
    ? addDays(dateOfService, filingLimitDays)
    : addMonths(dateOfService, filingLimitMonths);
}

/** The filing limit in words: `180 days`, `6 months after the month of service`. */
export function filingLimitWords({ filingLimitDays, filingLimitMonths, filingLimitFrom }: FilingFacts): string {
  const span = filingLimitMonths === undefined ? `${filingLimitDays} days` : `${filingLimitMonths} months`;
  return filingLimitFrom === 'end_of_month_of_service' ? `${span} after the month of service` : span;
}

/** The last day for a corrected claim; the remittance is that which decided the claim. */
export function correctedClaimLimitDate(
  profile: Pick<PayerProfile, 'correctedClaimLimitDays' | 'correctedClaimLimitFrom'>,
  dates: { readonly dateOfService: PlainDate; readonly remittanceDate: PlainDate },
): PlainDate {
  const from = profile.correctedClaimLimitFrom === 'remittance' ? dates.remittanceDate : dates.dateOfService;
  return addDays(from, profile.correctedClaimLimitDays);
}
