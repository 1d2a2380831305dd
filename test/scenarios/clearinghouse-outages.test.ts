import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sql } from '../../db/sql.js';
import type { Clearinghouse } from '../../gateways/clearinghouse/clearinghouse.js';
import { ClearinghouseError } from '../../gateways/clearinghouse/clearinghouse-error.js';
import { eventually } from '../support/eventually.js';
import { expectBooksToHold } from '../support/expect-books-to-hold.js';
import { HeldMail } from '../support/held-mail.js';
import type { StoryClaim } from '../support/story-claim.js';
import { storyWorld } from '../support/story-world.js';

/** Electronic ids of the payers whose files this clearinghouse is asked to mistreat, by how it does. */
const losesTheConnection = new Set(['SMUNI']);
const takesNothing = new Set(['SMLMA']);
const answersNothing = new Set(['SMSUM']);
const mail = new HeldMail();

/** A clearinghouse that keeps no archive in sight, so that a file which is nowhere may have been taken long ago. */
function secretive(real: Clearinghouse): Clearinghouse {
  const addressed = (content: Uint8Array, payers: ReadonlySet<string>) =>
    [...payers].find((payerId) => Buffer.from(content).toString('latin1').includes(`*PI*${payerId}`));
  return mail.wrap({
    ...real,
    findUpload: async (name) => {
      const found = await real.findUpload(name);
      return found.state === 'taken' || found.state === 'waiting' ? { state: 'absent' } : found;
    },
    checkEligibility: async (x12) => {
      if ([...answersNothing].some((payerId) => x12.includes(`*PI*${payerId}`))) {
        throw new ClearinghouseError('unavailable', 'the clearinghouse answered 503; try again later');
      }
      return real.checkEligibility(x12);
    },
    upload: async (name, content) => {
      if (addressed(content, takesNothing) !== undefined) {
        throw new ClearinghouseError('refused', 'the SFTP server refused the connection; try again later');
      }
      await real.upload(name, content);
      const lost = addressed(content, losesTheConnection);
      if (lost === undefined) return;
      losesTheConnection.delete(lost);
      throw new ClearinghouseError('dropped', 'the connection broke; whether the file arrived is not known', {
        outcomeUnknown: true,
      });
    },
  });
}

const stories = storyWorld({ mailboxKeepsArchive: false, wrapClearinghouse: secretive });

const fileSchema = z.object({ id: z.string(), state: z.string(), attempts: z.int() });
const itemSchema = z.object({ kind: z.string(), cause: z.string(), resolved_by: z.string().nullable() });

async function fileOf(claim: StoryClaim): Promise<z.infer<typeof fileSchema> | undefined> {
  const { db, practiceId } = claim.world;
  const [file] = await db.read(practiceId, (query) =>
    query.rows(
      fileSchema,
      sql`select s.id, s.state, s.attempts from submissions s
        where s.id in (select submission_id from claim_submissions where claim_id = ${claim.id})`,
    ),
  );
  return file;
}

async function itemsOf(submissionId: string): Promise<z.infer<typeof itemSchema>[]> {
  const { db, practiceId } = stories.world;
  return db.read(practiceId, (query) =>
    query.rows(
      itemSchema,
      sql`select kind, cause, resolved_by from work_items where submission_id = ${submissionId} order by id`,
    ),
  );
}

async function fileBecomes(claim: StoryClaim, state: string): Promise<z.infer<typeof fileSchema>> {
  return eventually(
    `the file is ${state}`,
    async () => {
      const file = await fileOf(claim);
      return file?.state === state && file;
    },
    90_000,
  );
}

describe.concurrent('a file of which nobody can say where it is', () => {
  test('is not sent again; a person is told, and the answer of the clearinghouse settles it', async () => {
    const claim = await stories.begin('unknown fate', { payer: 'unity-care' });
    // Control numbers are the practice's own, and the 999 names the group only: hold them all until the person was told.
    mail.hold('999', '');
    mail.hold('277', '');
    const file = await fileBecomes(claim, 'unknown');
    await eventually('a person is told', async () => (await itemsOf(file.id)).length > 0);
    expect(await itemsOf(file.id)).toMatchObject([{ kind: 'submission_unknown', resolved_by: null }]);
    expect(await claim.row()).toMatchObject({ stage: 'submission' });
    mail.release('999', '');
    mail.release('277', '');
    expect(await claim.closed()).toMatchObject({ insurance_outcome: 'paid', submission_number: 1 });
    expect(await claim.received()).toHaveLength(1);
    expect(await fileOf(claim)).toMatchObject({ attempts: 1 });
    expect(await itemsOf(file.id)).toMatchObject([{ kind: 'submission_unknown', resolved_by: 'system:submission' }]);
  });

  test('a clearinghouse that stays away is told to a person; when it is back the file goes, and the item ends', async () => {
    const claim = await stories.begin('outage', { payer: 'liberty-advantage' });
    const file = await eventually('the file is made', async () => (await fileOf(claim)) ?? false, 30_000);
    await eventually('a person is told', async () => (await itemsOf(file.id)).length > 0, 60_000);
    expect(await itemsOf(file.id)).toMatchObject([{ kind: 'clearinghouse_unavailable', resolved_by: null }]);
    takesNothing.clear();
    expect(await claim.closed()).toMatchObject({ insurance_outcome: 'paid' });
    expect(await claim.received()).toHaveLength(1);
    expect(await itemsOf(file.id)).toMatchObject([
      { kind: 'clearinghouse_unavailable', resolved_by: 'system:submission' },
    ]);
  });
});

describe.concurrent('an inquiry that nobody answers', () => {
  test('waits for a person when its retries are spent, and goes on when it is tried again', async () => {
    const claim = await stories.begin('eligibility outage', { payer: 'summit-health' });
    const item = await claim.parked('eligibility_unavailable');
    expect(item.cause).toContain('ClearinghouseError');
    answersNothing.clear();
    await claim.command({ kind: 'retry_step', reason: 'it is back' });
    expect(await claim.closed()).toMatchObject({ insurance_outcome: 'paid' });
  });
});

test('the books hold after these stories', async () => {
  await expectBooksToHold(stories.world);
});
