import { recordEventBatch } from '../db/claim-event-batch.js';
import type { PracticeTransaction } from '../db/database.js';
import { derivedId } from '../db/new-id.js';
import { enqueueOutboxBatch } from '../db/outbox.js';
import { claimsOfSubmission, lockSubmission, moveClaimsOfSubmission, setSubmissionState } from '../db/submissions.js';
import { markSubmissionSent } from './mark-submission-sent.js';
import type { ActivityDeps } from './ports.js';
import { hasArrived } from './upload-submission.js';

/** An answer to a file proves that it arrived, whatever we knew of it. */
export async function confirmArrival(deps: ActivityDeps, tx: PracticeTransaction, submissionId: string): Promise<void> {
  const submission = await lockSubmission(tx, submissionId);
  if (!hasArrived(submission))
    await markSubmissionSent(deps, tx, submission, 'Sent; the clearinghouse has answered it.');
}

/** A file accepted for translation: noted on its claims, whose stage does not change. */
export async function applyFileAcceptance(
  deps: ActivityDeps,
  tx: PracticeTransaction,
  submissionId: string,
  summary: string,
): Promise<void> {
  await confirmArrival(deps, tx, submissionId);
  const submission = await lockSubmission(tx, submissionId);
  if (submission.state !== 'sent') return;
  await setSubmissionState(tx, submissionId, 'accepted');
  // Also on claims that a 277CA or an 835 has moved on already: files overtake each other.
  const claimIds = await claimsOfSubmission(tx, submissionId);
  await recordEventBatch(tx, {
    key: `file-accepted:${submissionId}`,
    kind: 'file_accepted',
    actor: 'clearinghouse',
    at: deps.clock.now(),
    items: claimIds.map((claimId) => ({ claimId, summary, data: { submissionId } })),
  });
}

/** A file turned back as a whole (999 R, TA1 R): none of its claims exists at the payer, each may go out again under new numbers. On a claim that is closed it is only noted. */
export async function applyFileRejection(
  deps: ActivityDeps,
  tx: PracticeTransaction,
  submissionId: string,
  cause: string,
): Promise<void> {
  await confirmArrival(deps, tx, submissionId);
  await setSubmissionState(tx, submissionId, 'rejected');
  const claims = await moveClaimsOfSubmission(tx, submissionId, ['sent'], 'rejected');
  await recordEventBatch(tx, {
    key: `file-rejected:${submissionId}`,
    kind: 'file_rejected',
    actor: 'clearinghouse',
    at: deps.clock.now(),
    items: claims.map((claim) => ({ claimId: claim.claim_id, summary: cause, data: { submissionId } })),
  });
  await enqueueOutboxBatch(
    tx,
    claims
      .filter((claim) => claim.stage !== 'closed')
      .map((claim) => {
        const eventId = derivedId('claimEvent', submissionId, claim.claim_id, 'file_rejected');
        const notice = { kind: 'file_rejected' as const, eventId, submissionNumber: claim.submission_number, cause };
        return { eventId, message: { kind: 'notify_claim' as const, claimId: claim.claim_id, notice } };
      }),
  );
}
