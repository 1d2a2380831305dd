import { z } from 'zod';
import { type ClaimCommandKind, claimCommandKinds } from '../domain/claim/claim-command.js';
import { type Attention, attentionSchema } from '../domain/claim/claim-status.js';
import { type WorkItemKind, workItemKinds } from '../domain/claim/work-item.js';
import type { Finding } from '../domain/kernel/finding.js';
import type { Queryable } from './database.js';
import { findingSchema } from './finding-schema.js';
import { type Page, type PageCursor, pageOf } from './page-cursor.js';
import { joinSql, type SqlQuery, sql } from './sql.js';

/** A work item as its claim shows it. */
export const openWorkItemSchema = z.object({
  id: z.string(),
  kind: z.enum(workItemKinds),
  cause: z.string(),
  owner: attentionSchema,
  allowedCommands: z.array(z.enum(claimCommandKinds)),
  dueAt: z.string(),
});

const rowSchema = z.object({
  id: z.string(),
  claim_id: z.string().nullable(),
  submission_id: z.string().nullable(),
  remittance_id: z.string().nullable(),
  inbound_file_id: z.string().nullable(),
  kind: z.enum(workItemKinds),
  cause: z.string(),
  findings: z.array(findingSchema),
  owner: attentionSchema,
  allowed_commands: z.array(z.enum(claimCommandKinds)),
  amount_cents: z.number(),
  opened_at: z.string(),
  due_at: z.string(),
  resolved_at: z.string().nullable(),
  resolved_by: z.string().nullable(),
  resolution: z.string().nullable(),
});

const selection = sql`id, claim_id, submission_id, remittance_id, inbound_file_id, kind, cause, findings, owner,
  allowed_commands, amount_cents, opened_at, due_at, resolved_at, resolved_by, resolution`;

/** A question to a person: about a claim, a file that was sent, a remittance or a file that came in. */
export interface WorkItemView {
  readonly id: string;
  readonly claimId: string | null;
  readonly submissionId: string | null;
  readonly remittanceId: string | null;
  readonly inboundFileId: string | null;
  readonly kind: WorkItemKind;
  readonly cause: string;
  readonly findings: readonly Finding[];
  readonly owner: Attention;
  readonly allowedCommands: readonly ClaimCommandKind[];
  readonly amountCents: number;
  readonly openedAt: string;
  readonly dueAt: string;
  readonly resolvedAt: string | null;
  readonly resolvedBy: string | null;
  readonly resolution: string | null;
}

function workItemView(row: z.infer<typeof rowSchema>): WorkItemView {
  return {
    id: row.id,
    claimId: row.claim_id,
    submissionId: row.submission_id,
    remittanceId: row.remittance_id,
    inboundFileId: row.inbound_file_id,
    kind: row.kind,
    cause: row.cause,
    findings: row.findings,
    owner: row.owner,
    allowedCommands: row.allowed_commands,
    amountCents: row.amount_cents,
    openedAt: row.opened_at,
    dueAt: row.due_at,
    resolvedAt: row.resolved_at,
    resolvedBy: row.resolved_by,
    resolution: row.resolution,
  };
}

/** One work item, open or resolved; null when the practice has none of this id. */
export async function findWorkItem(query: Queryable, workItemId: string): Promise<WorkItemView | null> {
  const row = await query.maybeOne(rowSchema, sql`select ${selection} from work_items where id = ${workItemId}`);
  return row === null ? null : workItemView(row);
}

/** What the worklist is narrowed by. */
export interface WorkItemFilter {
  readonly owner?: Attention | undefined;
  readonly kind?: WorkItemKind | undefined;
  /** Resolved items are left out unless asked for. */
  readonly includeResolved: boolean;
}

/** The parts of the worklist in which a cursor can stand. */
export const workItemOrders = ['open', 'resolved'] as const;

/**
 * The worklist: open items by deadline, then, when asked for, resolved ones by the deadline they had. The cursor's order
 * tells in which of the two parts it stands.
 */
export async function listWorkItems(
  query: Queryable,
  filter: WorkItemFilter,
  page: { readonly size: number; readonly after: PageCursor | null },
): Promise<Page<WorkItemView>> {
  const conditions: SqlQuery[] = filter.includeResolved ? [] : [sql`resolved_at is null`];
  if (filter.owner !== undefined) conditions.push(sql`owner = ${filter.owner}`);
  if (filter.kind !== undefined) conditions.push(sql`kind = ${filter.kind}`);
  if (page.after !== null) conditions.push(afterCursor(page.after, filter.includeResolved));
  const condition = conditions.length === 0 ? sql`` : sql`where ${joinSql(conditions, ' and ')}`;
  const order = filter.includeResolved ? sql`(resolved_at is not null), due_at, id` : sql`due_at, id`;
  const rows = await query.rows(
    rowSchema,
    sql`select ${selection} from work_items ${condition} order by ${order} limit ${page.size + 1}`,
  );
  const { items, nextPageToken } = pageOf(rows, page.size, (row) => ({
    order: row.resolved_at === null ? 'open' : 'resolved',
    key: row.due_at,
    id: row.id,
  }));
  return { items: items.map(workItemView), nextPageToken };
}

function afterCursor(cursor: PageCursor, bothParts: boolean): SqlQuery {
  if (!bothParts) return sql`(due_at, id) > (${cursor.key}, ${cursor.id})`;
  return sql`(resolved_at is not null, due_at, id) > (${cursor.order === 'resolved'}, ${cursor.key}, ${cursor.id})`;
}
