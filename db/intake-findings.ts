import { z } from 'zod';
import type { Finding } from '../domain/kernel/finding.js';
import type { Instant } from '../domain/kernel/instant.js';
import { instantColumn } from './claim-row.js';
import type { PracticeTransaction, Queryable } from './database.js';
import { findingSchema } from './finding-schema.js';
import { derivedId } from './new-id.js';
import { json, sql } from './sql.js';

/** Why something that came in did not become a claim. */
export interface IntakeFinding {
  readonly source: string;
  readonly sourceId: string;
  readonly fileName: string | null;
  readonly findings: readonly Finding[];
}

/** Keeps why an item was not taken in; the newest look at an item replaces the earlier one. */
export async function recordIntakeFinding(tx: PracticeTransaction, item: IntakeFinding, at: Instant): Promise<string> {
  const id = derivedId('intakeFinding', tx.practiceId, item.source, item.sourceId);
  await tx.execute(sql`
    insert into intake_findings (id, practice_id, source, source_id, file_name, findings, received_at)
    values (${id}, ${tx.practiceId}, ${item.source}, ${item.sourceId}, ${item.fileName}, ${json(item.findings)}, ${at})
    on conflict (practice_id, source, source_id) do update
    set file_name = excluded.file_name, findings = excluded.findings, received_at = excluded.received_at`);
  return id;
}

const rowSchema = z.object({
  id: z.string(),
  source: z.string(),
  source_id: z.string(),
  file_name: z.string().nullable(),
  findings: z.array(findingSchema),
  received_at: instantColumn,
});

/** Findings of intake, newest first. */
export async function listIntakeFindings(
  query: Queryable,
  most: number,
): Promise<(IntakeFinding & { readonly id: string; readonly receivedAt: Instant })[]> {
  const rows = await query.rows(
    rowSchema,
    sql`select id, source, source_id, file_name, findings, received_at from intake_findings
      order by received_at desc, id limit ${most}`,
  );
  return rows.map((row) => ({
    id: row.id,
    source: row.source,
    sourceId: row.source_id,
    fileName: row.file_name,
    findings: row.findings,
    receivedAt: row.received_at,
  }));
}
