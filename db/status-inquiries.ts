import type { Instant } from '../domain/kernel/instant.js';
import type { PracticeTransaction } from './database.js';
import { sql } from './sql.js';

export type StatusInquiryInput = {
  readonly id: string;
  readonly claimId: string;
  readonly askedAt: Instant;
  /** Our class of the payer's answer (`pending`, `not-found` …). */
  readonly answer: string;
  readonly requestX12: string;
  readonly responseX12: string;
};

/** Keeps a 276 and its 277 as they went over the wire. */
export async function saveStatusInquiry(tx: PracticeTransaction, input: StatusInquiryInput): Promise<void> {
  await tx.execute(sql`
    insert into status_inquiries (id, practice_id, claim_id, asked_at, answer, request_x12, response_x12)
    values (${input.id}, ${tx.practiceId}, ${input.claimId}, ${input.askedAt}, ${input.answer}, ${input.requestX12},
      ${input.responseX12})
    on conflict do nothing`);
}
