import type { TransactionSetHeading } from '../interchange.js';
import type { EnvelopeEvent } from '../x12-event.js';
import type { X12Finding } from '../x12-finding.js';
import type { BillingProvider, ProfessionalClaimBatch } from './professional-claim-batch.js';
import type { ProfessionalClaim } from './professional-claim.js';

/** What a batch says before its first billing provider. */
export type ClaimBatchHeading = Omit<ProfessionalClaimBatch, 'billingProviders'>;

/** Something read of an 837P, in file order. */
export type ProfessionalClaimEvent =
  | {
      readonly kind: 'claim-batch-begun';
      readonly transactionSet: TransactionSetHeading;
      readonly heading: ClaimBatchHeading;
    }
  /** A billing provider, before its first claim; one without claims is told of too. `index` counts from 0 in the batch. */
  | { readonly kind: 'billing-provider'; readonly index: number; readonly billingProvider: BillingProvider }
  /** One claim of the last provider; `index` counts from 0 in the batch. */
  | { readonly kind: 'professional-claim'; readonly index: number; readonly claim: ProfessionalClaim }
  /** What is wrong with the claims since the last event of this kind, and with the levels above them. */
  | { readonly kind: 'claim-findings'; readonly findings: readonly X12Finding[] }
  | {
      readonly kind: 'claim-batch-ended';
      readonly transactionSet: TransactionSetHeading;
      readonly claimCount: number;
      readonly byteLength: number;
    };

/** Something read of a claim file, in file order. */
export type ClaimFileEvent =
  | EnvelopeEvent
  | ProfessionalClaimEvent
  /** A transaction set that is no 837P: only passed over. */
  | {
      readonly kind: 'other-transaction-set';
      readonly transactionSet: TransactionSetHeading;
      readonly byteLength: number;
    };
