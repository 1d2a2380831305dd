import type { PayerProfile } from '../payer/payer-profile.js';

/** Whether the payer uses Medicare's own HCPCS codes: Part B, and plans that stand in its place (verify in the plan's manual). */
export function followsMedicare(payer: PayerProfile): boolean {
  return payer.payerClass === 'medicare' || payer.payerClass === 'medicare_advantage';
}
