import { z } from 'zod';
import type { Cents } from '../domain/kernel/cents.js';
import { type Instant, instantMillis } from '../domain/kernel/instant.js';
import { centsColumn, instantColumn } from './claim-row.js';
import type { PracticeTransaction } from './database.js';
import { sql } from './sql.js';

/** Where a file stands: written down, on its way, arrived, fate unknown, answered. */
export const submissionStateSchema = z.enum(['rendered', 'sending', 'unknown', 'sent', 'accepted', 'rejected']);
export type SubmissionState = z.infer<typeof submissionStateSchema>;

export type SubmissionInput = {
  readonly id: string;
  readonly payerCode: string;
  readonly key: string;
  readonly fileName: string;
  readonly interchangeControlNumber: string;
  readonly groupControlNumber: string;
  readonly transactionControlNumber: string;
  readonly batchReference: string;
  readonly content: Uint8Array;
  readonly sha256: string;
  readonly claimCount: number;
  readonly chargeCents: Cents;
  readonly at: Instant;
};

/** Writes a file down with its control numbers before anything leaves. */
export async function insertSubmission(tx: PracticeTransaction, input: SubmissionInput): Promise<void> {
  await tx.execute(sql`
    insert into submissions (id, practice_id, payer_code, idempotency_key, state, file_name, interchange_control_number,
      group_control_number, transaction_control_number, batch_reference, content, sha256, claim_count, charge_cents, created_at)
    values (${input.id}, ${tx.practiceId}, ${input.payerCode}, ${input.key}, 'rendered', ${input.fileName},
      ${input.interchangeControlNumber}, ${input.groupControlNumber}, ${input.transactionControlNumber},
      ${input.batchReference}, ${input.content}, ${input.sha256}, ${input.claimCount}, ${input.chargeCents}, ${input.at})`);
}

const submissionRowSchema = z.object({
  id: z.string(),
  payer_code: z.string(),
  state: submissionStateSchema,
  file_name: z.string(),
  content: z.instanceof(Uint8Array),
  claim_count: z.int(),
  charge_cents: centsColumn,
  attempts: z.int(),
});
export type SubmissionRow = z.infer<typeof submissionRowSchema>;

const columns = sql`id, payer_code, state, file_name, content, claim_count, charge_cents, attempts`;

/** A submission, locked to the end of the transaction. */
export function lockSubmission(tx: PracticeTransaction, submissionId: string): Promise<SubmissionRow> {
  return tx.one(submissionRowSchema, sql`select ${columns} from submissions where id = ${submissionId} for update`);
}

const idRow = z.object({ id: z.string() });

/** The file of a route that was made but has not certainly arrived, or the one made under this key; null for none. */
export async function findUnfinishedSubmission(tx: PracticeTransaction, payerCode: string): Promise<string | null> {
  const row = await tx.maybeOne(
    idRow,
    sql`
      select id from submissions where payer_code = ${payerCode} and state in ('rendered', 'sending', 'unknown')
      order by created_at, id limit 1`,
  );
  return row?.id ?? null;
}

/** The submission with an interchange control number (TA1, ISA13), or null when it is none of ours. */
export async function findSubmissionByInterchange(
  tx: PracticeTransaction,
  controlNumber: string,
): Promise<string | null> {
  const row = await tx.maybeOne(
    idRow,
    sql`select id from submissions where interchange_control_number = ${controlNumber}`,
  );
  return row?.id ?? null;
}

/** The newest submission with a group control number (999 AK102), or null when it is none of ours. */
export async function findSubmissionByGroup(tx: PracticeTransaction, controlNumber: string): Promise<string | null> {
  const row = await tx.maybeOne(
    idRow,
    sql`select id from submissions where group_control_number = ${controlNumber} order by created_at desc, id desc limit 1`,
  );
  return row?.id ?? null;
}

/** Changes where a submission stands; the caller holds its lock. */
export async function setSubmissionState(
  tx: PracticeTransaction,
  submissionId: string,
  state: SubmissionState,
  facts: { readonly sentAt?: Instant; readonly countAttempt?: boolean; readonly error?: string } = {},
): Promise<void> {
  await tx.execute(sql`
    update submissions set state = ${state}, sent_at = coalesce(${facts.sentAt ?? null}::timestamptz, sent_at),
      attempts = attempts + ${facts.countAttempt === true ? 1 : 0}, last_error = ${facts.error ?? null}
    where id = ${submissionId}`);
}

const sentClaimSchema = z.object({
  claim_id: z.string(),
  submission_number: z.int(),
  is_current: z.boolean(),
  stage: z.string(),
});
export type SentClaim = z.infer<typeof sentClaimSchema>;

/** Moves the claims of a file on from some states to another; gives those that moved, and whether the sending is the claim's newest. */
export function moveClaimsOfSubmission(
  tx: PracticeTransaction,
  submissionId: string,
  from: readonly string[],
  to: string,
): Promise<SentClaim[]> {
  return tx.rows(
    sentClaimSchema,
    sql`
      update claim_submissions s set state = ${to}
      from claims c
      where s.submission_id = ${submissionId} and s.state = any(${from}) and c.id = s.claim_id
      returning s.claim_id, s.submission_number, s.submission_number = c.submission_number as is_current, c.stage`,
  );
}

/** The claims of a file, by id. */
export async function claimsOfSubmission(tx: PracticeTransaction, submissionId: string): Promise<string[]> {
  const rows = await tx.rows(
    z.object({ claim_id: z.string() }),
    sql`select claim_id from claim_submissions where submission_id = ${submissionId} order by claim_id`,
  );
  return rows.map((row) => row.claim_id);
}

/** The claims that were sent for the first time in a file, by id: what a payer knows of these it knows from this file. */
export async function firstSendingsOfSubmission(tx: PracticeTransaction, submissionId: string): Promise<string[]> {
  const rows = await tx.rows(
    z.object({ claim_id: z.string() }),
    sql`select claim_id from claim_submissions
      where submission_id = ${submissionId} and submission_number = 1 order by claim_id`,
  );
  return rows.map((row) => row.claim_id);
}

/** Business milliseconds since a file was made. */
export async function submissionAge(tx: PracticeTransaction, submissionId: string, now: Instant): Promise<number> {
  const row = await tx.one(
    z.object({ created_at: instantColumn }),
    sql`select created_at from submissions where id = ${submissionId}`,
  );
  return instantMillis(now) - instantMillis(row.created_at);
}
