import { demonstrationPayerProfiles } from '../../cli/demonstration/demonstration-payer-profiles.js';
import type { PayerProfile } from '../../domain/payer/payer-profile.js';

/** The one payer of the stories whose deadlines pass as in life. */
export const impatientPayerCode = 'prairie-blue';

/**
 * The payers of the demonstration with all the time in the world: a story's business month passes in seconds, and a slow machine must
 * not let a deadline pass that the story is not about.
 */
export const storyPayers: readonly PayerProfile[] = demonstrationPayerProfiles.map((payer) => ({
  ...payer,
  filingLimitDays: 36_500,
  filingLimitMonths: undefined,
  correctedClaimLimitDays: 36_500,
  ...(payer.code === impatientPayerCode ? {} : { acknowledgementDueDays: 3_650, remittanceDueDays: 3_650 }),
}));
