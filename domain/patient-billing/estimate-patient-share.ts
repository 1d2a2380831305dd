import type { EligibilityVerdict } from '../coverage/eligibility-verdict.js';
import { addCents, type Cents, cents, minCents, scaleCentsHalfUp, subtractCents, zeroCents } from '../kernel/cents.js';
import type { TraceStep } from '../kernel/trace.js';

export interface PatientShareInput {
  /** What the payer is expected to allow, by contract or published fees; never the charge. */
  readonly allowedCents: Cents;
  readonly eligibility: EligibilityVerdict;
  /** Whether another payer follows: what is left is then provisional. */
  readonly hasOtherCoverage: boolean;
}

/** How far an estimate may be trusted: `medium` when a part was not stated, `low` when the verdict itself is doubtful. */
export type EstimateConfidence = 'high' | 'medium' | 'low';

export interface PatientShareEstimate {
  readonly shareCents: Cents;
  readonly deductibleCents: Cents;
  readonly coinsuranceCents: Cents;
  readonly copayCents: Cents;
  readonly confidence: EstimateConfidence;
  /** The rest of the patient's part is known only once the other payer has answered. */
  readonly afterOtherCoverage: boolean;
  readonly trace: readonly TraceStep[];
}

const source = '271 loop 2110C EB: copay (B), coinsurance (A), deductible remaining (C, 29)';

interface Parts {
  readonly deductibleCents: Cents;
  readonly coinsuranceCents: Cents;
  readonly copayCents: Cents;
}

/** A copay stands alone, as plans with one usually have it; else the deductible comes first, then coinsurance. */
function partsOf(allowed: Cents, eligibility: EligibilityVerdict): Parts {
  const copay = eligibility.copayCents ?? 0;
  if (copay > 0) {
    return { deductibleCents: zeroCents, coinsuranceCents: zeroCents, copayCents: minCents(cents(copay), allowed) };
  }
  const deductibleCents = minCents(allowed, cents(eligibility.deductibleRemainingCents ?? 0));
  const rest = subtractCents(allowed, deductibleCents);
  const coinsuranceCents = scaleCentsHalfUp(rest, Math.min(10_000, eligibility.coinsuranceBasisPoints ?? 0), 10_000);
  return { deductibleCents, coinsuranceCents, copayCents: zeroCents };
}

function confidenceOf({
  status,
  copayCents,
  coinsuranceBasisPoints,
  deductibleRemainingCents,
}: EligibilityVerdict): EstimateConfidence {
  if (status !== 'active') return 'low';
  const copayAlone = copayCents !== null && copayCents > 0;
  if (copayAlone || (deductibleRemainingCents !== null && coinsuranceBasisPoints !== null)) return 'high';
  return copayCents === null && coinsuranceBasisPoints === null && deductibleRemainingCents === null ? 'low' : 'medium';
}

/** What the patient will owe of a visit, from the payer's own 271. A service that is not covered is the patient's whole. */
export function estimatePatientShare(input: PatientShareInput): PatientShareEstimate {
  const { allowedCents, eligibility, hasOtherCoverage } = input;
  const uncovered = eligibility.status === 'inactive' || eligibility.telehealthBenefit === 'not_covered';
  const parts = uncovered
    ? { deductibleCents: zeroCents, coinsuranceCents: zeroCents, copayCents: zeroCents }
    : partsOf(allowedCents, eligibility);
  const shareCents = uncovered
    ? allowedCents
    : addCents(parts.deductibleCents, parts.coinsuranceCents, parts.copayCents);
  const step: TraceStep = {
    ruleId: 'patient-share',
    facts: {
      allowedCents,
      status: eligibility.status,
      copayCents: eligibility.copayCents,
      coinsuranceBasisPoints: eligibility.coinsuranceBasisPoints,
      deductibleRemainingCents: eligibility.deductibleRemainingCents,
    },
    decision: uncovered
      ? 'not covered: the whole allowed amount'
      : `deductible ${parts.deductibleCents} + coinsurance ${parts.coinsuranceCents} + copay ${parts.copayCents} cents`,
    source,
    effectCents: shareCents,
  };
  const confidence = uncovered ? 'medium' : confidenceOf(eligibility);
  return { shareCents, ...parts, confidence, afterOtherCoverage: hasOtherCoverage, trace: [step] };
}
