import type { CodedClaim } from '../coding/coded-claim.js';
import type { ContractRate } from '../contract/contract-rate.js';
import { expectedAllowed } from '../contract/expected-allowed.js';
import type { EligibilityVerdict } from '../coverage/eligibility-verdict.js';
import { telehealthCoverage } from '../coverage/telehealth-coverage.js';
import type { TraceStep } from '../kernel/trace.js';
import type { PayerProfile } from '../payer/payer-profile.js';
import type { Visit } from '../visit/visit.js';
import type { PatientShareEstimate } from './estimate-patient-share.js';

export interface ExpectedShareInput {
  readonly visit: Visit;
  readonly claim: CodedClaim;
  readonly payer: PayerProfile;
  /** What the 271 said; null when nobody asked or nobody answered. */
  readonly eligibility: EligibilityVerdict | null;
  /** The payer’s contract rates of the claim’s codes. */
  readonly rates: readonly ContractRate[];
}

/** What the patient is expected to owe of a coded claim, with every line’s rate; no estimate where contract or 271 are silent. */
export interface ExpectedShare {
  readonly estimate: PatientShareEstimate | null;
  readonly trace: readonly TraceStep[];
}

const nothingKnown: ExpectedShare = { estimate: null, trace: [] };

export function expectedPatientShare({ visit, claim, payer, eligibility, rates }: ExpectedShareInput): ExpectedShare {
  if (rates.length === 0 || eligibility === null) return nothingKnown;
  const { allowedCents, trace } = expectedAllowed(claim, rates);
  const procedureCodes = claim.lines.map(({ procedureCode }) => procedureCode);
  const { patientShare } = telehealthCoverage({ visit, payer, eligibility, procedureCodes, allowedCents });
  return { estimate: patientShare, trace: [...trace, ...(patientShare?.trace ?? [])] };
}
