import { recordEventBatch } from '../db/claim-event-batch.js';
import type { PracticeTransaction } from '../db/database.js';
import { derivedId } from '../db/new-id.js';
import { enqueueOutboxBatch } from '../db/outbox.js';
import { findPayerProfile } from '../db/payer-profiles.js';
import { getPractice } from '../db/practices.js';
import { moveClaimsOfSubmission, type SubmissionRow, setSubmissionState } from '../db/submissions.js';
import { resolveSubmissionItems } from '../db/work-items.js';
import { plainDateAt } from '../domain/kernel/instant.js';
import { stageDueAt } from '../domain/claim/service-level.js';
import type { ActivityDeps } from './ports.js';

/** Records that a file has arrived: the file, its claims with their new deadline, and the notices, in the caller’s transaction. */
export async function markSubmissionSent(
  deps: ActivityDeps,
  tx: PracticeTransaction,
  submission: SubmissionRow,
  how: string,
): Promise<void> {
  const at = deps.clock.now();
  const practice = await getPractice(tx, tx.practiceId);
  const payer = await findPayerProfile(tx, submission.payer_code, plainDateAt(at, practice.timeZone));
  const dueAt = stageDueAt('acknowledgement', at, { payer, timeZone: practice.timeZone });
  const waitWallMillis = dueAt === null ? 0 : deps.clock.wallMillisUntil(dueAt);
  await setSubmissionState(tx, submission.id, 'sent', { sentAt: at });
  const moved = await moveClaimsOfSubmission(tx, submission.id, ['assembled'], 'sent');
  await recordEventBatch(tx, {
    key: `submitted:${submission.id}`,
    kind: 'submitted',
    actor: 'system:submission',
    at,
    items: moved.map((claim) => ({
      claimId: claim.claim_id,
      summary: how,
      data: { submissionId: submission.id, submissionNumber: claim.submission_number },
      // A claim that was ended while its file’s fate was unknown stays closed.
      ...(claim.stage === 'closed' ? {} : { enters: { stage: 'acknowledgement' as const, dueAt } }),
    })),
  });
  await enqueueOutboxBatch(
    tx,
    moved.map((claim) => {
      const eventId = derivedId('claimEvent', submission.id, claim.claim_id, 'submitted');
      const notice = { kind: 'submitted' as const, eventId, submissionNumber: claim.submission_number, waitWallMillis };
      return { eventId, message: { kind: 'notify_claim' as const, claimId: claim.claim_id, notice } };
    }),
  );
  await resolveSubmissionItems(tx, submission.id, { at, by: 'system:submission', resolution: 'The file has arrived.' });
}
