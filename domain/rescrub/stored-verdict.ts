import type { Attention, ClaimStage, InsuranceOutcome } from '../claim/claim-status.js';
import type { CodedClaim } from '../coding/coded-claim.js';
import { hasGone } from '../scrubbing/claim-precedence.js';
import type { ClaimVerdict } from './claim-verdict.js';

/** What a claim's row says of how far it is. */
export interface StoredProgress {
  readonly stage: ClaimStage;
  readonly attention: Attention;
  readonly insuranceOutcome: InsuranceOutcome;
  readonly submissionNumber: number;
  readonly coded: CodedClaim | null;
}

/** What was decided of a claim when it was last checked; null for one that is not checked yet or bills nobody. */
export function storedVerdict(progress: StoredProgress): ClaimVerdict | null {
  const { stage, attention, insuranceOutcome, coded } = progress;
  if (insuranceOutcome === 'void') return null;
  if (hasGone(progress)) return coded === null ? null : { kind: 'payable', claim: coded };
  if (attention === 'none') return null;
  if (stage === 'coding') return { kind: 'needs_coder', reasons: [] };
  return stage === 'scrubbing' ? { kind: 'held', claim: coded, reasons: [] } : null;
}
