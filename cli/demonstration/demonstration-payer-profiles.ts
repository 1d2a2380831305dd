import { defaultPayerProfiles } from '../../domain/payer/default-payer-profiles.js';
import type { PayerProfile } from '../../domain/payer/payer-profile.js';

/** What the demonstration's practice never heard of its payers: Illinois wants GT, Cobalt place of service 02. */
const outdated: Readonly<Record<string, Partial<PayerProfile>>> = {
  'il-medicaid': { audioVideoModifier: '95', deniesOtherModifiers: false },
  'cobalt-mutual': { placeOfService: 'by_patient_location' },
};

/** The payers of the demonstration's practice, some of them outdated: its denials show how one is found, corrected and sent again. */
export const demonstrationPayerProfiles: readonly PayerProfile[] = defaultPayerProfiles.map((profile) => ({
  ...profile,
  ...outdated[profile.code],
}));
