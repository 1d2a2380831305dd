import type { ClinicianType } from '../visit/visit.js';
import type { PayerProfile } from './payer-profile.js';
import { namesProcedure } from './procedure-code-list.js';

/** The modifiers by which the payer wants to know who gave a service, in the order of the profile. */
export function clinicianModifiersOf(
  profile: Pick<PayerProfile, 'clinicianModifiers'>,
  clinician: ClinicianType,
  procedureCode: string,
): readonly string[] {
  return profile.clinicianModifiers
    .filter(
      ({ clinicians, services }) =>
        clinicians.includes(clinician) && (services === undefined || namesProcedure(services, procedureCode)),
    )
    .map(({ modifier }) => modifier);
}
