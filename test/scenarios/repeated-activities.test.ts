import { MockActivityEnvironment } from '@temporalio/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createBookActivities, createTransferActivities } from '../../activities/create-activities.js';
import { readPracticeProgress } from '../../db/practice-progress.js';
import { SqlQuery, sql } from '../../db/sql.js';
import type { ClaimCommand } from '../../domain/claim/claim-command.js';
import { eventually } from '../support/eventually.js';
import { simulatorDesk } from '../support/simulator-desk.js';
import type { StoryClaim } from '../support/story-claim.js';
import { storyWorld } from '../support/story-world.js';

/** Every activity of lived-through claims runs again with the input it had, as after a worker's death: nothing may change. */
const stories = storyWorld();
const claims: StoryClaim[] = [];
const reason = 'as the record says';

beforeAll(async () => {
  const corrected = stories.begin('corrected by rule', {
    payer: 'il-medicaid',
    patientLocation: { setting: 'home', state: 'IL' },
  });
  const rejected = stories.begin('rejected, corrected', { member: 'SIMREJ' });
  const denied = stories.begin('denied, written off', { member: 'SIMDEN', payer: 'unity-care' });
  const silent = stories.begin('silent', { member: 'SIMSIL', payer: 'prairie-blue' });
  claims.push(...(await Promise.all([corrected, rejected, denied, silent])));
  await (await rejected).parked('payer_rejected');
  await (await rejected).correct({ memberId: 'W55500055' });
  await (await denied).parked('denied');
  await (await denied).command({ kind: 'write_off', reason });
  for (const claim of claims) {
    await claim.closed();
    await claim.handle().result();
  }
  const { db, practiceId } = stories.world;
  await eventually('nothing is under way any more', async () => {
    const progress = await db.read(practiceId, readPracticeProgress);
    return progress.undeliveredMessages + progress.unreadFiles + progress.unpostedRemittances === 0;
  });
});

/** Everything that the database holds of the practice, table by table, to compare before and after. */
async function everything(): Promise<Record<string, unknown>> {
  const { db, practiceId } = stories.world;
  const tables = await db.read(practiceId, (query) => query.rows(z.object({ name: z.string() }), practiceTables));
  const contents = tables.map(async ({ name }) => {
    const all = new SqlQuery([`select to_jsonb(t)::text as row from ${name} t order by 1`], []);
    return [name, await db.read(practiceId, (query) => query.rows(z.object({ row: z.string() }), all))] as const;
  });
  return Object.fromEntries(await Promise.all(contents));
}

const practiceTables = sql`
  select table_name::text as name from information_schema.columns
  where table_schema = 'public' and column_name = 'practice_id' order by 1`;

const stepSchema = z.object({
  claim_id: z.string(),
  idempotency_key: z.string(),
  kind: z.string(),
  data: z.looseObject({ decidedBy: z.string().optional(), reason: z.string().optional() }),
  result: z.unknown(),
});

/** The steps of all claims as they were done, each with its key and what it answered. */
function stepsDone(): Promise<z.infer<typeof stepSchema>[]> {
  const { db, practiceId } = stories.world;
  return db.read(practiceId, (query) =>
    query.rows(
      stepSchema,
      sql`select claim_id, idempotency_key, kind, data, result from claim_events
        where idempotency_key ~ '^[a-z]+:[^+]+$' and kind not in ('submitted', 'file_accepted', 'accepted', 'rejected', 'remitted')
        order by claim_id, seq`,
    ),
  );
}

type Step = z.infer<typeof stepSchema>;

/** Does a step again as its workflow would ask for it. */
function doAgain(step: Step): Promise<unknown> {
  const { deps, practiceId } = stories.world;
  const book = createBookActivities(deps);
  const transfer = createTransferActivities(deps);
  const input = { practiceId, claimId: step.claim_id, key: step.idempotency_key };
  const activities: Readonly<Record<string, () => Promise<unknown>>> = {
    eligibility: () => transfer.verifyEligibility(input),
    coding: () => book.codeClaim(input),
    scrubbing: () => book.scrubClaim(input),
    submission: () => book.queueForSubmission(input),
    inquiry: () => transfer.inquireClaimStatus({ ...input, inquiry: 1 }),
    rejection: () => book.parkRejectedClaim({ ...input, kind: 'payer_rejected', cause: '' }),
    remittance: () => book.decideAfterRemittance({ ...input, remittanceClaimId: step.data.decidedBy ?? '' }),
    close: () => book.closeClaim(input),
    // Only when an answer overtakes a question that was left to a person: seldom, and not of any one claim.
    news: () => book.resolveByNews({ ...input, workItemId: '' }),
    command: () => book.carryOutCommand({ ...input, actor: 'user:biller', command: commandOf(step), parked: null }),
  };
  const again = activities[stepName(step)];
  if (again === undefined) throw new Error(`no activity is known for the step ${step.idempotency_key}`);
  return again();
}

function stepName(step: Step): string {
  return step.idempotency_key.split(':')[0] ?? '';
}

function commandOf(step: Step): ClaimCommand {
  if (step.kind === 'command_write_off') return { kind: 'write_off', reason };
  if (step.kind === 'command_correct') return { kind: 'correct', correctionId: 'cor_any', reason };
  throw new Error(`no story gives the command ${step.kind}`);
}

function idsOf(table: 'submissions' | 'inbound_files' | 'remittances'): Promise<string[]> {
  const { db, practiceId } = stories.world;
  const all = new SqlQuery([`select id from ${table} order by id`], []);
  return db.read(practiceId, async (query) =>
    (await query.rows(z.object({ id: z.string() }), all)).map((row) => row.id),
  );
}

describe('after the claims are closed', () => {
  test('every step of a claim done again, alone or two at once, answers the same and changes nothing', async () => {
    const steps = await stepsDone();
    const names = new Set(steps.map(stepName));
    names.delete('news');
    expect([...names].toSorted()).toEqual([
      'close',
      'coding',
      'command',
      'eligibility',
      'inquiry',
      'rejection',
      'remittance',
      'scrubbing',
      'submission',
    ]);
    const before = await everything();
    for (const step of steps) {
      const answers = await Promise.all([doAgain(step), doAgain(step)]);
      for (const answer of answers) expect(answer ?? null, step.idempotency_key).toEqual(step.result);
    }
    expect(await everything()).toEqual(before);
  });

  test('a file made, sent or settled again stays as it is, and nothing reaches the clearinghouse', async () => {
    const { deps, practiceId } = stories.world;
    const book = createBookActivities(deps);
    const transfer = createTransferActivities(deps);
    const before = await everything();
    const received = await simulatorDesk(stories.world).claims();
    for (const submissionId of await idsOf('submissions')) {
      expect(await transfer.uploadSubmission({ practiceId, submissionId })).toEqual({ kind: 'sent' });
      expect(await transfer.settleSubmission({ practiceId, submissionId })).toEqual({ kind: 'sent' });
      await book.openSubmissionItem({ practiceId, submissionId, cause: 'clearinghouse_unavailable' });
    }
    for (const payerCode of ['il-medicaid', 'summit-health', 'unity-care', 'prairie-blue']) {
      expect(await book.assembleSubmission({ practiceId, payerCode, key: 'again' })).toEqual({ kind: 'nothing_ready' });
    }
    expect(await everything()).toEqual(before);
    expect(await simulatorDesk(stories.world).claims()).toEqual(received);
  });

  test('a file fetched, read, proved or posted again changes nothing', async () => {
    const { deps, practiceId } = stories.world;
    const book = createBookActivities(deps);
    const transfer = createTransferActivities(deps);
    const environment = new MockActivityEnvironment();
    const before = await everything();
    const files = await idsOf('inbound_files');
    expect(files.length).toBeGreaterThan(8);
    expect(await environment.run(transfer.fetchInboundFiles, { practiceId })).toEqual([]);
    await environment.run(book.routeInboundFiles, { practiceId, inboundFileIds: files });
    for (const inboundFileId of files) expect(await book.proveRemittances({ practiceId, inboundFileId })).toEqual([]);
    const remittances = await idsOf('remittances');
    expect(remittances.length).toBeGreaterThan(2);
    for (const remittanceId of remittances) await book.postRemittance({ practiceId, remittanceId });
    expect(await everything()).toEqual(before);
  });
});
