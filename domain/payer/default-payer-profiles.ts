import { commercialPayerProfiles } from './commercial-payer-profiles.js';
import { medicaidPayerProfiles } from './medicaid-payer-profiles.js';
import { medicarePayerProfiles } from './medicare-payer-profiles.js';
import type { PayerProfile } from './payer-profile.js';
import { selfPayProfile } from './self-pay-profile.js';

/** The payers a new practice starts with: fictional names and ids, policies as real payers of each class have them. */
export const defaultPayerProfiles: readonly PayerProfile[] = [
  ...medicarePayerProfiles,
  ...commercialPayerProfiles,
  ...medicaidPayerProfiles,
  selfPayProfile,
];
