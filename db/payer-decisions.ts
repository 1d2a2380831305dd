import { z } from 'zod';
import type { PracticeReader, PracticeTransaction } from './database.js';
import { sql } from './sql.js';

const answerSchema = z.object({ answer: z.boolean() });

/** True when a payer has decided the claim, other than by a reversal (835 CLP02 22), under a number of its own that a replacement can name. */
export async function hasReplaceableDecision(tx: PracticeTransaction, claimId: string): Promise<boolean> {
  const row = await tx.one(
    answerSchema,
    sql`select exists (select from remittance_claims where claim_id = ${claimId} and status_code <> '22'
      and payer_claim_control_number is not null) as answer`,
  );
  return row.answer;
}

/** True when the payer's newest decision returned the claim as unprocessable (MA130): it then decided nothing (Pub. 100-04 ch. 1 §80.3). */
export async function wasReturnedUnprocessable(tx: PracticeTransaction, claimId: string): Promise<boolean> {
  const row = await tx.maybeOne(
    answerSchema,
    sql`select jsonb_path_exists(rc.data, '$.remarkCodes[*] ? (@ == "MA130")')
        or jsonb_path_exists(rc.data, '$.lines[*].remarkCodes[*] ? (@ == "MA130")') as answer
      from remittance_claims rc join remittances r on r.id = rc.remittance_id
      where rc.claim_id = ${claimId} and rc.status_code <> '22' order by r.payment_date desc, rc.id desc limit 1`,
  );
  return row?.answer ?? false;
}

/**
 * The payer's newest decision on the claim – of one remittance the last that is no reversal counts – if no step of the
 * claim was decided by it yet; else null.
 */
export async function newestUndecidedRemittance(query: PracticeReader, claimId: string): Promise<string | null> {
  const row = await query.maybeOne(
    z.object({ id: z.string(), is_decided: z.boolean() }),
    sql`select rc.id, exists (select from claim_events e
        where e.claim_id = ${claimId} and e.data ->> 'decidedBy' = rc.id) as is_decided
      from remittance_claims rc join remittances r on r.id = rc.remittance_id
      where rc.claim_id = ${claimId}
      order by r.posted_at desc nulls last, r.id desc, (rc.status_code = '22'), rc.ordinal desc limit 1`,
  );
  return row === null || row.is_decided ? null : row.id;
}

/** True while the newest sending of the claim is with the payer, as far as we know, and no remittance has come since it left. */
export async function hasUndecidedSending(tx: PracticeTransaction, claimId: string): Promise<boolean> {
  const row = await tx.one(
    answerSchema,
    sql`select exists (
      select from (select * from claim_submissions where claim_id = ${claimId} order by submission_number desc limit 1) newest
      join submissions file on file.id = newest.submission_id
      where newest.state in ('assembled', 'sent', 'accepted') and not exists (
        select from remittance_claims rc join remittances r on r.id = rc.remittance_id
        where rc.claim_id = ${claimId} and r.posted_at >= coalesce(file.sent_at, file.created_at))) as answer`,
  );
  return row.answer;
}
