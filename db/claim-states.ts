import { z } from 'zod';
import {
  type Attention,
  attentionSchema,
  type ClaimStage,
  claimHeadline,
  claimStageSchema,
  insuranceOutcomeSchema,
  patientBalanceSchema,
} from '../domain/claim/claim-status.js';
import type { Queryable } from './database.js';
import { sql } from './sql.js';

/** Where a claim stands and, when a person must act, why. */
export interface ClaimState {
  readonly claimId: string;
  readonly patientControlNumber: string;
  readonly stage: ClaimStage;
  readonly attention: Attention;
  readonly onHold: boolean;
  readonly headline: string;
  readonly chargeCents: number;
  readonly paidCents: number;
  /** Causes of the open work items, most urgent first. */
  readonly causes: readonly string[];
}

const rowSchema = z.object({
  id: z.string(),
  patient_control_number: z.string(),
  stage: claimStageSchema,
  insurance_outcome: insuranceOutcomeSchema,
  attention: attentionSchema,
  patient_balance: patientBalanceSchema,
  on_hold: z.boolean(),
  charge_cents: z.int(),
  paid_cents: z.int(),
  causes: z.array(z.string()),
});

/** The states of these claims, in order of receipt; ids the practice does not know are left out. */
export async function listClaimStates(query: Queryable, claimIds: readonly string[]): Promise<ClaimState[]> {
  const rows = await query.rows(
    rowSchema,
    sql`select c.id, c.patient_control_number, c.stage, c.insurance_outcome, c.attention, c.patient_balance, c.on_hold,
        c.charge_cents, c.paid_cents,
        array(select w.cause from work_items w where w.claim_id = c.id and w.resolved_at is null
          order by w.due_at, w.id) as causes
      from claims c where c.id = any(${claimIds}) order by c.created_at, c.id`,
  );
  return rows.map(({ insurance_outcome, patient_balance, ...row }) => ({
    claimId: row.id,
    patientControlNumber: row.patient_control_number,
    stage: row.stage,
    attention: row.attention,
    onHold: row.on_hold,
    headline: claimHeadline({
      stage: row.stage,
      insuranceOutcome: insurance_outcome,
      attention: row.attention,
      patientBalance: patient_balance,
      onHold: row.on_hold,
    }),
    chargeCents: row.charge_cents,
    paidCents: row.paid_cents,
    causes: row.causes,
  }));
}

/** How many of these claims are neither closed nor wait for a person. */
export async function countMovingClaims(query: Queryable, claimIds: readonly string[]): Promise<number> {
  const row = await query.one(
    z.object({ moving: z.int() }),
    sql`select count(*) as moving from claims
      where id = any(${claimIds}) and stage <> 'closed' and attention = 'none' and not on_hold`,
  );
  return row.moving;
}

/** The claim that a person names by its id or its patient control number; null for none. */
export async function findClaimId(query: Queryable, text: string): Promise<string | null> {
  const row = await query.maybeOne(
    z.object({ id: z.string() }),
    sql`select id from claims where id = ${text} or patient_control_number = ${text.toUpperCase()}`,
  );
  return row?.id ?? null;
}
