import { z } from 'zod';
import { type Cents, zeroCents } from '../domain/kernel/cents.js';
import type { Instant } from '../domain/kernel/instant.js';
import { type LedgerAccount, ledgerAccountSchema } from '../domain/ledger/ledger-account.js';
import type { LedgerTransaction } from '../domain/ledger/ledger-transaction.js';
import { centsColumn } from './claim-row.js';
import type { PracticeReader, PracticeTransaction } from './database.js';
import { derivedId } from './new-id.js';
import { joinSql, json, type SqlQuery, sql } from './sql.js';

export type PostingInput = {
  readonly transaction: LedgerTransaction;
  /** Unique in the practice: the same movement is posted once, whatever happens. */
  readonly key: string;
  readonly claimId: string | null;
  /** Where the money comes from: `remittance:rem_…`, `claim:clm_…`, `user:key_…`. */
  readonly source: string;
  readonly actor: string;
  readonly at: Instant;
};

/** Posts transactions in one statement; those whose key is in the book already are left as they are. */
export async function postToLedger(tx: PracticeTransaction, postings: readonly PostingInput[]): Promise<void> {
  if (postings.length === 0) return;
  await tx.execute(sql`with ${joinSql(ledgerWrites(tx.practiceId, postings, sql``), ', ')} select`);
}

/** The parts of a statement that post transactions, named `ledger_…`. For `writeClaimStep`: posted only with the claim. */
export function ledgerWritesWithClaim(practiceId: string, postings: readonly PostingInput[]): SqlQuery[] {
  return postings.length === 0 ? [] : ledgerWrites(practiceId, postings, sql`claim,`);
}

function ledgerWrites(practiceId: string, postings: readonly PostingInput[], beside: SqlQuery): SqlQuery[] {
  const rows = postings.map((posting) => ({
    id: derivedId('ledgerTransaction', practiceId, posting.key),
    kind: posting.transaction.kind,
    claim_id: posting.claimId,
    source: posting.source,
    idempotency_key: posting.key,
    actor: posting.actor,
    at: posting.at,
    entries: posting.transaction.entries.map((entry) => ({ account: entry.account, amount_cents: entry.amountCents })),
  }));
  return [
    sql`ledger_given as (
      select g.* from ${beside} jsonb_to_recordset(${json(rows)}::jsonb) as g(id text, kind text, claim_id text, source text,
        idempotency_key text, actor text, at timestamptz, entries jsonb)
    )`,
    sql`ledger_posted as (
      insert into ledger_transactions (id, practice_id, kind, claim_id, source, idempotency_key, actor, at)
      select id, ${practiceId}, kind, claim_id, source, idempotency_key, actor, at from ledger_given
      on conflict do nothing
      returning id
    )`,
    sql`ledger_written as (
      insert into ledger_entries (transaction_id, line, practice_id, claim_id, account, amount_cents)
      select g.id, e.line, ${practiceId}, g.claim_id, e.entry ->> 'account', (e.entry ->> 'amount_cents')::bigint
      from ledger_posted join ledger_given g using (id), jsonb_array_elements(g.entries) with ordinality as e(entry, line)
    )`,
  ];
}

/** What stands in every account for a claim; accounts without a movement are zero. */
export async function claimBalances(query: PracticeReader, claimId: string): Promise<Record<LedgerAccount, Cents>> {
  const rows = await query.rows(
    z.object({ account: ledgerAccountSchema, balance: centsColumn }),
    sql`select account, sum(amount_cents)::bigint as balance from ledger_entries where claim_id = ${claimId} group by account`,
  );
  const balances = new Map(rows.map((row) => [row.account, row.balance]));
  return balancesSchema.parse(
    Object.fromEntries(ledgerAccountSchema.options.map((account) => [account, balances.get(account) ?? 0])),
  );
}

const balancesSchema = z.record(ledgerAccountSchema, centsColumn);

/** What stands in one account for a claim; zero without a movement. */
export async function claimBalance(query: PracticeReader, claimId: string, account: LedgerAccount): Promise<Cents> {
  const row = await query.maybeOne(
    z.object({ balance: centsColumn }),
    sql`select sum(amount_cents)::bigint as balance from ledger_entries
      where claim_id = ${claimId} and account = ${account} having count(*) > 0`,
  );
  return row?.balance ?? zeroCents;
}
