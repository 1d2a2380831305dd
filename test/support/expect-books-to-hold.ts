import { expect } from 'vitest';
import { z } from 'zod';
import { type SqlQuery, sql } from '../../db/sql.js';
import { summarizePractice } from '../../db/summary-queries.js';
import type { ClaimWorld } from './claim-world.js';
import { simulatorDesk } from './simulator-desk.js';

/** What must be true of the books and of the mail after any story, however it ended. */
export async function expectBooksToHold(world: ClaimWorld): Promise<void> {
  expect(await rows(world, unbalancedTransactions), 'every transaction sums to zero').toEqual([]);
  expect(await rows(world, claimsAgainstLedger), 'every claim says what the ledger says').toEqual([]);
  expect(await rows(world, closedWithReceivable), 'insurance owes nothing on a closed claim').toEqual([]);
  expect(await rows(world, remittancesAgainstLedger), 'every payment is posted or in suspense').toEqual([]);
  await expectSummaryToEqualLedger(world);
  await expectOneArrivalForEachSending(world);
}

function rows(world: ClaimWorld, query: SqlQuery): Promise<unknown[]> {
  return world.db.read(world.practiceId, (queryable) => queryable.rows(z.unknown(), query));
}

const unbalancedTransactions = sql`
  select transaction_id from ledger_entries group by transaction_id having sum(amount_cents) <> 0`;

/**
 * By claim: receivable = charge − paid − adjusted − patient − written off, each as the claim's own row has it. The patient's
 * share is what they owe and what they paid, less what is owed back to them.
 */
const claimsAgainstLedger = sql`
  with book as (
    select c.id, c.insurance_outcome as outcome, c.charge_cents, c.paid_cents, c.adjusted_cents,
      coalesce(sum(e.amount_cents), 0) as total,
      coalesce(sum(e.amount_cents) filter (where e.account = 'revenue'), 0) as revenue,
      coalesce(sum(e.amount_cents) filter (where e.account = 'payer_cash'), 0) as cash,
      coalesce(sum(e.amount_cents) filter (where e.account = 'contractual_adjustment'), 0) as contractual,
      coalesce(sum(e.amount_cents) filter (where e.account in ('patient_receivable', 'patient_cash', 'refund_payable')), 0) as patient,
      coalesce(sum(e.amount_cents) filter (where e.account = 'write_off'), 0) as written_off,
      coalesce(sum(e.amount_cents) filter (where e.account = 'insurance_receivable'), 0) as receivable
    from claims c left join ledger_entries e on e.claim_id = c.id group by c.id)
  select * from book where total <> 0 or cash <> paid_cents or contractual <> adjusted_cents
    or (revenue <> 0 and outcome <> 'void' and receivable <> charge_cents - paid_cents - adjusted_cents - patient - written_off)`;

const closedWithReceivable = sql`
  select c.id, sum(e.amount_cents) as left_cents from claims c join ledger_entries e on e.claim_id = c.id
  where c.stage = 'closed' and e.account = 'insurance_receivable' group by c.id having sum(e.amount_cents) <> 0`;

/** BPR02 = posted + suspense − provider-level adjustments, and the same sum lies in the payer's cash; a repeated one is nowhere. */
const remittancesAgainstLedger = sql`
  select r.id, r.state from remittances r
  where r.state not in ('posted', 'suspense', 'repeated')
    or (r.state <> 'repeated'
      and r.payment_cents <> r.posted_claims_cents + r.suspense_cents - r.provider_adjustment_cents)
    or (case when r.state = 'repeated' then 0 else r.payment_cents end) <> (select coalesce(sum(e.amount_cents), 0) from ledger_transactions t
      join ledger_entries e on e.transaction_id = t.id
      where t.source = 'remittance:' || r.id and e.account = 'payer_cash')`;

async function expectSummaryToEqualLedger(world: ClaimWorld): Promise<void> {
  const summary = await world.db.read(world.practiceId, summarizePractice);
  const [ledger] = await rows(
    world,
    sql`select coalesce(sum(amount_cents) filter (where account = 'payer_cash'), 0)::bigint as paid,
        coalesce(sum(amount_cents) filter (where account = 'contractual_adjustment'), 0)::bigint as adjusted
      from ledger_entries where claim_id is not null`,
  );
  expect(ledger).toEqual({ paid: summary.paidCents, adjusted: summary.adjustedCents });
}

/** The clearinghouse has each sending that left exactly one time, and nothing that we don't know of. */
async function expectOneArrivalForEachSending(world: ClaimWorld): Promise<void> {
  const sent = z.array(z.object({ number: z.string() })).parse(
    await rows(
      world,
      sql`select clearinghouse_claim_number as number from claim_submissions
        where state in ('sent', 'accepted', 'rejected', 'remitted')`,
    ),
  );
  const arrived = (await simulatorDesk(world).claims()).map((claim) => claim.submissionId);
  expect(arrived.toSorted()).toEqual(sent.map((one) => one.number).toSorted());
}
