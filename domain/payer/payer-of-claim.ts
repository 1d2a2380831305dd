import type { PayerProfile } from './payer-profile.js';
import { selfPayProfile } from './self-pay-profile.js';

/**
 * The payer whose policy counts. A visit without any coverage, or one that a person left to the patient, is the patient's
 * own to pay; that needs no profile of the practice. Null when the practice does not know the payer.
 */
export function payerOfClaim(
  payerCode: string | null,
  profile: PayerProfile | null,
  visit: { readonly coverages: readonly unknown[] },
): PayerProfile | null {
  const isSelfPay = payerCode === selfPayProfile.code || visit.coverages.length === 0;
  return profile ?? (isSelfPay ? selfPayProfile : null);
}
