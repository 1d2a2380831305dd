import type { ClaimContext } from '../db/claim-context.js';
import { payerOfClaim } from '../domain/payer/payer-of-claim.js';
import type { PayerProfile } from '../domain/payer/payer-profile.js';

/** The payer whose policy counts for a claim as it was read. */
export function effectivePayer({
  claim,
  payer,
  visit,
}: Pick<ClaimContext, 'claim' | 'payer' | 'visit'>): PayerProfile | null {
  return payerOfClaim(claim.payer_code, payer, visit);
}
