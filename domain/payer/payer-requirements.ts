import type { PayerProfile } from './payer-profile.js';
import { namesProcedure } from './procedure-code-list.js';

/** Whether the payer wants a prior authorisation (837P REF*G1) for a procedure code. */
export function needsPriorAuthorization(
  profile: Pick<PayerProfile, 'requiresPriorAuthorizationFor'>,
  procedureCode: string,
): boolean {
  return namesProcedure(profile.requiresPriorAuthorizationFor, procedureCode);
}

/** Whether the payer wants a referral (837P REF*9F) for a procedure code. */
export function needsReferral(profile: Pick<PayerProfile, 'requiresReferralFor'>, procedureCode: string): boolean {
  return namesProcedure(profile.requiresReferralFor, procedureCode);
}
