import { WorkflowUpdateFailedError } from '@temporalio/client';
import { z } from 'zod';
import { storeCorrection } from '../../db/claim-corrections.js';
import { listClaimEvents } from '../../db/claim-history-queries.js';
import { type ClaimRow, claimRowSchema } from '../../db/claim-row.js';
import { newId } from '../../db/new-id.js';
import { sql } from '../../db/sql.js';
import type { ClaimCommand } from '../../domain/claim/claim-command.js';
import type { ClaimCorrection } from '../../domain/claim/claim-correction.js';
import type { TimelineEvent } from '../../domain/claim/claim-timeline.js';
import type { WorkItemKind } from '../../domain/claim/work-item.js';
import type { LedgerAccount } from '../../domain/ledger/ledger-account.js';
import type { VisitInput } from '../../domain/visit/visit.js';
import { type ClaimCommandReceipt, claimCommandUpdate, claimStateQuery } from '../../workflows/messages.js';
import { claimWorkflowId } from '../../workflows/workflow-ids.js';
import type { ClaimWorld } from './claim-world.js';
import { eventually } from './eventually.js';
import { type ReceivedAtSimulator, simulatorDesk } from './simulator-desk.js';

/** A machine under load may be slow; a story that needs longer than this does not come about. */
const storyMillis = 90_000;

const itemSchema = z.object({
  id: z.string(),
  kind: z.string(),
  cause: z.string(),
  owner: z.string(),
  resolved_at: z.string().nullable(),
  resolved_by: z.string().nullable(),
  resolution: z.string().nullable(),
  amount_cents: z.number(),
  findings: z.array(z.object({ code: z.string() })),
});
export type StoryItem = z.infer<typeof itemSchema>;

const sendingSchema = z.object({
  submission_number: z.int(),
  state: z.string(),
  frequency_code: z.string(),
  clearinghouse_claim_number: z.string(),
});

/** One claim of a story: what a person sees of it, and what a person does with it. */
export class StoryClaim {
  private constructor(
    readonly world: ClaimWorld,
    readonly id: string,
  ) {}

  /** Takes a visit in and follows its claim. */
  static async begin(world: ClaimWorld, visit: VisitInput): Promise<StoryClaim> {
    const [claimId = ''] = await world.receive(visit);
    return new StoryClaim(world, claimId);
  }

  row(): Promise<ClaimRow> {
    return this.world.db.read(this.world.practiceId, (query) =>
      query.one(claimRowSchema, sql`select * from claims where id = ${this.id}`),
    );
  }

  events(): Promise<TimelineEvent[]> {
    return this.world.db.read(this.world.practiceId, (query) => listClaimEvents(query, this.id));
  }

  async eventKinds(): Promise<string[]> {
    return (await this.events()).map((event) => event.kind);
  }

  items(): Promise<StoryItem[]> {
    return this.world.db.read(this.world.practiceId, (query) =>
      query.rows(
        itemSchema,
        sql`select id, kind, cause, owner, resolved_at, resolved_by, resolution, amount_cents,
          findings from work_items where claim_id = ${this.id} order by id`,
      ),
    );
  }

  sendings(): Promise<z.infer<typeof sendingSchema>[]> {
    return this.world.db.read(this.world.practiceId, (query) =>
      query.rows(
        sendingSchema,
        sql`select submission_number, state, frequency_code, clearinghouse_claim_number from claim_submissions
          where claim_id = ${this.id} order by submission_number`,
      ),
    );
  }

  /** Every copy of the claim that reached the clearinghouse. */
  async received(): Promise<readonly ReceivedAtSimulator[]> {
    return simulatorDesk(this.world).claims((await this.row()).patient_control_number);
  }

  /** What stands in each account for the claim; accounts without a balance are left out. */
  async balances(): Promise<Partial<Record<LedgerAccount, number>>> {
    const rows = await this.world.db.read(this.world.practiceId, (query) =>
      query.rows(
        z.object({ account: z.string(), balance: z.int() }),
        sql`select account, sum(amount_cents)::bigint as balance from ledger_entries where claim_id = ${this.id}
          group by account having sum(amount_cents) <> 0 order by account`,
      ),
    );
    return Object.fromEntries(rows.map((row) => [row.account, row.balance]));
  }

  /** Waits until the claim is as asked; when that never comes about, says what happened to it. */
  async until(what: string, ask: (claim: ClaimRow) => boolean | Promise<boolean>): Promise<ClaimRow> {
    try {
      return await eventually(
        what,
        async () => {
          const claim = await this.row();
          return (await ask(claim)) && claim;
        },
        storyMillis,
      );
    } catch (error) {
      const events = await this.events();
      throw new Error(
        `${what} never came about; ${events.map((event) => `${event.kind}: ${event.summary}`).join(' | ')}`,
        {
          cause: error,
        },
      );
    }
  }

  closed(): Promise<ClaimRow> {
    return this.until('the claim is closed', (claim) => claim.stage === 'closed');
  }

  /** Waits until the claim asks a person about this, its workflow included. */
  async parked(kind: WorkItemKind): Promise<StoryItem> {
    let item: StoryItem | undefined;
    await this.until(`the claim waits for a person (${kind})`, async (claim) => {
      item = (await this.items()).find((one) => one.resolved_at === null && one.kind === kind);
      return item !== undefined && claim.attention === item.owner;
    });
    const waiting = item;
    if (waiting === undefined) throw new Error('a claim that waits for a person has an open work item');
    await eventually(
      'the workflow waits for that person',
      async () => {
        const { waitsFor } = await this.handle().query(claimStateQuery);
        return waitsFor.kind === 'person' && waitsFor.parked.workItemId === waiting.id;
      },
      storyMillis,
    );
    return waiting;
  }

  /** Gives a command as a biller; a refusal by the workflow's validator is an answer too. */
  async command(command: ClaimCommand, updateId?: string): Promise<ClaimCommandReceipt> {
    try {
      return await this.handle().executeUpdate(claimCommandUpdate, {
        args: [{ actor: 'user:biller', command }],
        ...(updateId === undefined ? {} : { updateId }),
      });
    } catch (error) {
      if (!(error instanceof WorkflowUpdateFailedError)) throw error;
      return { kind: 'refused', reason: error.cause?.message ?? '' };
    }
  }

  /** Stores a correction and puts it in force. */
  async correct(data: ClaimCorrection): Promise<ClaimCommandReceipt> {
    const id = newId('correction');
    const { db, practiceId, deps } = this.world;
    const reason = 'as the record says';
    const actor = 'user:biller';
    await db.inPractice(practiceId, (tx) =>
      storeCorrection(tx, { id, claimId: this.id, data, reason, actor, at: deps.clock.now() }),
    );
    return this.command({ kind: 'correct', correctionId: id, reason });
  }

  handle() {
    return this.world.client.workflow.getHandle(claimWorkflowId(this.id));
  }
}
