import type { PayerProfile, PayerProfileField } from './payer-profile.js';
import { payerFacts } from './payer-profile-words.js';

/** One fact that differs, in words on both sides. */
export type PayerDifference = {
  readonly label: string;
  readonly fields: readonly PayerProfileField[];
  readonly from: string;
  readonly to: string;
};

/** What changes from one profile to the other, fact by fact in the order of the profile; none when they say the same. */
export function diffPayerProfiles(before: PayerProfile, after: PayerProfile): PayerDifference[] {
  const facts = payerFacts(after);
  return payerFacts(before).flatMap(({ label, text, fields }, index) => {
    const to = facts[index]?.text ?? '';
    return text === to ? [] : [{ label, fields, from: text, to }];
  });
}
