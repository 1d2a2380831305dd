import { moveSendings } from '../db/acknowledged-claims.js';
import { recordEventBatch } from '../db/claim-event-batch.js';
import type { ClaimSubmissionRow } from '../db/claim-submissions.js';
import type { PracticeTransaction } from '../db/database.js';
import { derivedId } from '../db/new-id.js';
import { enqueueOutboxBatch } from '../db/outbox.js';
import type { ActivityDeps } from './ports.js';

/** A claim that must not leave, and why in words without patient data. */
export type UnwritableClaim = { readonly sending: ClaimSubmissionRow; readonly cause: string };

/** Why a claim could not even be written. */
export const cannotBeWritten =
  'The claim can not be written as 837P: its payer has no profile in force on the date of service, or a value does not fit the format. Correct it or ask an engineer.';

/** Gives claims that can't be written, or would be refused, back to their workflows, which park them; nothing of them has left. */
export async function refuseUnwritable(
  deps: ActivityDeps,
  tx: PracticeTransaction,
  unwritable: readonly UnwritableClaim[],
): Promise<void> {
  if (unwritable.length === 0) return;
  const at = deps.clock.now();
  const sendings = unwritable.map(({ sending }) => sending);
  await moveSendings(tx, sendings, 'rejected', at);
  for (const { sending, cause } of unwritable) {
    const eventId = derivedId('claimEvent', sending.claim_id, 'unwritable', String(sending.submission_number));
    const items = [
      { claimId: sending.claim_id, summary: cause, data: { submissionNumber: sending.submission_number } },
    ];
    const key = `unwritable:${sending.submission_number}`;
    await recordEventBatch(tx, { key, kind: 'rejected', actor: 'system:submission', at, items });
    const notice = { kind: 'rejected' as const, eventId, submissionNumber: sending.submission_number, cause };
    await enqueueOutboxBatch(tx, [{ eventId, message: { kind: 'notify_claim', claimId: sending.claim_id, notice } }]);
  }
}
