import { z } from 'zod';
import type { ClaimStage } from '../domain/claim/claim-status.js';
import type { Instant } from '../domain/kernel/instant.js';
import { type ClaimChanges, type ClaimRow, claimRowSchema } from './claim-row.js';
import type { PracticeTransaction } from './database.js';
import { newId } from './new-id.js';
import { joinSql, json, SqlQuery, sql } from './sql.js';

/** A claim event with the change of the claim it tells of. The summary and the data hold no patient data. */
export type ClaimEventInput = {
  readonly key: string;
  readonly kind: string;
  readonly actor: string;
  readonly at: Instant;
  readonly summary: string;
  readonly data?: Readonly<Record<string, unknown>>;
  /** The stage entered with this event; the stage in force when left out. */
  readonly enters?: { readonly stage: ClaimStage; readonly dueAt: Instant | null };
  readonly changes?: ClaimChanges;
  /** What the step answers; kept, so that a repeated step answers the same. */
  readonly result?: unknown;
};

/** Reads a claim and locks it to the end of the transaction: steps of one claim never interleave. */
export function lockClaim(tx: PracticeTransaction, claimId: string): Promise<ClaimRow> {
  return tx.one(claimRowSchema, sql`select * from claims where id = ${claimId} for update`);
}

/** The answer of a step done before under this key, or null when it is still to do. */
export async function findStepResult<T>(
  tx: PracticeTransaction,
  claimId: string,
  key: string,
  schema: z.ZodType<T>,
): Promise<T | null> {
  const row = await tx.maybeOne(
    z.object({ result: z.unknown() }),
    sql`select result from claim_events where claim_id = ${claimId} and idempotency_key = ${key}`,
  );
  return row === null ? null : schema.parse(row.result);
}

/** True when the claim's next step was decided by this decision of the payer. */
export async function hasDecidedBy(
  tx: PracticeTransaction,
  claimId: string,
  remittanceClaimId: string,
): Promise<boolean> {
  const rows = await tx.rows(
    z.object({ seq: z.int() }),
    sql`select seq from claim_events where claim_id = ${claimId} and data ->> 'decidedBy' = ${remittanceClaimId}`,
  );
  return rows.length > 0;
}

/** Appends an event and changes the claim with it; gives the claim as it is now. The caller holds the claim's lock. */
export async function recordEvent(tx: PracticeTransaction, claim: ClaimRow, event: ClaimEventInput): Promise<ClaimRow> {
  const stage = event.enters?.stage ?? claim.stage;
  const seq = claim.event_count + 1;
  const changes: ClaimChanges = {
    ...event.changes,
    ...(event.enters === undefined
      ? {}
      : { stage: event.enters.stage, stage_entered_at: event.at, stage_due_at: event.enters.dueAt }),
  };
  await tx.execute(sql`
    with written as (
      insert into claim_events (id, practice_id, claim_id, seq, idempotency_key, kind, stage, actor, at, due_at, summary, data, result)
      values (${newId('claimEvent')}, ${tx.practiceId}, ${claim.id}, ${seq}, ${event.key}, ${event.kind}, ${stage},
        ${event.actor}, ${event.at}, ${event.enters?.dueAt ?? null}, ${event.summary}, ${json(event.data ?? {})},
        ${event.result === undefined ? null : json(event.result)})
    )
    update claims set ${joinSql([...assignments(changes), sql`event_count = ${seq}`, sql`version = version + 1`, sql`updated_at = ${event.at}`], ', ')}
    where id = ${claim.id}`);
  return { ...claim, ...definedOnly(changes), event_count: seq, version: claim.version + 1, updated_at: event.at };
}

function definedOnly(changes: ClaimChanges): ClaimChanges {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}

/** How each changeable column is written; the keys are the only column names that ever reach a statement. */
const columnKinds = {
  payer_code: 'value',
  date_of_service: 'value',
  stage: 'value',
  insurance_outcome: 'value',
  attention: 'value',
  patient_balance: 'value',
  on_hold: 'value',
  stage_entered_at: 'value',
  stage_due_at: 'value',
  filing_deadline: 'value',
  cycle: 'value',
  submission_number: 'value',
  frequency_code: 'value',
  payer_claim_control_number: 'value',
  coded: 'json',
  eligibility: 'json',
  overridden_edit_ids: 'value',
  tried_corrections: 'json',
  charge_cents: 'value',
  paid_cents: 'value',
  adjusted_cents: 'value',
  patient_responsibility_cents: 'value',
  closed_at: 'value',
} as const satisfies Record<keyof ClaimChanges, 'value' | 'json'>;

function assignments(changes: ClaimChanges): SqlQuery[] {
  const values = new Map<string, unknown>(Object.entries(changes));
  return Object.entries(columnKinds)
    .filter(([column]) => values.get(column) !== undefined)
    .map(([column, kind]) => {
      const value = values.get(column);
      return new SqlQuery([`${column} = `, ''], [kind === 'json' && value !== null ? json(value) : value]);
    });
}
