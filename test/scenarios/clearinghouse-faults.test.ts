import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sql } from '../../db/sql.js';
import type { FaultKind } from '../../simulator/servers/fault.js';
import { eventually } from '../support/eventually.js';
import { expectBooksToHold } from '../support/expect-books-to-hold.js';
import { simulatorDesk } from '../support/simulator-desk.js';
import type { StoryClaim } from '../support/story-claim.js';
import { storyWorld } from '../support/story-world.js';

const stories = storyWorld();

const begun: StoryClaim[] = [];

/** A claim that goes out while the clearinghouse plays a fault; each story has a payer, thus a file, of its own. */
async function sentThrough(fault: FaultKind, times: number, payer: string): Promise<StoryClaim> {
  const desk = simulatorDesk(stories.world);
  await desk.play({ kind: fault, times });
  const claim = await stories.begin(`${fault} ${payer}`, { payer });
  begun.push(claim);
  await claim.until('the clearinghouse has answered', async () => (await claim.eventKinds()).includes('file_accepted'));
  await eventually('the fault has struck', async () => !(await desk.faultsLeft()).some((left) => left.kind === fault));
  return claim;
}

async function filesOf(claim: StoryClaim): Promise<{ state: string; attempts: number }[]> {
  const row = z.object({ state: z.string(), attempts: z.int() });
  return claim.world.db.read(claim.world.practiceId, (query) =>
    query.rows(
      row,
      sql`select s.state, s.attempts from submissions s
        where s.id in (select submission_id from claim_submissions where claim_id = ${claim.id})`,
    ),
  );
}

describe.concurrent('a claim arrives one time and is answered when the clearinghouse', () => {
  test.each([
    ['refuses the connection', 'sftp_refuse', 3, 'summit-health'],
    ['ends the connection before the file has its name', 'drop_before_rename', 1, 'unity-care'],
    ['ends the connection after the file has its name and before it says so', 'drop_after_rename', 1, 'cobalt-mutual'],
    ['ends the connection while an answer is fetched', 'drop_during_fetch', 1, 'liberty-advantage'],
    ['can not answer inquiries for a while', 'http_unavailable', 2, 'ny-medicaid'],
  ] as const)('%s', async (_, fault, times, payer) => {
    const claim = await sentThrough(fault, times, payer);
    expect(await claim.received()).toHaveLength(1);
    expect(await filesOf(claim)).toMatchObject([{ state: 'accepted' }]);
    expect(await claim.items()).toEqual([]);
  });
});

test('all of them are paid in the end', async () => {
  for (const claim of begun) expect(await claim.closed()).toMatchObject({ insurance_outcome: 'paid' });
  await eventually('no file is left to be told of', async () => {
    const [row] = await stories.world.db.read(stories.world.practiceId, (query) =>
      query.rows(
        z.object({ open: z.int() }),
        sql`select count(*) as open from submissions where state not in ('accepted', 'rejected')`,
      ),
    );
    return row?.open === 0;
  });
});

test('the books hold after these stories', async () => {
  await expectBooksToHold(stories.world);
});
