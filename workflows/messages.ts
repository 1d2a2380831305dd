import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { ClaimCommand } from '../domain/claim/claim-command.js';
import type { ParkedClaim } from '../domain/claim/command-refusal.js';
import type { ClaimNotice } from '../domain/claim/claim-notice.js';
import type { ClaimStage } from '../domain/claim/claim-status.js';

/** Input of `ClaimLifecycle`: ids only. */
export type ClaimLifecycleInput = { readonly practiceId: string; readonly claimId: string };

/** Tells a claim what the database already has: sent, accepted, rejected, remitted. */
export const claimNoticeSignal = defineSignal<[ClaimNotice]>('claimNotice');

/** A person's command with who gives it (an actor such as `user:key_…`). */
export type ClaimCommandRequest = {
  readonly actor: string;
  readonly command: ClaimCommand;
  /** The claim's version that was decided on; at any other nothing is done. Every version is right when left out. */
  readonly version?: number;
};
export type ClaimCommandReceipt =
  | { readonly kind: 'carried_out'; readonly summary: string }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'claim_changed'; readonly version: number };
/** Carries out a command; refused at once by its validator (failure type `CommandRefused`) when it is not allowed now. */
export const claimCommandUpdate = defineUpdate<ClaimCommandReceipt, [ClaimCommandRequest]>('claimCommand');

/** What a claim waits for at this moment. */
export type ClaimWait =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'person'; readonly parked: ParkedClaim }
  | { readonly kind: 'release_of_hold' }
  | { readonly kind: 'submission'; readonly submissionNumber: number }
  | { readonly kind: 'acknowledgement'; readonly submissionNumber: number }
  | { readonly kind: 'remittance'; readonly submissionNumber: number };

/** The live state of a claim, straight from its workflow. */
export type ClaimLiveState = {
  readonly claimId: string;
  readonly stage: ClaimStage;
  readonly waitsFor: ClaimWait;
  readonly onHold: boolean;
  readonly submissionNumber: number;
  readonly inquiries: number;
};
export const claimStateQuery = defineQuery<ClaimLiveState>('claimState');

/** Input of `SubmissionBatch`, one running workflow a payer route. */
export type SubmissionBatchInput = {
  readonly practiceId: string;
  readonly payerCode: string;
  /** How long to gather claims before a file is made, on the wall clock. */
  readonly gatherWallMillis: number;
  /** Set when it goes on as a new run: there may be work without a signal. */
  readonly goesOn?: boolean;
};
/** Tells a route that claims became ready. */
export const claimsReadySignal = defineSignal<[]>('claimsReady');

export type InboundFilesInput = { readonly practiceId: string };
export type RemittanceIntakeInput = { readonly practiceId: string; readonly inboundFileId: string };
