import { z } from 'zod';
import { type InsuranceOutcome, insuranceOutcomeSchema } from '../domain/claim/claim-status.js';
import { type WorkItemKind, workItemKinds } from '../domain/claim/work-item.js';
import type { Queryable } from './database.js';
import { sql } from './sql.js';

/** How far a practice's claims are, and what is under way between the parts of the product. */
export interface PracticeProgress {
  readonly claims: number;
  readonly closed: number;
  /** Claims that wait for a person or are on hold. */
  readonly waitingForPerson: number;
  readonly closedByOutcome: Readonly<Partial<Record<InsuranceOutcome, number>>>;
  readonly openItemsByKind: Readonly<Partial<Record<WorkItemKind, number>>>;
  /** Claim events so far; grows with every step. */
  readonly events: number;
  /** Messages to workflows that were not delivered yet. */
  readonly undeliveredMessages: number;
  /** Files from the clearinghouse that were stored and not read to their end. */
  readonly unreadFiles: number;
  /** Remittances that were proved and are not in the books yet. */
  readonly unpostedRemittances: number;
  /** Claims in the queue of their payer, and files that have not certainly arrived. */
  readonly unsentClaims: number;
  readonly unsentFiles: number;
}

const outcomeCounts = z.partialRecord(insuranceOutcomeSchema, z.int());
const itemCounts = z.partialRecord(z.enum(workItemKinds), z.int());

const rowSchema = z.object({
  claims: z.int(),
  closed: z.int(),
  waiting: z.int(),
  outcomes: outcomeCounts,
  items: itemCounts,
  events: z.int(),
  messages: z.int(),
  unread: z.int(),
  unposted: z.int(),
  unsent_claims: z.int(),
  unsent_files: z.int(),
});

/** Reads all counts at one moment. */
export async function readPracticeProgress(query: Queryable): Promise<PracticeProgress> {
  const row = await query.one(
    rowSchema,
    sql`select
        (select count(*) from claims) as claims,
        (select count(*) from claims where stage = 'closed') as closed,
        (select count(*) from claims where stage <> 'closed' and (attention <> 'none' or on_hold)) as waiting,
        (select coalesce(json_object_agg(insurance_outcome, n), '{}') from
          (select insurance_outcome, count(*) as n from claims where stage = 'closed' group by 1) o) as outcomes,
        (select coalesce(json_object_agg(kind, n), '{}') from
          (select kind, count(*) as n from work_items where resolved_at is null group by 1) w) as items,
        (select coalesce(sum(event_count), 0)::bigint from claims) as events,
        (select count(*) from outbox where delivered_at is null) as messages,
        (select count(*) from inbound_files where state in ('stored', 'in_intake')) as unread,
        (select count(*) from remittances where state in ('proved', 'unproved')) as unposted,
        (select count(*) from claim_submissions where state = 'ready') as unsent_claims,
        (select count(*) from submissions where state in ('rendered', 'sending', 'unknown')) as unsent_files`,
  );
  return {
    claims: row.claims,
    closed: row.closed,
    waitingForPerson: row.waiting,
    closedByOutcome: row.outcomes,
    openItemsByKind: row.items,
    events: row.events,
    undeliveredMessages: row.messages,
    unreadFiles: row.unread,
    unpostedRemittances: row.unposted,
    unsentClaims: row.unsent_claims,
    unsentFiles: row.unsent_files,
  };
}

/** Which of these names of answer files the practice holds already. */
export async function countHeldFiles(query: Queryable, names: readonly string[]): Promise<number> {
  const row = await query.one(
    z.object({ held: z.int() }),
    sql`select count(*) as held from inbound_files where name = any(${names})`,
  );
  return row.held;
}

const stuckSchema = z.object({
  id: z.string(),
  patient_control_number: z.string(),
  stage: z.string(),
  stage_entered_at: z.string(),
});

/** Claims that are neither closed nor wait for a person, longest in their stage first. */
export async function listMovingClaims(
  query: Queryable,
  most: number,
): Promise<
  readonly {
    readonly claimId: string;
    readonly patientControlNumber: string;
    readonly stage: string;
    readonly stageEnteredAt: string;
  }[]
> {
  const rows = await query.rows(
    stuckSchema,
    sql`select id, patient_control_number, stage, stage_entered_at from claims
      where stage <> 'closed' and attention = 'none' and not on_hold order by stage_entered_at, id limit ${most}`,
  );
  return rows.map((row) => ({
    claimId: row.id,
    patientControlNumber: row.patient_control_number,
    stage: row.stage,
    stageEnteredAt: row.stage_entered_at,
  }));
}
