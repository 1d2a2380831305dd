import { z } from 'zod';
import { claimCorrectionSchema, correctVisit } from '../domain/claim/claim-correction.js';
import type { Visit } from '../domain/visit/visit.js';
import { visitSchema } from '../domain/visit/visit.js';
import type { PracticeTransaction } from './database.js';
import { sql } from './sql.js';

const rowSchema = z.object({
  claim_id: z.string(),
  patient_control_number: z.string(),
  visit: visitSchema,
  corrections: z.array(claimCorrectionSchema),
  overridden_edit_ids: z.array(z.string()),
});

export type ClaimToSend = {
  readonly patientControlNumber: string;
  readonly visit: Visit;
  readonly overriddenEditIds: readonly string[];
};

/** Visits (corrections laid over), control numbers and overridden edits of the claims of a file, by claim id. */
export async function readClaimsToSend(
  tx: PracticeTransaction,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, ClaimToSend>> {
  const rows = await tx.rows(
    rowSchema,
    sql`
      select c.id as claim_id, c.patient_control_number, c.overridden_edit_ids, v.data as visit,
        coalesce((select jsonb_agg(cc.data order by cc.created_at, cc.id) from claim_corrections cc
          where cc.claim_id = c.id and cc.applied_at is not null), '[]'::jsonb) as corrections
      from claims c join visits v on v.id = c.visit_id
      where c.id = any(${claimIds})`,
  );
  return new Map(
    rows.map((row) => [
      row.claim_id,
      {
        patientControlNumber: row.patient_control_number,
        visit: correctVisit(row.visit, row.corrections),
        overriddenEditIds: row.overridden_edit_ids,
      },
    ]),
  );
}
