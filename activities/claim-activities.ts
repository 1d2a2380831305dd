import type { ClaimCommand } from '../domain/claim/claim-command.js';
import type { ParkedClaim } from '../domain/claim/command-refusal.js';
import type { ClaimStage } from '../domain/claim/claim-status.js';

/** What every step of a claim gets: whose claim, and the idempotency key made in the workflow. */
export type ClaimStepInput = {
  readonly practiceId: string;
  readonly claimId: string;
  /** `step:cycle`, unique within the claim; a repeated step under the same key changes nothing and answers the same. */
  readonly key: string;
};

/** A step went through, or the claim now waits for a person (the work item is open already). */
export type StepOutcome = { readonly kind: 'done' } | { readonly kind: 'parked'; readonly parked: ParkedClaim };

/** A claim is in the queue under a number, or there is no insurance to send it to, or it waits for a person. */
export type QueueOutcome =
  | { readonly kind: 'queued'; readonly submissionNumber: number }
  | { readonly kind: 'nothing_to_send' }
  | { readonly kind: 'parked'; readonly parked: ParkedClaim };

/** Whether the deadline in the database has passed; when not, how long to wait on the wall clock. */
export type DeadlineCheck = { readonly passed: boolean; readonly waitWallMillis: number };

/** What comes after a remittance. */
export type RemittanceOutcome =
  | { readonly kind: 'settled' }
  | { readonly kind: 'corrected' }
  | { readonly kind: 'parked'; readonly parked: ParkedClaim };

/** What the payer said when asked for the claim's status. */
export type InquiryOutcome =
  | { readonly kind: 'waiting'; readonly stage: ClaimStage; readonly waitWallMillis: number }
  | { readonly kind: 'parked'; readonly parked: ParkedClaim };

export type CommandInput = ClaimStepInput & {
  readonly actor: string;
  readonly command: ClaimCommand;
  readonly parked: ParkedClaim | null;
  /** The claim's version that was decided on. */
  readonly version?: number;
};
export type CommandOutcome =
  | { readonly kind: 'carried_out'; readonly summary: string }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'claim_changed'; readonly version: number };

/** The step that failed and the kind of its fault (an error class of ours, never a message from outside). */
export type FailedStepInput = ClaimStepInput & { readonly step: ClaimStage; readonly fault: string };

/** Why a sent claim came back. */
export type RejectionInput = ClaimStepInput & {
  readonly kind: 'payer_rejected' | 'file_rejected';
  readonly cause: string;
};

export type LateRemittanceInput = {
  readonly practiceId: string;
  readonly claimId: string;
  readonly remittanceClaimId: string;
};

/** Steps on our own database, each one transaction well under 100 ms: run as local activities of `ClaimLifecycle`. */
export interface ClaimActivities {
  codeClaim(input: ClaimStepInput): Promise<StepOutcome>;
  scrubClaim(input: ClaimStepInput): Promise<StepOutcome>;
  queueForSubmission(input: ClaimStepInput): Promise<QueueOutcome>;
  checkDeadline(input: { readonly practiceId: string; readonly claimId: string }): Promise<DeadlineCheck>;
  decideAfterRemittance(input: ClaimStepInput & { readonly remittanceClaimId: string }): Promise<RemittanceOutcome>;
  carryOutCommand(input: CommandInput): Promise<CommandOutcome>;
  parkRejectedClaim(input: RejectionInput): Promise<StepOutcome>;
  parkFailedStep(input: FailedStepInput): Promise<StepOutcome>;
  resolveByNews(input: ClaimStepInput & { readonly workItemId: string }): Promise<void>;
  closeClaim(input: ClaimStepInput): Promise<void>;
  /** Shows a person a remittance that its claim did not hear of in time; nothing when the claim has decided by it. */
  reportLateRemittance(input: LateRemittanceInput): Promise<void>;
}

/** Steps that ask the clearinghouse about one claim: regular activities on its own task queue. */
export interface ClaimInquiryActivities {
  verifyEligibility(input: ClaimStepInput): Promise<StepOutcome>;
  inquireClaimStatus(input: ClaimStepInput & { readonly inquiry: number }): Promise<InquiryOutcome>;
}
