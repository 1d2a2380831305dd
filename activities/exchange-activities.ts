/** A file to send, or none because nothing is ready. */
export type AssembleOutcome =
  | { readonly kind: 'assembled'; readonly submissionId: string }
  | { readonly kind: 'nothing_ready' };

/** What became of a file: it arrived, it certainly did not leave, or nobody can tell yet. */
export type SendOutcome = { readonly kind: 'sent' } | { readonly kind: 'not_sent' } | { readonly kind: 'unknown' };

export type SubmissionRef = { readonly practiceId: string; readonly submissionId: string };

/** Steps of `SubmissionBatch` on our own database; regular activities, because a file may hold thousands of claims. */
export interface SubmissionBookActivities {
  /** Makes one 837P of the claims that are ready for a payer, with its control numbers and bytes kept; or gives an unfinished one back. */
  assembleSubmission(input: {
    readonly practiceId: string;
    readonly payerCode: string;
    readonly key: string;
  }): Promise<AssembleOutcome>;
  /** Asks a person to look at a file that can't be sent or whose fate stays unknown; once a cause. */
  openSubmissionItem(
    input: SubmissionRef & { readonly cause: 'clearinghouse_unavailable' | 'submission_unknown' },
  ): Promise<void>;
}

/** Steps of `SubmissionBatch` that leave the house. */
export interface SubmissionTransferActivities {
  /** Sends a file at most once; asks the mailbox first when an earlier try may have got through. */
  uploadSubmission(input: SubmissionRef): Promise<SendOutcome>;
  /** Settles a file of unknown fate by asking: the mailbox, our acknowledgements, the payer (276). Never sends. */
  settleSubmission(input: SubmissionRef): Promise<SendOutcome>;
}

export type InboundFileRef = { readonly practiceId: string; readonly inboundFileId: string };

/** Steps of `InboundFiles`: fetching leaves the house. */
export interface InboundTransferActivities {
  /** Fetches and stores every waiting file raw with its hash, then archives it; gives the files that still have to be read. */
  fetchInboundFiles(input: { readonly practiceId: string }): Promise<readonly string[]>;
}

/** Reading and applying what came in: one transaction each, regular activities because a file can be large. */
export interface InboundBookActivities {
  /** Applies each file in order, in a transaction of its own: a 999, TA1 or 277CA to the claims it answers, an 835 to its `RemittanceIntake`. */
  routeInboundFiles(input: { readonly practiceId: string; readonly inboundFileIds: readonly string[] }): Promise<void>;
  /** Proves that each 835 of a file balances and keeps the proof; gives the remittances in order. */
  proveRemittances(input: InboundFileRef): Promise<readonly string[]>;
  /** Asks a person to look at a file that can't be applied whatever is tried; once a file. */
  reportInboundFault(input: InboundFileRef & { readonly fault: string }): Promise<void>;
  /** Posts one remittance to the ledger as a batch, or to suspense, then tells its claims through the outbox. */
  postRemittance(input: { readonly practiceId: string; readonly remittanceId: string }): Promise<void>;
}
