import type { ClaimRow } from '../db/claim-row.js';

/** Why a claim has no payer whose policy counts: nobody knows the payer, or it has no profile for the date of service. */
export function payerUnknownCause({ payer_code: code, date_of_service: date }: ClaimRow): string {
  return code === null
    ? 'No payer profile fits the coverage of this visit. Correct the payer, or add a profile with this name as an alias.'
    : `No version of the payer profile ${code} is in force on the date of service ${date}. Load one for that date (teleclaim payers load), or correct the payer or the date.`;
}
