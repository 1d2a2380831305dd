import { z } from 'zod';
import {
  type Attention,
  attentionSchema,
  type ClaimStage,
  claimHeadline,
  claimStageSchema,
  type InsuranceOutcome,
  insuranceOutcomeSchema,
  type PatientBalance,
  patientBalanceSchema,
} from '../domain/claim/claim-status.js';
import type { Queryable } from './database.js';
import { type Page, type PageCursor, pageOf } from './page-cursor.js';
import { joinSql, type SqlQuery, sql } from './sql.js';
import { openWorkItemSchema } from './work-item-queries.js';

/** Columns are read as they come: they were checked when they were written, and lists must be quick. */
const summaryColumns = {
  id: z.string(),
  visit_id: z.string(),
  patient_control_number: z.string(),
  payer_code: z.string().nullable(),
  date_of_service: z.string(),
  stage: claimStageSchema,
  insurance_outcome: insuranceOutcomeSchema,
  attention: attentionSchema,
  patient_balance: patientBalanceSchema,
  on_hold: z.boolean(),
  stage_entered_at: z.string(),
  stage_due_at: z.string().nullable(),
  filing_deadline: z.string().nullable(),
  charge_cents: z.number(),
  paid_cents: z.number(),
  adjusted_cents: z.number(),
  patient_responsibility_cents: z.number(),
  created_at: z.string(),
  updated_at: z.string(),
  closed_at: z.string().nullable(),
};
const summaryRowSchema = z.object(summaryColumns);
type SummaryRow = z.infer<typeof summaryRowSchema>;

const detailRowSchema = z.object({
  ...summaryColumns,
  cycle: z.number(),
  submission_number: z.number(),
  frequency_code: z.string(),
  payer_claim_control_number: z.string().nullable(),
  coded: z.record(z.string(), z.unknown()).nullable(),
  eligibility: z.record(z.string(), z.unknown()).nullable(),
  overridden_edit_ids: z.array(z.string()),
  version: z.number(),
  open_work_items: z.array(openWorkItemSchema),
});

const summarySelection = sql`c.id, c.visit_id, c.patient_control_number, c.payer_code, c.date_of_service, c.stage,
  c.insurance_outcome, c.attention, c.patient_balance, c.on_hold, c.stage_entered_at, c.stage_due_at, c.filing_deadline,
  c.charge_cents, c.paid_cents, c.adjusted_cents, c.patient_responsibility_cents, c.created_at, c.updated_at, c.closed_at`;

export type ClaimSummary = ReturnType<typeof claimSummary>;

function claimSummary(row: SummaryRow) {
  const status = {
    stage: row.stage,
    insuranceOutcome: row.insurance_outcome,
    attention: row.attention,
    patientBalance: row.patient_balance,
    onHold: row.on_hold,
  };
  return {
    id: row.id,
    visitId: row.visit_id,
    patientControlNumber: row.patient_control_number,
    payerCode: row.payer_code,
    dateOfService: row.date_of_service,
    headline: claimHeadline(status),
    ...status,
    stageEnteredAt: row.stage_entered_at,
    stageDueAt: row.stage_due_at,
    filingDeadline: row.filing_deadline,
    chargeCents: row.charge_cents,
    paidCents: row.paid_cents,
    adjustedCents: row.adjusted_cents,
    patientResponsibilityCents: row.patient_responsibility_cents,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    closedAt: row.closed_at,
  };
}

export type ClaimDetail = ClaimSummary & {
  readonly cycle: number;
  readonly submissionNumber: number;
  readonly frequencyCode: string;
  readonly payerClaimControlNumber: string | null;
  readonly coded: Readonly<Record<string, unknown>> | null;
  readonly eligibility: Readonly<Record<string, unknown>> | null;
  readonly overriddenEditIds: readonly string[];
  readonly openWorkItems: readonly z.infer<typeof openWorkItemSchema>[];
  readonly version: number;
};

/** One claim with its open work items, in one round trip; null when the practice has none of this id. */
export async function findClaim(query: Queryable, claimId: string): Promise<ClaimDetail | null> {
  const row = await query.maybeOne(
    detailRowSchema,
    sql`select ${summarySelection}, c.cycle, c.submission_number, c.frequency_code, c.payer_claim_control_number, c.coded,
        c.eligibility, c.overridden_edit_ids, c.version,
        coalesce((select json_agg(json_build_object('id', w.id, 'kind', w.kind, 'cause', w.cause, 'owner', w.owner,
          'allowedCommands', w.allowed_commands,
          'dueAt', to_char(w.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by w.due_at, w.id)
          from work_items w where w.claim_id = c.id and w.resolved_at is null), '[]') as open_work_items
      from claims c where c.id = ${claimId}`,
  );
  if (row === null) return null;
  return {
    ...claimSummary(row),
    cycle: row.cycle,
    submissionNumber: row.submission_number,
    frequencyCode: row.frequency_code,
    payerClaimControlNumber: row.payer_claim_control_number,
    coded: row.coded,
    eligibility: row.eligibility,
    overriddenEditIds: row.overridden_edit_ids,
    openWorkItems: row.open_work_items,
    version: row.version,
  };
}

/** What a list of claims is narrowed by; each member left out narrows nothing. Dates and amounts are inclusive. */
export interface ClaimFilter {
  readonly stages?: readonly ClaimStage[] | undefined;
  readonly payerCodes?: readonly string[] | undefined;
  readonly attentions?: readonly Attention[] | undefined;
  readonly insuranceOutcomes?: readonly InsuranceOutcome[] | undefined;
  readonly patientBalance?: PatientBalance | undefined;
  readonly onHold?: boolean | undefined;
  readonly dateOfServiceFrom?: string | undefined;
  readonly dateOfServiceTo?: string | undefined;
  readonly chargeCentsMin?: number | undefined;
  readonly chargeCentsMax?: number | undefined;
  readonly paidCentsMin?: number | undefined;
  readonly paidCentsMax?: number | undefined;
}

/** Newest or oldest received first. */
export const claimOrders = ['newest', 'oldest'] as const;
export type ClaimOrder = (typeof claimOrders)[number];

/** A page of claims by receipt; moving claims never repeat or vanish, for the order does not change. */
export async function listClaims(
  query: Queryable,
  filter: ClaimFilter,
  page: { readonly order: ClaimOrder; readonly size: number; readonly after: PageCursor | null },
): Promise<Page<ClaimSummary>> {
  const newest = page.order === 'newest';
  const conditions = filterConditions(filter);
  if (page.after !== null) {
    const { key, id } = page.after;
    conditions.push(newest ? sql`(c.created_at, c.id) < (${key}, ${id})` : sql`(c.created_at, c.id) > (${key}, ${id})`);
  }
  const rows = await query.rows(
    summaryRowSchema,
    sql`select ${summarySelection} from claims c ${where(conditions)}
      order by ${newest ? sql`c.created_at desc, c.id desc` : sql`c.created_at, c.id`} limit ${page.size + 1}`,
  );
  const { items, nextPageToken } = pageOf(rows, page.size, (row) => ({
    order: page.order,
    key: row.created_at,
    id: row.id,
  }));
  return { items: items.map(claimSummary), nextPageToken };
}

function filterConditions(filter: ClaimFilter): SqlQuery[] {
  return [
    ...oneOf(sql`c.stage`, filter.stages),
    ...oneOf(sql`c.payer_code`, filter.payerCodes),
    ...oneOf(sql`c.attention`, filter.attentions),
    ...oneOf(sql`c.insurance_outcome`, filter.insuranceOutcomes),
    ...when(filter.patientBalance, (balance) => sql`c.patient_balance = ${balance}`),
    ...when(filter.onHold, (onHold) => sql`c.on_hold = ${onHold}`),
    ...when(filter.dateOfServiceFrom, (from) => sql`c.date_of_service >= ${from}`),
    ...when(filter.dateOfServiceTo, (to) => sql`c.date_of_service <= ${to}`),
    ...when(filter.chargeCentsMin, (min) => sql`c.charge_cents >= ${min}`),
    ...when(filter.chargeCentsMax, (max) => sql`c.charge_cents <= ${max}`),
    ...when(filter.paidCentsMin, (min) => sql`c.paid_cents >= ${min}`),
    ...when(filter.paidCentsMax, (max) => sql`c.paid_cents <= ${max}`),
  ];
}

function when<T>(value: T | undefined, condition: (value: T) => SqlQuery): SqlQuery[] {
  return value === undefined ? [] : [condition(value)];
}

/** A single value as `=`, so that the index gives the order too. */
function oneOf(column: SqlQuery, values: readonly string[] | undefined): SqlQuery[] {
  if (values === undefined) return [];
  return values.length === 1 ? [sql`${column} = ${values[0]}`] : [sql`${column} = any(${values})`];
}

function where(conditions: readonly SqlQuery[]): SqlQuery {
  return conditions.length === 0 ? sql`` : sql`where ${joinSql(conditions, ' and ')}`;
}
