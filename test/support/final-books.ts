import { join } from 'node:path';
import { z } from 'zod';
import { demonstrationPractice } from '../../cli/demonstration/demonstration-practice.js';
import { readKeptApiKey } from '../../cli/product/kept-api-key.js';
import { openHome } from '../../cli/supervise/home.js';
import { Database, type Queryable } from '../../db/database.js';
import { sql } from '../../db/sql.js';
import { freePort } from '../../gateways/provision/free-port.js';
import { startEmbeddedPostgres } from '../../gateways/provision/embedded-postgres.js';
import { startOrphanGuard } from '../../gateways/provision/orphan-guard.js';
import { readSimulatorRecord, type SimulatorRecord } from './simulator-record.js';

const balances = z.record(z.string(), z.int());

const claimSchema = z.object({
  patient_control_number: z.string(),
  stage: z.string(),
  insurance_outcome: z.string(),
  attention: z.string(),
  patient_balance: z.string(),
  charge_cents: z.int(),
  paid_cents: z.int(),
  adjusted_cents: z.int(),
  patient_responsibility_cents: z.int(),
  balances,
  open_items: z.array(z.string()),
});

/** What must be the same however often parts of the product died on the way. */
export type FinalBooks = {
  readonly accounts: z.infer<typeof balances>;
  /** In order of patient control number, which comes from the visit's source alone. */
  readonly claims: readonly z.infer<typeof claimSchema>[];
};

/** What is wrong, each as a list that must be empty. */
export type Faults = Readonly<Record<string, readonly unknown[]>>;

export type FinalState = {
  readonly books: FinalBooks;
  readonly faults: Faults;
  /** Numbers (REF*D9) of all sendings that our database says have left. */
  readonly sendings: readonly string[];
  readonly remittances: readonly { readonly traceNumber: string; readonly paidCents: number }[];
  /** The other side's own record. */
  readonly simulator: SimulatorRecord;
};

/** Reads what a run that is over has left in its state folder: our database, and the simulator's journal. */
export async function readFinalState(folder: string): Promise<FinalState> {
  const practice = readKeptApiKey(openHome(folder));
  if (practice === undefined) throw new Error(`no practice was made in ${folder}`);
  const guard = startOrphanGuard();
  const postgres = await startEmbeddedPostgres({
    folder: join(folder, 'postgres'),
    passwordFile: join(folder, 'postgres.json'),
    port: await freePort(undefined, new Set()),
    hooks: { onSpawn: guard.watch },
  });
  const db = new Database({ url: postgres.appUrl('teleclaim'), maxConnections: 1 });
  try {
    const ours = await db.read(practice.practiceId, readOurs);
    return {
      ...ours,
      simulator: await readSimulatorRecord(join(folder, 'simulator'), demonstrationPractice.submitterId),
    };
  } finally {
    await db.close();
    await postgres.stop();
    guard.close();
  }
}

async function readOurs(query: Queryable): Promise<Omit<FinalState, 'simulator'>> {
  return {
    books: { accounts: await readAccounts(query), claims: await query.rows(claimSchema, finalClaims) },
    faults: await readFaults(query),
    sendings: (await query.rows(z.object({ number: z.string() }), sendings)).map((row) => row.number),
    remittances: await query.rows(z.object({ traceNumber: z.string(), paidCents: z.int() }), remittances),
  };
}

async function readAccounts(query: Queryable): Promise<FinalBooks['accounts']> {
  const rows = await query.rows(
    z.object({ account: z.string(), cents: z.int() }),
    sql`select account, sum(amount_cents)::bigint as cents from ledger_entries group by account order by account`,
  );
  return Object.fromEntries(rows.map((row) => [row.account, row.cents]));
}

const finalClaims = sql`
  select c.patient_control_number, c.stage, c.insurance_outcome, c.attention, c.patient_balance, c.charge_cents,
    c.paid_cents, c.adjusted_cents, c.patient_responsibility_cents,
    (select coalesce(jsonb_object_agg(account, cents order by account), '{}') from
      (select account, sum(amount_cents) as cents from ledger_entries e where e.claim_id = c.id group by account) b) as balances,
    array(select w.kind from work_items w where w.claim_id = c.id and w.resolved_at is null order by w.kind) as open_items
  from claims c order by c.patient_control_number`;

const sendings = sql`
  select clearinghouse_claim_number as number from claim_submissions
  where state in ('sent', 'accepted', 'rejected', 'remitted')`;

const remittances = sql`
  select trace_number as "traceNumber", payment_cents as "paidCents" from remittances`;

const faultQueries = {
  'transactions that do not sum to zero': sql`
    select transaction_id from ledger_entries group by transaction_id having sum(amount_cents) <> 0`,
  'remittances without proof: BPR02 = posted + suspense - provider adjustments': sql`
    select id, state, payment_cents from remittances
    where state <> 'posted' or payment_cents <> posted_claims_cents + suspense_cents - provider_adjustment_cents`,
  "remittances whose payment is not what went into the payer's cash": sql`
    select r.id, r.payment_cents from remittances r
    where r.payment_cents <> (select coalesce(sum(e.amount_cents), 0) from ledger_transactions t
      join ledger_entries e on e.transaction_id = t.id
      where t.source = 'remittance:' || r.id and e.account = 'payer_cash')`,
  'decisions of payers that are posted twice, or that paid and are not posted': sql`
    select c.remittance_id, c.claim_id from remittance_claims c where c.claim_id is not null
    group by c.remittance_id, c.claim_id
    having count(*) < (select count(*) from ledger_transactions t
        where t.source = 'remittance:' || c.remittance_id and t.claim_id = c.claim_id)
      or count(*) filter (where c.paid_cents <> 0) > (select count(*) from ledger_transactions t
        where t.source = 'remittance:' || c.remittance_id and t.claim_id = c.claim_id)`,
  'claims that say other than the ledger': sql`
    select c.patient_control_number from claims c left join ledger_entries e on e.claim_id = c.id group by c.id
    having c.paid_cents <> coalesce(sum(e.amount_cents) filter (where e.account = 'payer_cash'), 0)
      or c.adjusted_cents <> coalesce(sum(e.amount_cents) filter (where e.account = 'contractual_adjustment'), 0)`,
  'claims that neither are closed nor wait for a person': sql`
    select patient_control_number, stage from claims where stage <> 'closed' and attention = 'none'`,
  'claims without a visit, or visits without a claim': sql`
    select v.id, c.id from visits v full join claims c on c.visit_id = v.id where v.id is null or c.id is null`,
  'messages that were not delivered': sql`select event_id, attempts from outbox where delivered_at is null`,
  'files that have not certainly arrived': sql`
    select file_name, state from submissions where state not in ('sent', 'accepted', 'rejected')`,
  'claims that wait for their file': sql`
    select clearinghouse_claim_number, state from claim_submissions where state in ('ready', 'assembled')`,
  'files from the clearinghouse that were not read': sql`
    select name, state from inbound_files where state in ('stored', 'in_intake')`,
  'open items about the exchange, which end by themselves': sql`
    select kind, cause from work_items where resolved_at is null and claim_id is null`,
};

async function readFaults(query: Queryable): Promise<Faults> {
  const found: Record<string, readonly unknown[]> = {};
  for (const [what, faultQuery] of Object.entries(faultQueries))
    found[what] = await query.rows(z.unknown(), faultQuery);
  return found;
}
