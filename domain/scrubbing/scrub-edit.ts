import type { CodedClaim, ServiceLine } from '../coding/coded-claim.js';
import type { DiagnosisCodeSet } from '../coding/diagnosis-code-set.js';
import type { ProcedureCodeSet } from '../coding/procedure-code-set.js';
import type { EligibilityVerdict } from '../coverage/eligibility-verdict.js';
import type { Credential } from '../credential/credential.js';
import type { PlainDate } from '../kernel/plain-date.js';
import type { PayerClass, PayerProfile } from '../payer/payer-profile.js';
import type { Practice } from '../practice/practice.js';
import type { Monitoring } from '../visit/service-details.js';
import type { Visit } from '../visit/visit.js';
import type { ClaimFix } from './claim-fix.js';
import type { ClaimPrecedence } from './claim-precedence.js';
import type { EditFamily } from './edit-family.js';
import type { CodePairSet } from './ncci/code-pair-set.js';
import type { UnitLimitSet } from './ncci/unit-limit-set.js';

/** Claim frequency (837P CLM05-3): original, replacement, void. */
export type FrequencyCode = '1' | '7' | '8';

/** Another claim of the same patient in our own book; those that bill nobody are left out by the caller. */
export interface OtherClaim {
  readonly claimId: string;
  readonly dateOfService: PlainDate;
  readonly clinicianNpi: string;
  readonly lines: readonly Pick<ServiceLine, 'procedureCode' | 'modifiers'>[];
  /** ICD-10-CM without the dot. */
  readonly diagnoses: readonly string[];
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
  /** What the practice has recorded of the clinician's licences and enrolments; left out when it keeps no credentials. */
  readonly credentials?: readonly Credential[] | undefined;
  /** Edits a person with permission has set aside for this claim. */
  readonly overriddenEditIds: readonly string[];
}

/** What one edit found: what is wrong, where (field path of visit or claim), and what to do. No patient data. */
export interface EditFinding {
  readonly message: string;
  readonly location: string;
  readonly remedy: string;
}

/**
 * What an edit may read besides what happened in the visit. A claim has all of it; a question about a visit that names
 * nobody has little of it.
 */
export type ScrubFact =
  | 'patient'
  | 'birth_date'
  | 'sex'
  | 'clinician'
  | 'coverage'
  | 'diagnoses'
  | 'practice'
  | 'credentials'
  | 'charges'
  | 'eligibility'
  | 'other_claims'
  | 'filing_date'
  | 'authorization'
  /** That it is the professional claim: a question may be about any form. */
  | 'claim_form'
  /** Whether a virtual platform held the visit, or it was incident to a practitioner. */
  | 'platform';

/** A field of the visit that a finding may come from, when it is absent. */
export type AskedField = Exclude<keyof Visit, 'monitoring'> | `monitoring.${keyof Monitoring}`;

/** One rule a claim must pass before it is sent; it holds for dates of service within its effective dates, inclusive. */
export interface ScrubEdit {
  readonly id: string;
  readonly severity: 'blocking' | 'warning';
  readonly effectiveFrom: PlainDate;
  readonly effectiveTo?: PlainDate;
  readonly source: string;
  /** What must be so, in plain words. */
  readonly title: string;
  /** The facts it reads besides the visit's own; without one of them it can't be run. */
  readonly needs?: readonly ScrubFact[];
  /** The fields of the visit whose absence makes it find something; with them the answer may be another. */
  readonly asksFor?: readonly AskedField[];
  /** The classes of payers it holds for; all when absent. */
  readonly payerClasses?: readonly PayerClass[];
  /** It can only find something on a claim that bills one of these codes; any claim when absent. */
  readonly procedureCodes?: readonly string[];
  check(input: ScrubInput): readonly EditFinding[];
  /** A change of the claim that settles what `check` found, or null when only a person can; asked for failing claims only. */
  fix?(input: ScrubInput): ClaimFix | null;
}

/** An edit with its place in the catalogue. */
export interface CatalogueEdit extends ScrubEdit {
  readonly family: EditFamily;
}
