import type { EligibilityVerdict } from '../coverage/eligibility-verdict.js';
import { type Cents, cents, formatDollars, minCents, zeroCents } from '../kernel/cents.js';
import type { TraceStep } from '../kernel/trace.js';
import type { PayerClass } from '../payer/payer-profile.js';
import {
  noShare,
  type PatientShareParts,
  type ShareRule,
  sharePartsBy,
  statedRule,
  sumOfParts,
} from './patient-share-parts.js';
import { type LawfulShare, shareLimitedByLaw } from './share-limited-by-law.js';

export interface PatientShareInput {
  /** What the payer is expected to allow, by contract or published fees; never the charge. */
  readonly allowedCents: Cents;
  readonly eligibility: EligibilityVerdict;
  readonly payerClass: PayerClass;
  /** Whether another payer follows: what is left is then provisional. */
  readonly hasOtherCoverage: boolean;
}

/** How far an estimate may be trusted: `medium` when a part was not stated, `low` when the verdict itself is doubtful. */
export type EstimateConfidence = 'high' | 'medium' | 'low';

/** One line of the arithmetic, in words and cents. */
export interface ShareStep {
  readonly what: string;
  readonly cents: Cents;
}

export interface PatientShareEstimate extends PatientShareParts {
  /** What is expected: the parts together, no more than what is left of the out-of-pocket maximum. Zero until another payer has answered. */
  readonly shareCents: Cents;
  /** The least and the most it may come to by any reading of what the payer left open. */
  readonly lowCents: Cents;
  readonly highCents: Cents;
  /** How the expected amount was reached, line by line. */
  readonly arithmetic: readonly ShareStep[];
  readonly confidence: EstimateConfidence;
  /** The rest of the patient's part is known only once the other payer has answered. */
  readonly afterOtherCoverage: boolean;
  readonly trace: readonly TraceStep[];
}

const source =
  '271 loop 2110C EB: copay (B), coinsurance (A), deductible (C) and out-of-pocket maximum (G) remaining (EB06 29)';

/** What the patient will owe of a visit, from the payer's own 271. A service that is not covered is the patient's whole. */
export function estimatePatientShare(input: PatientShareInput): PatientShareEstimate {
  const { allowedCents, eligibility, hasOtherCoverage, payerClass } = input;
  const uncovered = eligibility.status === 'inactive' || eligibility.telehealthBenefit === 'not_covered';
  const lawful = uncovered ? null : shareLimitedByLaw(eligibility, payerClass, allowedCents);
  if (lawful !== null) return estimateByLaw(input, lawful);
  const parts = uncovered ? noShare : sharePartsBy(statedRule(eligibility), allowedCents, stated(eligibility));
  const readings = uncovered ? [allowedCents] : shareReadings(allowedCents, eligibility);
  const capped = uncovered ? allowedCents : capByOutOfPocket(sumOfParts(parts), eligibility);
  const shareCents = hasOtherCoverage ? zeroCents : capped;
  const [least, most] = [Math.min(...readings, capped), Math.max(...readings, capped)];
  const lowCents = hasOtherCoverage ? zeroCents : cents(least);
  const highCents = cents(most);
  const estimate = { shareCents, lowCents, highCents, ...parts };
  return {
    ...estimate,
    arithmetic: [
      ...(uncovered
        ? [{ what: 'not covered: the whole allowed amount', cents: allowedCents }]
        : arithmeticOf(input, parts, capped)),
      ...(hasOtherCoverage ? [{ what: 'until the other payer has answered', cents: zeroCents }] : []),
    ],
    confidence: confidenceOf(eligibility, uncovered, hasOtherCoverage),
    afterOtherCoverage: hasOtherCoverage,
    trace: [traceOf(input, estimate, uncovered)],
  };
}

/** What is left to the patient by law alone: one amount, whatever deductible and coinsurance the plan has. */
function estimateByLaw(
  { allowedCents, eligibility, hasOtherCoverage }: PatientShareInput,
  { mostCents, reason, source: law }: LawfulShare,
): PatientShareEstimate {
  const highCents = capByOutOfPocket(mostCents, eligibility);
  const shareCents = hasOtherCoverage ? zeroCents : highCents;
  return {
    ...noShare,
    copayCents: highCents,
    shareCents,
    lowCents: shareCents,
    highCents,
    arithmetic: [
      { what: 'the payer is expected to allow', cents: allowedCents },
      { what: reason, cents: highCents },
      ...(hasOtherCoverage ? [{ what: 'until the other payer has answered', cents: zeroCents }] : []),
    ],
    confidence: eligibility.status === 'active' ? 'high' : 'low',
    afterOtherCoverage: hasOtherCoverage,
    trace: [
      {
        ruleId: 'patient-share',
        facts: { allowedCents, status: eligibility.status, copayCents: eligibility.copayCents },
        decision: reason,
        source: law,
        effectCents: shareCents,
      },
    ],
  };
}

/** What the payer stated; a part it did not state counts as nothing here and as everything among the readings. */
function stated({ copayCents, deductibleRemainingCents, coinsuranceBasisPoints }: EligibilityVerdict) {
  return {
    copayCents: copayCents ?? 0,
    deductibleCents: deductibleRemainingCents ?? 0,
    coinsuranceBasisPoints: coinsuranceBasisPoints ?? 0,
  };
}

/** The share by every reading of what was left open: which rule the plan has, how much deductible is left, what coinsurance is. */
function shareReadings(allowed: Cents, eligibility: EligibilityVerdict): readonly Cents[] {
  const { status, copayCents, coinsuranceBasisPoints, deductibleRemainingCents, deductibleBaseCents } = eligibility;
  if (status !== 'active') return [zeroCents, capByOutOfPocket(allowed, eligibility)];
  const hasCopay = (copayCents ?? 0) > 0;
  const deductibles =
    deductibleRemainingCents === null ? [0, deductibleBaseCents ?? allowed] : [deductibleRemainingCents];
  const coinsurances = coinsuranceBasisPoints === null ? [0, 10_000] : [coinsuranceBasisPoints];
  return rulesPossible(eligibility, hasCopay).flatMap((rule) =>
    deductibles.flatMap((deductibleCents) =>
      coinsurances.map((basisPoints) => {
        const plan = { copayCents: copayCents ?? 0, deductibleCents, coinsuranceBasisPoints: basisPoints };
        return capByOutOfPocket(sumOfParts(sharePartsBy(rule, allowed, plan)), eligibility);
      }),
    ),
  );
}

/** A plan with a copay may have it after a deductible that is known to be open, or coinsurance besides that is stated. */
function rulesPossible(eligibility: EligibilityVerdict, hasCopay: boolean): readonly ShareRule[] {
  if (!hasCopay || eligibility.copayAfterDeductible === true) return [statedRule(eligibility)];
  return [
    'copay_alone',
    ...((eligibility.deductibleRemainingCents ?? 0) > 0 ? (['deductible_then_copay'] as const) : []),
    ...((eligibility.coinsuranceBasisPoints ?? 0) > 0 ? (['deductible_then_coinsurance'] as const) : []),
  ];
}

function capByOutOfPocket(share: Cents, { outOfPocketRemainingCents }: EligibilityVerdict): Cents {
  return outOfPocketRemainingCents === null || outOfPocketRemainingCents === undefined
    ? share
    : minCents(share, cents(outOfPocketRemainingCents));
}

function arithmeticOf(
  { allowedCents, eligibility }: PatientShareInput,
  parts: PatientShareParts,
  capped: Cents,
): readonly ShareStep[] {
  const points = eligibility.coinsuranceBasisPoints ?? 0;
  const steps: ShareStep[] = [{ what: 'the payer is expected to allow', cents: allowedCents }];
  if (parts.deductibleCents > 0)
    steps.push({ what: 'of it what is left of the deductible', cents: parts.deductibleCents });
  if (parts.coinsuranceCents > 0) {
    steps.push({ what: `coinsurance of ${points / 100} % of the rest`, cents: parts.coinsuranceCents });
  }
  if (parts.copayCents > 0) steps.push({ what: 'copay', cents: parts.copayCents });
  const sum = sumOfParts(parts);
  steps.push({ what: 'together', cents: sum });
  if (capped < sum) steps.push({ what: 'no more than what is left of the out-of-pocket maximum', cents: capped });
  return steps;
}

function confidenceOf(
  eligibility: EligibilityVerdict,
  uncovered: boolean,
  hasOtherCoverage: boolean,
): EstimateConfidence {
  const { copayCents, coinsuranceBasisPoints, deductibleRemainingCents, deductibleBaseCents } = eligibility;
  if (uncovered) return 'medium';
  if (eligibility.status !== 'active') return 'low';
  const copayAlone = statedRule(eligibility) === 'copay_alone';
  if (copayAlone || (deductibleRemainingCents !== null && coinsuranceBasisPoints !== null)) {
    return hasOtherCoverage ? 'medium' : 'high';
  }
  // The whole deductible without what is left of it says nothing about this visit.
  if (deductibleRemainingCents === null && (deductibleBaseCents ?? 0) > 0) return 'low';
  return copayCents === null && coinsuranceBasisPoints === null && deductibleRemainingCents === null ? 'low' : 'medium';
}

function traceOf(
  { allowedCents, eligibility }: PatientShareInput,
  estimate: PatientShareParts & Pick<PatientShareEstimate, 'shareCents' | 'lowCents' | 'highCents'>,
  uncovered: boolean,
): TraceStep {
  const { deductibleCents, coinsuranceCents, copayCents, lowCents, highCents, shareCents } = estimate;
  const range = `between ${formatDollars(lowCents)} and ${formatDollars(highCents)}`;
  return {
    ruleId: 'patient-share',
    facts: {
      allowedCents,
      status: eligibility.status,
      copayCents: eligibility.copayCents,
      coinsuranceBasisPoints: eligibility.coinsuranceBasisPoints,
      deductibleRemainingCents: eligibility.deductibleRemainingCents,
      outOfPocketRemainingCents: eligibility.outOfPocketRemainingCents ?? null,
      response: eligibility.responseReference ?? null,
      evidence: eligibility.evidence.join('; '),
    },
    decision: uncovered
      ? 'not covered: the whole allowed amount'
      : `deductible ${deductibleCents} + coinsurance ${coinsuranceCents} + copay ${copayCents} cents; ${range}`,
    source,
    effectCents: shareCents,
  };
}
