import type { Cents } from '../kernel/cents.js';
import type { PayerProfile } from '../payer/payer-profile.js';
import type { Visit } from '../visit/visit.js';
import type { EligibilityVerdict } from './eligibility-verdict.js';

/** What the verdict on telehealth coverage is made from. */
export interface TelehealthCoverageInput {
  readonly visit: Pick<Visit, 'coverages' | 'modality' | 'priorAuthorizationNumber' | 'telehealthConsent'>;
  readonly payer: PayerProfile;
  /** What the 271 said; null when nobody asked or nobody answered. */
  readonly eligibility: EligibilityVerdict | null;
  /** Procedures the visit is billed with, as far as they are known. */
  readonly procedureCodes: readonly string[];
  /** What the payer is expected to allow; null when nobody knows, and then there is no estimate. */
  readonly allowedCents: Cents | null;
}
