import type { ClaimContext } from '../db/claim-context.js';
import type { PayerProfile } from '../domain/payer/payer-profile.js';
import { selfPayProfile } from '../domain/payer/self-pay-profile.js';

/**
 * The payer whose policy counts. A visit without any coverage, or one that a person left to the patient, is the patient's
 * own to pay; that needs no profile of the practice.
 */
export function effectivePayer(context: Pick<ClaimContext, 'claim' | 'payer' | 'visit'>): PayerProfile | null {
  const isSelfPay = context.claim.payer_code === selfPayProfile.code || context.visit.coverages.length === 0;
  return context.payer ?? (isSelfPay ? selfPayProfile : null);
}
