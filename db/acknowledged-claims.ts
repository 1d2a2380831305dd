import { z } from 'zod';
import { claimStageSchema } from '../domain/claim/claim-status.js';
import type { PracticeTransaction } from './database.js';
import { claimSubmissionStateSchema } from './claim-submissions.js';
import { sql } from './sql.js';

const rowSchema = z.object({
  claim_id: z.string(),
  patient_control_number: z.string(),
  clearinghouse_claim_number: z.string(),
  submission_number: z.int(),
  submission_id: z.string().nullable(),
  is_current: z.boolean(),
  is_acknowledged: z.boolean(),
  state: claimSubmissionStateSchema,
  stage: claimStageSchema,
  payer_code: z.string(),
});
export type AcknowledgedSending = z.infer<typeof rowSchema>;

/** The sendings an acknowledgement may mean: by our number of the sending (REF*D9) or by patient control number, locked with their claims. */
export function findSendings(
  tx: PracticeTransaction,
  numbers: { readonly clearinghouseClaimNumbers: readonly string[]; readonly patientControlNumbers: readonly string[] },
): Promise<AcknowledgedSending[]> {
  return tx.rows(
    rowSchema,
    sql`
      with wanted as (
        select claim_id, submission_number from claim_submissions
        where practice_id = ${tx.practiceId} and clearinghouse_claim_number = any(${numbers.clearinghouseClaimNumbers})
        union
        select s.claim_id, s.submission_number from claims c join claim_submissions s on s.claim_id = c.id
        where c.practice_id = ${tx.practiceId} and c.patient_control_number = any(${numbers.patientControlNumbers})
      )
      select s.claim_id, c.patient_control_number, s.clearinghouse_claim_number, s.submission_number, s.submission_id,
        s.submission_number = c.submission_number as is_current,
        s.acknowledged_at is not null as is_acknowledged, s.state, c.stage, s.payer_code
      from wanted w join claim_submissions s using (claim_id, submission_number) join claims c on c.id = s.claim_id
      where s.submission_id is not null
      order by c.id, s.submission_number for update of c, s`,
  );
}

/** Moves sendings on in one statement, with the moment of their acknowledgement. */
export async function moveSendings(
  tx: PracticeTransaction,
  sendings: readonly Pick<AcknowledgedSending, 'claim_id' | 'submission_number'>[],
  state: 'accepted' | 'rejected' | 'remitted',
  at: string,
): Promise<void> {
  await tx.execute(sql`
    update claim_submissions s set state = ${state}, acknowledged_at = ${at}
    from unnest(${sendings.map((one) => one.claim_id)}::text[], ${sendings.map((one) => one.submission_number)}::int[])
      as g(claim_id, submission_number)
    where s.claim_id = g.claim_id and s.submission_number = g.submission_number`);
}
