import { claimStages } from '../claim/claim-stage.js';
import type { ClaimStage } from '../claim/claim-status.js';

/**
 * How another claim stands to the one being checked. `gone`: it was sent, or is ready to be. `ahead`: neither has gone and
 * it was received first. `behind`: it has to wait for ours. Of two that wait, one alone is ahead.
 */
export type ClaimPrecedence = 'gone' | 'ahead' | 'behind';

/** How far a claim is. */
export interface ClaimProgress {
  readonly stage: ClaimStage;
  /** How often it was put into its payer's queue. */
  readonly submissionNumber: number;
}

/** Puts another claim in order with one's own; a claim that has gone waits for none that has not. */
export function claimPrecedence(other: ClaimProgress, own: ClaimProgress, otherCameFirst: boolean): ClaimPrecedence {
  if (hasGone(other)) return 'gone';
  return otherCameFirst && !hasGone(own) ? 'ahead' : 'behind';
}

/** A claim that passed its last check is as good as sent, and one that was sent stays so when it comes back. */
export function hasGone({ stage, submissionNumber }: ClaimProgress): boolean {
  return submissionNumber > 0 || claimStages.indexOf(stage) > claimStages.indexOf('scrubbing');
}
