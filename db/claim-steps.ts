import { z } from 'zod';
import type { ClaimStage } from '../domain/claim/claim-status.js';
import type { Instant } from '../domain/kernel/instant.js';
import { type ClaimChanges, type ClaimRow, claimRowSchema } from './claim-row.js';
import { type QueuedClaim, queuedClaimWrite } from './claim-submissions.js';
import { type TraceInput, traceWrite } from './claim-traces.js';
import type { PracticeTransaction } from './database.js';
import { type EligibilityAnswerInput, eligibilityCheckWrite } from './eligibility-checks.js';
import { ledgerWritesWithClaim, type PostingInput } from './ledger.js';
import { newId } from './new-id.js';
import { type OutboxEntry, outboxWrites } from './outbox.js';
import { joinSql, json, SqlQuery, sql } from './sql.js';
import { type WorkItemInput, workItemWrite } from './work-items.js';

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

/** An event of a step with the stage in force after it. */
export type StagedClaimEvent = ClaimEventInput & { readonly stage: ClaimStage };

/** All that a step of one claim writes. */
export type ClaimStepWrites = {
  readonly claimId: string;
  /** How many events the claim had when it was read: with any other number nothing is written. */
  readonly eventCount: number;
  readonly events: readonly StagedClaimEvent[];
  readonly changes: ClaimChanges;
  readonly traces: readonly TraceInput[];
  readonly postings: readonly PostingInput[];
  readonly workItems: readonly WorkItemInput[];
  readonly messages: readonly OutboxEntry[];
  readonly queued: readonly QueuedClaim[];
  readonly eligibilityChecks: readonly EligibilityAnswerInput[];
  /** What must hold besides at the moment of writing, as conditions of a statement. */
  readonly conditions: readonly SqlQuery[];
};

/**
 * Writes a step as one statement: the change of the claim, its events, and what belongs to them. Gives false, and nothing
 * is written, when the claim has gained an event since it was read, or a condition of the step does not hold.
 */
export async function writeClaimStep(tx: PracticeTransaction, writes: ClaimStepWrites): Promise<boolean> {
  const { practiceId } = tx;
  const inserts = [
    ...writes.events.map((event, index) => eventWrite(practiceId, writes, event, index)),
    ...writes.traces.map((trace) => traceWrite(practiceId, trace)),
    ...writes.workItems.map((item) => workItemWrite(practiceId, item)),
    ...outboxWrites(practiceId, writes.messages),
    ...writes.queued.map((queued) => queuedClaimWrite(practiceId, queued)),
    ...writes.eligibilityChecks.map((check) => eligibilityCheckWrite(practiceId, check)),
  ];
  const parts = [
    sql`claim as (${claimWrite(writes)})`,
    ...inserts.map((insert, index) => new SqlQuery([`write_${index + 1} as (`, ')'], [insert])),
    ...ledgerWritesWithClaim(practiceId, writes.postings),
  ];
  const { written } = await tx.one(
    z.object({ written: z.int() }),
    sql`with ${joinSql(parts, ', ')} select count(*) as written from claim`,
  );
  return written === 1;
}

/** Changes the claim if it is still as it was read; without an event it only makes sure of that. */
function claimWrite({ claimId, eventCount, events, changes, conditions }: ClaimStepWrites): SqlQuery {
  const last = events.at(-1);
  const asRead = joinSql([sql`id = ${claimId}`, sql`event_count = ${eventCount}`, ...conditions], ' and ');
  if (last === undefined) return sql`select id from claims where ${asRead} for update`;
  const counters = [
    sql`event_count = ${eventCount + events.length}`,
    sql`version = version + 1`,
    sql`updated_at = ${last.at}`,
  ];
  return sql`update claims set ${joinSql([...assignments(changes), ...counters], ', ')}
    where ${asRead} returning id`;
}

function eventWrite(
  practiceId: string,
  { claimId, eventCount }: ClaimStepWrites,
  event: StagedClaimEvent,
  index: number,
): SqlQuery {
  return sql`
    insert into claim_events (id, practice_id, claim_id, seq, idempotency_key, kind, stage, actor, at, due_at, summary, data, result)
    select ${newId('claimEvent')}, ${practiceId}, ${claimId}, ${eventCount + index + 1}, ${event.key}, ${event.kind},
      ${event.stage}, ${event.actor}, ${event.at}, ${event.enters?.dueAt ?? null}, ${event.summary}, ${json(event.data ?? {})},
      ${event.result === undefined ? null : json(event.result)}
    from claim`;
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
