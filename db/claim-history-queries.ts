import { z } from 'zod';
import { claimStageSchema } from '../domain/claim/claim-status.js';
import type { TimelineEvent } from '../domain/claim/claim-timeline.js';
import type { Finding } from '../domain/kernel/finding.js';
import { type TraceStep, traceStepSchema } from '../domain/kernel/trace.js';
import { instantColumn } from './claim-row.js';
import type { Queryable } from './database.js';
import { findingSchema } from './finding-schema.js';
import { sql } from './sql.js';

const eventSchema = z.object({
  seq: z.int(),
  kind: z.string(),
  stage: claimStageSchema,
  at: instantColumn,
  due_at: instantColumn.nullable(),
  actor: z.string(),
  summary: z.string(),
  data: z.record(z.string(), z.unknown()),
});

/** Everything that happened to a claim, in order; empty when the practice has no such claim. */
export async function listClaimEvents(query: Queryable, claimId: string): Promise<TimelineEvent[]> {
  const rows = await query.rows(
    eventSchema,
    sql`select seq, kind, stage, at, due_at, actor, summary, data from claim_events where claim_id = ${claimId} order by seq`,
  );
  return rows.map(({ due_at, ...event }) => ({ ...event, dueAt: due_at }));
}

const traceSchema = z.object({
  step: z.string(),
  cycle: z.int(),
  at: z.string(),
  rule_set: z.string(),
  trace: z.array(traceStepSchema),
  findings: z.array(findingSchema),
});

/** Why a step of a claim decided as it did: the rules it applied, with facts and sources, and what it found. */
export interface ClaimExplanation {
  readonly step: string;
  readonly cycle: number;
  readonly at: string;
  readonly ruleSet: string;
  readonly trace: readonly TraceStep[];
  readonly findings: readonly Finding[];
}

/** The explanations of a claim's decisions, oldest first. */
export async function listClaimExplanations(query: Queryable, claimId: string): Promise<ClaimExplanation[]> {
  const rows = await query.rows(
    traceSchema,
    sql`select step, cycle, at, rule_set, trace, findings from claim_traces where claim_id = ${claimId} order by at, cycle, step`,
  );
  return rows.map(({ rule_set, ...explanation }) => ({ ...explanation, ruleSet: rule_set }));
}
