import { type ClaimCorrection, claimCorrectionSchema } from '../domain/claim/claim-correction.js';
import type { Instant } from '../domain/kernel/instant.js';
import { z } from 'zod';
import type { PracticeTransaction } from './database.js';
import { json, sql } from './sql.js';

export type CorrectionInput = {
  readonly id: string;
  readonly claimId: string;
  readonly data: ClaimCorrection;
  readonly reason: string;
  readonly actor: string;
  readonly at: Instant;
};

/** Stores a correction that is not in force yet; only its id travels to the workflow. */
export async function storeCorrection(tx: PracticeTransaction, input: CorrectionInput): Promise<void> {
  await tx.execute(sql`
    insert into claim_corrections (id, practice_id, claim_id, data, reason, actor, created_at)
    values (${input.id}, ${tx.practiceId}, ${input.claimId}, ${json(input.data)}, ${input.reason}, ${input.actor}, ${input.at})
    on conflict do nothing`);
}

/** Puts a stored correction of the claim in force and gives it; null when there is none with this id. */
export async function applyCorrection(
  tx: PracticeTransaction,
  claimId: string,
  correctionId: string,
  at: Instant,
): Promise<ClaimCorrection | null> {
  const row = await tx.maybeOne(
    z.object({ data: claimCorrectionSchema }),
    sql`
      update claim_corrections set applied_at = coalesce(applied_at, ${at})
      where id = ${correctionId} and claim_id = ${claimId} returning data`,
  );
  return row?.data ?? null;
}
