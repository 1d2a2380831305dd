import { z } from 'zod';
import { type CodedClaim, codedClaimSchema } from '../domain/coding/coded-claim.js';
import type { Cents } from '../domain/kernel/cents.js';
import type { Instant } from '../domain/kernel/instant.js';
import { centsColumn } from './claim-row.js';
import type { PracticeTransaction } from './database.js';
import { json, type SqlQuery, sql } from './sql.js';

/** Where one sending of a claim stands. */
export const claimSubmissionStateSchema = z.enum([
  'ready',
  'held',
  'withdrawn',
  'assembled',
  'sent',
  'accepted',
  'rejected',
  'remitted',
]);
export type ClaimSubmissionState = z.infer<typeof claimSubmissionStateSchema>;

export type QueuedClaim = {
  readonly claimId: string;
  readonly submissionNumber: number;
  readonly payerCode: string;
  readonly cycle: number;
  readonly frequencyCode: '1' | '7' | '8';
  readonly payerClaimControlNumber: string | null;
  readonly coded: CodedClaim;
  readonly chargeCents: Cents;
  /** Our own number of this very sending (2300 REF*D9); acknowledgements echo it. */
  readonly clearinghouseClaimNumber: string;
  readonly readyAt: Instant;
  /** Whether it may go at once, or only when its hold is released. */
  readonly state: 'ready' | 'held';
};

/** Gives a claim the right to be sent once under a number. For `writeClaimStep`: written only with the claim. */
export function queuedClaimWrite(practiceId: string, queued: QueuedClaim): SqlQuery {
  return sql`
    insert into claim_submissions (practice_id, claim_id, submission_number, payer_code, cycle, frequency_code,
      payer_claim_control_number, coded, charge_cents, state, clearinghouse_claim_number, ready_at)
    select ${practiceId}, ${queued.claimId}, ${queued.submissionNumber}, ${queued.payerCode}, ${queued.cycle},
      ${queued.frequencyCode}, ${queued.payerClaimControlNumber}, ${json(queued.coded)}, ${queued.chargeCents}, ${queued.state},
      ${queued.clearinghouseClaimNumber}, ${queued.readyAt} from claim`;
}

export const claimSubmissionRowSchema = z.object({
  claim_id: z.string(),
  submission_number: z.int(),
  payer_code: z.string(),
  cycle: z.int(),
  frequency_code: z.enum(['1', '7', '8']),
  payer_claim_control_number: z.string().nullable(),
  coded: codedClaimSchema,
  charge_cents: centsColumn,
  state: claimSubmissionStateSchema,
  clearinghouse_claim_number: z.string(),
  submission_id: z.string().nullable(),
});
export type ClaimSubmissionRow = z.infer<typeof claimSubmissionRowSchema>;

/** Takes the oldest ready claims of a route, locked; two makers of files never take the same claim. */
export function takeReadyClaims(
  tx: PracticeTransaction,
  payerCode: string,
  most: number,
): Promise<ClaimSubmissionRow[]> {
  return tx.rows(
    claimSubmissionRowSchema,
    sql`
      select * from claim_submissions
      where practice_id = ${tx.practiceId} and payer_code = ${payerCode} and state = 'ready'
      order by ready_at, claim_id limit ${most} for update skip locked`,
  );
}

/** The newest sending of a claim, or null when it was never queued. */
export function findLatestSubmission(tx: PracticeTransaction, claimId: string): Promise<ClaimSubmissionRow | null> {
  return tx.maybeOne(
    claimSubmissionRowSchema,
    sql`select * from claim_submissions where claim_id = ${claimId} order by submission_number desc limit 1`,
  );
}

/** Moves a sending on; gives whether a row was in one of the states named. */
export async function moveClaimSubmission(
  tx: PracticeTransaction,
  key: { readonly claimId: string; readonly submissionNumber: number },
  from: readonly ClaimSubmissionState[],
  to: ClaimSubmissionState,
): Promise<boolean> {
  const moved = await tx.execute(sql`
    update claim_submissions set state = ${to}
    where claim_id = ${key.claimId} and submission_number = ${key.submissionNumber} and state = any(${from})`);
  return moved > 0;
}

/** Ties ready sendings to the file that now holds them. */
export async function putIntoFile(
  tx: PracticeTransaction,
  submissionId: string,
  claims: readonly { readonly claim_id: string; readonly submission_number: number }[],
): Promise<void> {
  await tx.execute(sql`
    update claim_submissions s set state = 'assembled', submission_id = ${submissionId}
    from unnest(${claims.map((claim) => claim.claim_id)}::text[], ${claims.map((claim) => claim.submission_number)}::int[])
      as g(claim_id, submission_number)
    where s.claim_id = g.claim_id and s.submission_number = g.submission_number`);
}

/** Marks the newest sending of each claim as decided by the payer, so that a later acknowledgement of it changes nothing; one that has not left yet is another sending's successor and stays. */
export async function markSendingsRemitted(tx: PracticeTransaction, claimIds: readonly string[]): Promise<void> {
  await tx.execute(sql`
    update claim_submissions s set state = 'remitted'
    from claims c
    where c.id = any(${claimIds}) and s.claim_id = c.id and s.submission_number = c.submission_number
      and s.state in ('sent', 'accepted')`);
}
