import { z } from 'zod';
import type { ClaimStage, InsuranceOutcome } from '../domain/claim/claim-status.js';
import type { Instant } from '../domain/kernel/instant.js';
import type { PracticeTransaction } from './database.js';
import { newId } from './new-id.js';
import { json, sql } from './sql.js';

/** What a batch tells of one claim. Amounts are added to the claim's. */
export type ClaimEventItem = {
  readonly claimId: string;
  readonly summary: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly enters?: { readonly stage: ClaimStage; readonly dueAt: Instant | null };
  readonly insuranceOutcome?: InsuranceOutcome;
  readonly payerClaimControlNumber?: string | undefined;
  readonly paidCents?: number;
  readonly adjustedCents?: number;
  readonly patientCents?: number;
};

export type ClaimEventBatch = {
  readonly key: string;
  readonly kind: string;
  readonly actor: string;
  readonly at: Instant;
  /** At most one item a claim. */
  readonly items: readonly ClaimEventItem[];
};

/**
 * Records one event on each of many claims and changes them, in one statement; claims that have the event already stay as
 * they are. Gives the claims that were changed. Locks in the order of ids, so two batches can't block each other.
 */
export async function recordEventBatch(tx: PracticeTransaction, batch: ClaimEventBatch): Promise<ReadonlySet<string>> {
  if (batch.items.length === 0) return new Set();
  const items = batch.items.map((item) => ({
    event_id: newId('claimEvent'),
    claim_id: item.claimId,
    summary: item.summary,
    data: item.data ?? {},
    stage: item.enters?.stage ?? null,
    due_at: item.enters?.dueAt ?? null,
    insurance_outcome: item.insuranceOutcome ?? null,
    payer_claim_control_number: item.payerClaimControlNumber ?? null,
    paid_cents: item.paidCents ?? 0,
    adjusted_cents: item.adjustedCents ?? 0,
    patient_cents: item.patientCents ?? 0,
  }));
  const rows = await tx.rows(
    z.object({ claim_id: z.string() }),
    sql`
      with given as (
        select * from jsonb_to_recordset(${json(items)}::jsonb) as g(event_id text, claim_id text, summary text, data jsonb,
          stage text, due_at timestamptz, insurance_outcome text, payer_claim_control_number text, paid_cents bigint,
          adjusted_cents bigint, patient_cents bigint)
      ), locked as (
        select c.id, c.event_count, c.stage from claims c
        where c.id in (select claim_id from given) order by c.id for update
      ), fresh as (
        select g.*, l.event_count + 1 as seq, coalesce(g.stage, l.stage) as now_stage
        from given g join locked l on l.id = g.claim_id
        where not exists (select from claim_events e where e.claim_id = g.claim_id and e.idempotency_key = ${batch.key})
      ), written as (
        insert into claim_events (id, practice_id, claim_id, seq, idempotency_key, kind, stage, actor, at, due_at, summary, data)
        select event_id, ${tx.practiceId}, claim_id, seq, ${batch.key}, ${batch.kind}, now_stage, ${batch.actor},
          ${batch.at}::timestamptz, due_at, summary, data
        from fresh
      )
      update claims c set
        event_count = f.seq,
        version = c.version + 1,
        updated_at = ${batch.at}::timestamptz,
        stage = f.now_stage,
        stage_entered_at = case when f.stage is null then c.stage_entered_at else ${batch.at}::timestamptz end,
        stage_due_at = case when f.stage is null then c.stage_due_at else f.due_at end,
        insurance_outcome = coalesce(f.insurance_outcome, c.insurance_outcome),
        payer_claim_control_number = coalesce(f.payer_claim_control_number, c.payer_claim_control_number),
        paid_cents = c.paid_cents + f.paid_cents,
        adjusted_cents = c.adjusted_cents + f.adjusted_cents,
        patient_responsibility_cents = c.patient_responsibility_cents + f.patient_cents
      from fresh f where c.id = f.claim_id
      returning c.id as claim_id`,
  );
  return new Set(rows.map((row) => row.claim_id));
}
