import type { CodedClaim } from '../coding/coded-claim.js';
import type { DiagnosisCodeSet } from '../coding/diagnosis-code-set.js';
import type { ProcedureCodeSet } from '../coding/procedure-code-set.js';
import type { EligibilityVerdict } from '../coverage/eligibility-verdict.js';
import type { PlainDate } from '../kernel/plain-date.js';
import type { PayerProfile } from '../payer/payer-profile.js';
import type { Practice } from '../practice/practice.js';
import type { Visit } from '../visit/visit.js';
import type { ClaimPrecedence } from './claim-precedence.js';
import type { CodePairSet } from './ncci/code-pair-set.js';
import type { UnitLimitSet } from './ncci/unit-limit-set.js';

/** Claim frequency (837P CLM05-3): original, replacement, void. */
export type FrequencyCode = '1' | '7' | '8';

/** Another claim of the same patient in our own book; those that bill nobody are left out by the caller. */
export interface OtherClaim {
  readonly claimId: string;
  readonly dateOfService: PlainDate;
  readonly clinicianNpi: string;
  readonly procedureCodes: readonly string[];
  readonly precedence: ClaimPrecedence;
}

/** Everything an edit may read. `today` is the business date on which the claim would be sent. */
export interface ScrubInput {
  readonly visit: Visit;
  readonly claim: CodedClaim;
  readonly payer: PayerProfile;
  readonly practice: Practice;
  readonly eligibility: EligibilityVerdict | null;
  readonly frequencyCode: FrequencyCode;
  /** The payer's own number of the claim this one replaces or voids (2300 REF*F8). */
  readonly payerClaimControlNumber?: string | undefined;
  readonly otherClaims: readonly OtherClaim[];
  readonly diagnosisCodes: DiagnosisCodeSet;
  /** HCPCS lists, code pairs and unit limits of CMS; the built-in subsets when left out. */
  readonly procedureCodes?: ProcedureCodeSet | undefined;
  readonly codePairs?: CodePairSet | undefined;
  readonly unitLimits?: UnitLimitSet | undefined;
  readonly today: PlainDate;
  /** The day whose knowledge of the law counts, where law changed after the fact; today when left out. */
  readonly knownOn?: PlainDate | undefined;
  /** Edits a person with permission has set aside for this claim. */
  readonly overriddenEditIds: readonly string[];
}

/** What one edit found: what is wrong, where (field path of visit or claim), and what to do. No patient data. */
export interface EditFinding {
  readonly message: string;
  readonly location: string;
  readonly remedy: string;
}

/** One rule a claim must pass before it is sent; it holds for dates of service within its effective dates, inclusive. */
export interface ScrubEdit {
  readonly id: string;
  readonly severity: 'blocking' | 'warning';
  readonly effectiveFrom: PlainDate;
  readonly effectiveTo?: PlainDate;
  readonly source: string;
  readonly title: string;
  check(input: ScrubInput): readonly EditFinding[];
}
