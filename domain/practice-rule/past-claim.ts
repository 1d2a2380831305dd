import type { Cents } from '../kernel/cents.js';
import type { ScrubInput } from '../scrubbing/scrub-edit.js';

/** A claim of the past as it was first sent, and what its payer decided of it. */
export interface PastClaim {
  readonly claimId: string;
  readonly input: ScrubInput;
  readonly chargeCents: Cents;
  /** `undecided`: no payer has answered yet, or it was never sent. */
  readonly decision: 'denied' | 'paid' | 'undecided';
  /** What the payer refused for a reason that is not ordinary (contract, patient's share). */
  readonly deniedCents: Cents;
}
