import { z } from 'zod';
import type { Queryable } from './database.js';
import { type Page, type PageCursor, pageOf } from './page-cursor.js';
import { type SqlQuery, sql } from './sql.js';

/** A payment of a payer: what it was, and where each cent of it went. */
export interface RemittanceView {
  readonly id: string;
  readonly payerName: string;
  readonly payerCode: string | null;
  readonly traceNumber: string;
  readonly paymentDate: string;
  readonly paymentCents: number;
  readonly state: string;
  readonly postedClaimsCents: number;
  readonly suspenseCents: number;
  readonly providerAdjustmentCents: number;
  readonly claimCount: number;
  readonly postedAt: string | null;
}

const remittanceSchema = z.object({
  id: z.string(),
  payer_name: z.string(),
  payer_code: z.string().nullable(),
  trace_number: z.string(),
  payment_date: z.string(),
  payment_cents: z.int(),
  state: z.string(),
  posted_claims_cents: z.int(),
  suspense_cents: z.int(),
  provider_adjustment_cents: z.int(),
  claim_count: z.int(),
  posted_at: z.string().nullable(),
});

/** The one order of remittances and submissions, for their cursors: newest first. */
export const exchangeOrder = 'newest';

/** A page of remittances, newest payment first. */
export async function listRemittances(
  query: Queryable,
  page: { readonly size: number; readonly after: PageCursor | null },
): Promise<Page<RemittanceView>> {
  const rows = await query.rows(
    remittanceSchema,
    sql`select r.id, r.payer_name, r.payer_code, r.trace_number, r.payment_date, r.payment_cents, r.state,
        r.posted_claims_cents, r.suspense_cents, r.provider_adjustment_cents, r.posted_at,
        (select count(*) from remittance_claims rc where rc.remittance_id = r.id) as claim_count
      from remittances r ${before(sql`r.payment_date`, page.after)}
      order by r.payment_date desc, r.id desc limit ${page.size + 1}`,
  );
  const { items, nextPageToken } = pageOf(rows, page.size, (row) => cursor(row.payment_date, row.id));
  return {
    nextPageToken,
    items: items.map((row) => ({
      id: row.id,
      payerName: row.payer_name,
      payerCode: row.payer_code,
      traceNumber: row.trace_number,
      paymentDate: row.payment_date,
      paymentCents: row.payment_cents,
      state: row.state,
      postedClaimsCents: row.posted_claims_cents,
      suspenseCents: row.suspense_cents,
      providerAdjustmentCents: row.provider_adjustment_cents,
      claimCount: row.claim_count,
      postedAt: row.posted_at,
    })),
  };
}

/** One 837P file that left, or is to leave, for a payer. */
export interface SubmissionView {
  readonly id: string;
  readonly payerCode: string;
  readonly state: string;
  readonly fileName: string;
  readonly interchangeControlNumber: string;
  readonly claimCount: number;
  readonly chargeCents: number;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly createdAt: string;
  readonly sentAt: string | null;
}

const submissionSchema = z.object({
  id: z.string(),
  payer_code: z.string(),
  state: z.string(),
  file_name: z.string(),
  interchange_control_number: z.string(),
  claim_count: z.int(),
  charge_cents: z.int(),
  attempts: z.int(),
  last_error: z.string().nullable(),
  created_at: z.string(),
  sent_at: z.string().nullable(),
});

/** A page of submissions, newest first. */
export async function listSubmissions(
  query: Queryable,
  page: { readonly size: number; readonly after: PageCursor | null },
): Promise<Page<SubmissionView>> {
  const rows = await query.rows(
    submissionSchema,
    sql`select s.id, s.payer_code, s.state, s.file_name, s.interchange_control_number, s.claim_count, s.charge_cents,
        s.attempts, s.last_error, s.created_at, s.sent_at
      from submissions s ${before(sql`s.created_at`, page.after)}
      order by s.created_at desc, s.id desc limit ${page.size + 1}`,
  );
  const { items, nextPageToken } = pageOf(rows, page.size, (row) => cursor(row.created_at, row.id));
  return {
    nextPageToken,
    items: items.map((row) => ({
      id: row.id,
      payerCode: row.payer_code,
      state: row.state,
      fileName: row.file_name,
      interchangeControlNumber: row.interchange_control_number,
      claimCount: row.claim_count,
      chargeCents: row.charge_cents,
      attempts: row.attempts,
      lastError: row.last_error,
      createdAt: row.created_at,
      sentAt: row.sent_at,
    })),
  };
}

function cursor(key: string, id: string): PageCursor {
  return { order: exchangeOrder, key, id };
}

function before(key: SqlQuery, after: PageCursor | null): SqlQuery {
  return after === null ? sql`` : sql`where (${key}, id) < (${after.key}, ${after.id})`;
}
