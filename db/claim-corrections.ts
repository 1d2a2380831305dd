import { type ClaimCorrection, claimCorrectionSchema, correctVisit } from '../domain/claim/claim-correction.js';
import type { Instant } from '../domain/kernel/instant.js';
import { visitSchema } from '../domain/visit/visit.js';
import { z } from 'zod';
import type { PracticeTransaction } from './database.js';
import { patientSha256 } from './patient-sha256.js';
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

/** What a stored correction of the claim says; null when there is none with this id. */
export async function findCorrection(
  tx: PracticeTransaction,
  claimId: string,
  correctionId: string,
): Promise<ClaimCorrection | null> {
  const row = await tx.maybeOne(
    z.object({ data: claimCorrectionSchema }),
    sql`select data from claim_corrections where id = ${correctionId} and claim_id = ${claimId}`,
  );
  return row?.data ?? null;
}

/** Keeps with a correction the codes of the lines it was made for, as the claim is coded when it comes into force. */
export async function nameCodesOfCorrection(
  tx: PracticeTransaction,
  correctionId: string,
  named: ClaimCorrection,
): Promise<void> {
  if (named.lines === undefined) return;
  await tx.execute(
    sql`update claim_corrections set data = ${json(named)} where id = ${correctionId} and applied_at is null`,
  );
}

/** Puts a stored correction of the claim in force and gives it; null when there is none with this id. A corrected patient is found as such from now on. */
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
  if (row?.data.patient !== undefined) await renamePatient(tx, claimId);
  return row?.data ?? null;
}

async function renamePatient(tx: PracticeTransaction, claimId: string): Promise<void> {
  const { visit, corrections } = await tx.one(
    z.object({ visit: visitSchema, corrections: z.array(claimCorrectionSchema) }),
    sql`
      select v.data as visit, (select jsonb_agg(cc.data order by cc.created_at, cc.id) from claim_corrections cc
        where cc.claim_id = c.id and cc.applied_at is not null) as corrections
      from claims c join visits v on v.id = c.visit_id where c.id = ${claimId}`,
  );
  const { patient } = correctVisit(visit, corrections);
  await tx.execute(
    sql`update claims set patient_sha256 = ${patientSha256(tx.practiceId, patient)} where id = ${claimId}`,
  );
}
