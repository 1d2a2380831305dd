import { claimStages } from '../claim/claim-stage.js';
import type { ClaimStage } from '../claim/claim-status.js';

/**
 * How another claim stands to the one being checked. `gone`: it was sent, or is ready to be. Where neither of the two has
 * gone, `ahead` was received before and `behind` after; of two alike, one alone is ahead.
 */
export type ClaimOrder = 'gone' | 'ahead' | 'behind';

/** How far a claim is. */
export interface ClaimProgress {
  readonly stage: ClaimStage;
  /** How often it was put into its payer's queue. */
  readonly submissionNumber: number;
}

/** Puts another claim in order with one's own; a claim that has gone waits for none that has not. */
export function claimOrder(other: ClaimProgress, own: ClaimProgress, otherCameFirst: boolean): ClaimOrder {
  if (hasGone(other)) return 'gone';
  return otherCameFirst && !hasGone(own) ? 'ahead' : 'behind';
}

/** A claim that passed its last check is as good as sent, and one that was sent stays so when it comes back. */
function hasGone({ stage, submissionNumber }: ClaimProgress): boolean {
  return submissionNumber > 0 || claimStages.indexOf(stage) > claimStages.indexOf('scrubbing');
}
