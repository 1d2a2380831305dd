import type { ClaimCorrection } from '../domain/claim/claim-correction.js';
import type { Instant } from '../domain/kernel/instant.js';
import type { PracticeTransaction } from './database.js';
import { json, sql } from './sql.js';

/** Keeps what a person wants put right until the claim's workflow applies it; only the id travels there. */
export async function storeCorrection(
  tx: PracticeTransaction,
  correction: {
    readonly id: string;
    readonly claimId: string;
    readonly data: ClaimCorrection;
    readonly reason: string;
    readonly actor: string;
    readonly at: Instant;
  },
): Promise<void> {
  const { id, claimId, data, reason, actor, at } = correction;
  await tx.execute(sql`
    insert into claim_corrections (id, practice_id, claim_id, data, reason, actor, created_at)
    values (${id}, ${tx.practiceId}, ${claimId}, ${json(data)}, ${reason}, ${actor}, ${at})
    on conflict (id) do nothing`);
}
