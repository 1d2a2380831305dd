import { z } from 'zod';
import type { Finding } from '../domain/kernel/finding.js';
import type { Instant } from '../domain/kernel/instant.js';
import type { PracticeTransaction } from './database.js';
import { sha256Hex } from './new-id.js';
import { json, sql } from './sql.js';

export type InboundFileInput = {
  readonly id: string;
  readonly name: string;
  readonly content: Uint8Array;
  readonly at: Instant;
};

/** Keeps a file raw with its hash before anybody reads it; the same bytes under another name are kept as a duplicate and never read. */
export async function storeInboundFile(tx: PracticeTransaction, input: InboundFileInput): Promise<void> {
  const hash = sha256Hex(input.content);
  await tx.execute(sql`
    insert into inbound_files (id, practice_id, name, sha256, content, received_at, kind, state, duplicate_of)
    select ${input.id}, ${tx.practiceId}, ${input.name}, ${hash}, ${input.content}, ${input.at}, 'unread',
      case when first.id is null then 'stored' else 'duplicate' end, first.id
    from (select min(id) as id from inbound_files where sha256 = ${hash} and duplicate_of is null) as first
    on conflict (practice_id, name, sha256) do nothing`);
}

/** Files that are stored and still have to be read, oldest first. */
export async function listUnreadFiles(tx: PracticeTransaction): Promise<string[]> {
  const rows = await tx.rows(
    z.object({ id: z.string() }),
    sql`select id from inbound_files where state = 'stored' order by id`,
  );
  return rows.map((row) => row.id);
}

const fileSchema = z.object({
  id: z.string(),
  name: z.string(),
  sha256: z.string(),
  content: z.instanceof(Uint8Array),
  state: z.string(),
});
export type InboundFileRow = z.infer<typeof fileSchema>;

/** A file with its bytes, locked to the end of the transaction. */
export function lockInboundFile(tx: PracticeTransaction, inboundFileId: string): Promise<InboundFileRow> {
  return tx.one(
    fileSchema,
    sql`select id, name, sha256, content, state from inbound_files where id = ${inboundFileId} for update`,
  );
}

export type ReadFileFacts = {
  readonly kind: string;
  readonly state: 'processed' | 'unreadable' | 'in_intake';
  readonly findings: readonly Finding[];
  readonly at: Instant;
};

/** Records that a file was read, as what, and what was found wrong with it. */
export async function markInboundFile(
  tx: PracticeTransaction,
  inboundFileId: string,
  facts: ReadFileFacts,
): Promise<void> {
  await tx.execute(sql`
    update inbound_files set kind = ${facts.kind}, state = ${facts.state}, findings = ${json(facts.findings)},
      processed_at = ${facts.at}
    where id = ${inboundFileId}`);
}
