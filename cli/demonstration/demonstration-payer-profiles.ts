import { defaultPayerProfiles } from '../../domain/payer/default-payer-profiles.js';
import type { PayerProfile } from '../../domain/payer/payer-profile.js';

/**
 * The payers of the demonstration's practice. It never heard that Illinois wants GT and still sends 95, so that its
 * denials show how one is found, corrected and sent again.
 */
export const demonstrationPayerProfiles: readonly PayerProfile[] = defaultPayerProfiles.map((profile) =>
  profile.code === 'il-medicaid' ? { ...profile, audioVideoModifier: '95' } : profile,
);
