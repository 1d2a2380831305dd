import { z } from 'zod';
import { type ClaimStage, claimStageSchema } from '../domain/claim/claim-status.js';
import type { Queryable } from './database.js';
import { sql } from './sql.js';

/** The practice at a glance: how many claims stand where, and what became of the money. */
export interface PracticeSummary {
  readonly claims: number;
  readonly claimsByStage: Readonly<Partial<Record<ClaimStage, number>>>;
  /** Claims that wait for a person or are on hold. */
  readonly claimsWithPerson: number;
  readonly billedCents: number;
  readonly paidCents: number;
  readonly adjustedCents: number;
  readonly patientCents: number;
  readonly openWorkItems: number;
}

const summarySchema = z.object({
  stages: z.array(z.object({ stage: claimStageSchema, claims: z.int() })),
  with_person: z.int(),
  billed: z.int(),
  paid: z.int(),
  adjusted: z.int(),
  patient: z.int(),
  open_items: z.int(),
});

/** Counts claims and sums their money; `patientCents` is what payers left to patients. */
export async function summarizePractice(query: Queryable): Promise<PracticeSummary> {
  const row = await query.one(
    summarySchema,
    sql`with by_stage as (
        select stage, count(*) as claims,
          count(*) filter (where stage <> 'closed' and (attention <> 'none' or on_hold)) as with_person,
          sum(charge_cents) as billed, sum(paid_cents) as paid,
          sum(adjusted_cents) as adjusted, sum(patient_responsibility_cents) as patient
        from claims group by stage)
      select coalesce(json_agg(json_build_object('stage', stage, 'claims', claims)), '[]') as stages,
        coalesce(sum(with_person), 0)::bigint as with_person, coalesce(sum(billed), 0)::bigint as billed, coalesce(sum(paid), 0)::bigint as paid,
        coalesce(sum(adjusted), 0)::bigint as adjusted, coalesce(sum(patient), 0)::bigint as patient,
        (select count(*) from work_items where resolved_at is null) as open_items
      from by_stage`,
  );
  return {
    claims: row.stages.reduce((total, stage) => total + stage.claims, 0),
    claimsByStage: Object.fromEntries(row.stages.map(({ stage, claims }) => [stage, claims])),
    claimsWithPerson: row.with_person,
    billedCents: row.billed,
    paidCents: row.paid,
    adjustedCents: row.adjusted,
    patientCents: row.patient,
    openWorkItems: row.open_items,
  };
}

/** Claims of the whole installation by stage, for metrics. */
export function countClaimsByStage(
  system: Queryable,
): Promise<{ readonly stage: ClaimStage; readonly claims: number }[]> {
  return system.rows(
    z.object({ stage: claimStageSchema, claims: z.int() }),
    sql`select stage, claims from count_claims_by_stage()`,
  );
}
