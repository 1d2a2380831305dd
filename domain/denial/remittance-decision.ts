import type { CodedClaim } from '../coding/coded-claim.js';
import type { Cents } from '../kernel/cents.js';
import type { TraceStep } from '../kernel/trace.js';
import type { AdjustmentGroup } from '../remittance/adjudicated-claim.js';
import type { TriedCorrection } from './tried-correction.js';

/** Who can put a denial right. */
export type DenialOwner = 'coding' | 'registration' | 'authorization' | 'documentation' | 'credentialing' | 'billing';

/** What comes next after the payer's decision; nothing here posts money. */
export type RemittanceDecision =
  | {
      readonly kind: 'settled';
      readonly paidCents: Cents;
      readonly contractualCents: Cents;
      readonly patientResponsibilityCents: Cents;
      readonly trace: readonly TraceStep[];
    }
  | {
      readonly kind: 'correct_and_resubmit';
      readonly claim: CodedClaim;
      readonly changes: readonly string[];
      /** Appended by the caller to `triedCorrections` of the next cycle. */
      readonly correction: TriedCorrection;
      /** `1` sends the corrected claim as a new one, `7` replaces the payer's own (REF*F8 needed). */
      readonly frequencyCode: '1' | '7';
      readonly trace: readonly TraceStep[];
    }
  | {
      readonly kind: 'park';
      /** Stable code of the cause. */
      readonly cause: string;
      /** The cause in plain words. */
      readonly message: string;
      readonly carc: string;
      readonly group: AdjustmentGroup;
      readonly remarkCodes: readonly string[];
      readonly owner: DenialOwner;
      readonly appealable: boolean;
      readonly remedy: string;
      readonly trace: readonly TraceStep[];
    }
  /** Something was denied, and how this payer takes corrections and appeals is not known. */
  | { readonly kind: 'payer_unknown'; readonly trace: readonly TraceStep[] };
