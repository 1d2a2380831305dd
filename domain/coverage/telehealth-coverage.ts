import type { TraceStep } from '../kernel/trace.js';
import {
  type EstimateConfidence,
  estimatePatientShare,
  type PatientShareEstimate,
} from '../patient-billing/estimate-patient-share.js';
import type { Visit } from '../visit/visit.js';
import type { EligibilityVerdict } from './eligibility-verdict.js';
import {
  type CoverageReason,
  coverageConditions,
  reasonNotCovered,
  reasonUnknown,
} from './telehealth-coverage-reasons.js';
import type { TelehealthCoverageInput } from './telehealth-coverage-input.js';

/**
 * Whether a payer covers the telehealth visit, by its 271 and its policy. `unknown` when the 271 left open whether there is
 * coverage at all; an active plan that is silent about telehealth is judged by the payer's policy alone, with less confidence.
 */
export interface TelehealthCoverage {
  readonly status: 'covered' | 'covered_with_conditions' | 'not_covered' | 'unknown';
  /** Why not, why nobody knows, or what must be met; each with the EB segment or the policy behind it. */
  readonly reasons: readonly CoverageReason[];
  readonly confidence: EstimateConfidence;
  readonly patientShare: PatientShareEstimate | null;
  readonly trace: readonly TraceStep[];
}

/** The verdict on telehealth coverage with its reasons, and the patient's expected share where an allowed amount is known. */
export function telehealthCoverage(input: TelehealthCoverageInput): TelehealthCoverage {
  const { eligibility, allowedCents, visit, payer } = input;
  const { payerClass } = payer;
  const patientShare =
    eligibility === null || allowedCents === null
      ? null
      : estimatePatientShare({
          allowedCents,
          eligibility,
          payerClass,
          hasOtherCoverage: hasOtherCoverage(visit, eligibility),
        });
  const verdict = verdictOf(input);
  return { ...verdict, patientShare, trace: [traceOf(input, verdict), ...(patientShare?.trace ?? [])] };
}

type Verdict = Pick<TelehealthCoverage, 'status' | 'reasons' | 'confidence'>;

function verdictOf(input: TelehealthCoverageInput): Verdict {
  const { eligibility } = input;
  const refused = reasonNotCovered(input);
  if (refused !== null) return { status: 'not_covered', reasons: [refused], confidence: 'high' };
  const open = reasonUnknown(eligibility);
  if (open !== null) return { status: 'unknown', reasons: [open], confidence: 'low' };
  const reasons = coverageConditions(input);
  return {
    status: reasons.length === 0 ? 'covered' : 'covered_with_conditions',
    reasons,
    confidence: eligibility?.telehealthBenefit === 'covered' ? 'high' : 'medium',
  };
}

/** A payer that follows this one: named in the visit, or in the 271 as secondary or tertiary. */
function hasOtherCoverage({ coverages }: Pick<Visit, 'coverages'>, { otherCoverages }: EligibilityVerdict): boolean {
  const follows = otherCoverages?.some(({ kind }) => kind === 'secondary' || kind === 'tertiary') ?? false;
  return coverages.length > 1 || follows;
}

function traceOf({ eligibility, payer, visit }: TelehealthCoverageInput, verdict: Verdict): TraceStep {
  const reasons = verdict.reasons.map(({ message }) => message);
  return {
    ruleId: 'telehealth-coverage',
    facts: {
      payer: payer.code,
      modality: visit.modality,
      status: eligibility?.status ?? null,
      telehealthBenefit: eligibility?.telehealthBenefit ?? null,
      network: eligibility?.inNetwork ?? null,
      authorizationRequired: eligibility?.authorizationRequired ?? null,
      otherCoverages: eligibility?.otherCoverages?.map(({ kind }) => kind).join(', ') ?? null,
      confidence: verdict.confidence,
      evidence: verdict.reasons.flatMap(({ evidence }) => evidence ?? []).join('; '),
    },
    decision: [verdict.status.replaceAll('_', ' '), ...reasons].join('; '),
    source: `005010X279A1 loop 2110C (EB); ${payer.source}`,
  };
}
