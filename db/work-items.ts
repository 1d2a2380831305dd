import { endOfBusinessDay } from '../domain/claim/service-level.js';
import { type WorkItemKind, workItemPolicies } from '../domain/claim/work-item.js';
import type { Cents } from '../domain/kernel/cents.js';
import type { Finding } from '../domain/kernel/finding.js';
import type { Instant } from '../domain/kernel/instant.js';
import type { PracticeTransaction } from './database.js';
import { derivedId } from './new-id.js';
import { json, type SqlQuery, sql } from './sql.js';

export type WorkItemInput = {
  readonly kind: WorkItemKind;
  /** Unique in the practice: the same question is asked once. */
  readonly key: string;
  /** In plain words, without patient data. */
  readonly cause: string;
  readonly findings?: readonly Finding[];
  readonly amountCents: Cents;
  readonly at: Instant;
  readonly timeZone: string;
  readonly claimId?: string;
  readonly submissionId?: string;
  readonly remittanceId?: string;
  readonly inboundFileId?: string;
};

/** Opens a work item, or finds the one opened before under the same key; gives its id. A claim that has a new one is of a new version. */
export async function openWorkItem(tx: PracticeTransaction, input: WorkItemInput): Promise<string> {
  await tx.execute(
    sql`with item as (${insertWorkItem(tx.practiceId, input, sql``)} returning claim_id) ${nextVersion}`,
  );
  return workItemId(tx.practiceId, input.key);
}

/** The id of the work item that is opened under a key. */
export function workItemId(practiceId: string, key: string): string {
  return derivedId('workItem', practiceId, key);
}

/** Opens a work item. For `writeClaimStep`: opened only with the claim. */
export function workItemWrite(practiceId: string, input: WorkItemInput): SqlQuery {
  return insertWorkItem(practiceId, input, sql`from claim`);
}

function insertWorkItem(practiceId: string, input: WorkItemInput, from: SqlQuery): SqlQuery {
  const policy = workItemPolicies[input.kind];
  return sql`
    insert into work_items (id, practice_id, claim_id, submission_id, remittance_id, inbound_file_id, idempotency_key, kind,
      cause, findings, owner, allowed_commands, amount_cents, opened_at, due_at)
    select ${workItemId(practiceId, input.key)}, ${practiceId}, ${input.claimId ?? null}, ${input.submissionId ?? null},
      ${input.remittanceId ?? null}, ${input.inboundFileId ?? null}, ${input.key}, ${input.kind}, ${input.cause},
      ${json(input.findings ?? [])}, ${policy.owner}, ${policy.allowedCommands}, ${input.amountCents}, ${input.at},
      ${endOfBusinessDay(input.at, policy.dueDays, input.timeZone)} ${from}
    on conflict do nothing`;
}

export type Resolution = { readonly at: Instant; readonly by: string; readonly resolution: string };

/** Ends a work item that is still open; its claim is of a new version then. */
export async function resolveWorkItem(tx: PracticeTransaction, workItemId: string, how: Resolution): Promise<void> {
  await tx.execute(sql`
    with item as (
      update work_items set resolved_at = ${how.at}, resolved_by = ${how.by}, resolution = ${how.resolution}
      where id = ${workItemId} and resolved_at is null returning claim_id
    ) ${nextVersion}`);
}

/** Open work items belong to what a claim answers with, thus to its version. */
const nextVersion = sql`update claims set version = version + 1 where id = (select claim_id from item)`;

/** Ends the open work items about a submission. */
export async function resolveSubmissionItems(
  tx: PracticeTransaction,
  submissionId: string,
  how: Resolution,
): Promise<void> {
  await tx.execute(sql`
    update work_items set resolved_at = ${how.at}, resolved_by = ${how.by}, resolution = ${how.resolution}
    where submission_id = ${submissionId} and resolved_at is null`);
}
