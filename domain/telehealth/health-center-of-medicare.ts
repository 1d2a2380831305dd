import type { PayerProfile } from '../payer/payer-profile.js';
import type { Visit } from '../visit/visit.js';

/** Whether a health center or rural health clinic bills this visit to Medicare Part B. */
export function isHealthCenterOfMedicare(
  visit: Pick<Visit, 'facilityType'>,
  payer: Pick<PayerProfile, 'payerClass'>,
): boolean {
  return visit.facilityType !== undefined && payer.payerClass === 'medicare';
}
