import { expect, test } from 'vitest';
import { z } from 'zod';
import { createAssembleSubmission } from '../../activities/assemble-submission.js';
import { createCarryOutCommand } from '../../activities/carry-out-command.js';
import { takeReadyClaims } from '../../db/claim-submissions.js';
import { sql } from '../../db/sql.js';
import { readProfessionalClaimBatch } from '../../domain/x12/837p/read-professional-claim-batch.js';
import { eventually } from '../support/eventually.js';
import { practiceDatabase } from '../support/practice-database.js';
import { queue, queuedClaim } from '../support/queued-claims.js';
import { onlyTransactionSet } from '../support/x12-sample.js';

const house = practiceDatabase();
const reason = 'a test wants it';

const assemble = (payerCode: string, key: string) =>
  createAssembleSubmission(house.deps)({ practiceId: house.practiceId, payerCode, key });

const command = (claimId: string, kind: 'hold' | 'release') =>
  createCarryOutCommand(house.deps)({
    practiceId: house.practiceId,
    claimId,
    key: `command:${kind}`,
    actor: 'user:biller',
    command: { kind, reason },
    parked: null,
  });

async function claimsInFiles(payerCode: string): Promise<string[][]> {
  const files = await house.db.read(house.practiceId, (query) =>
    query.rows(
      z.object({ content: z.instanceof(Uint8Array) }),
      sql`select content from submissions where payer_code = ${payerCode} order by id`,
    ),
  );
  return files.map(({ content }) => {
    const { value } = readProfessionalClaimBatch(onlyTransactionSet(content));
    return value.billingProviders.flatMap((provider) =>
      provider.claims.map((claim) => claim.clearinghouseClaimId ?? ''),
    );
  });
}

test('two makers of files at the same moment never take the same claim', async () => {
  for (let number = 0; number < 6; number += 1) await queuedClaim(house, `shared ${number}`);
  const open: (() => void)[] = [];
  const bothHaveTaken = new Promise<void>((resolve) => {
    let taken = 0;
    open.push(() => {
      taken += 1;
      if (taken === 2) resolve();
    });
  });
  const takeSome = (most: number) =>
    house.db.inPractice(house.practiceId, async (tx) => {
      const claims = await takeReadyClaims(tx, 'summit-health', most);
      open[0]?.();
      // Neither lets go before both have taken.
      await bothHaveTaken;
      return claims.map((claim) => claim.claim_id);
    });
  const [first, second] = await Promise.all([takeSome(4), takeSome(4)]);
  expect(first.length + second.length).toBe(6);
  expect(new Set([...first, ...second]).size).toBe(6);
});

test('a file is made of all ready claims of its payer, each one time, and of no other payer’s', async () => {
  await queuedClaim(house, 'one of unity', { payer: 'unity-care' });
  await queuedClaim(house, 'two of unity', { payer: 'unity-care' });
  await queuedClaim(house, 'one of cobalt', { payer: 'cobalt-mutual' });
  expect(await assemble('unity-care', 'first')).toMatchObject({ kind: 'assembled' });
  const [file = []] = await claimsInFiles('unity-care');
  expect(new Set(file).size).toBe(2);
  expect(await claimsInFiles('cobalt-mutual')).toEqual([]);
});

test('a file that has not certainly left comes first: nothing new is made beside it', async () => {
  await queuedClaim(house, 'before the crash', { payer: 'prairie-blue' });
  const made = await assemble('prairie-blue', 'before');
  await queuedClaim(house, 'after the crash', { payer: 'prairie-blue' });
  expect(await assemble('prairie-blue', 'after')).toEqual(made);
  expect(await claimsInFiles('prairie-blue')).toHaveLength(1);
});

test('a claim on hold stays in the queue; released, it goes and its route is told', async () => {
  const claimId = await queuedClaim(house, 'held in the queue', { payer: 'liberty-advantage' });
  expect(await command(claimId, 'hold')).toMatchObject({ kind: 'carried_out' });
  expect(await assemble('liberty-advantage', 'held')).toEqual({ kind: 'nothing_ready' });
  const told = () =>
    house.asOwner(
      `select event_id from outbox where message ->> 'kind' = 'claims_ready' and message ->> 'payerCode' = 'liberty-advantage'`,
    );
  expect(await told()).toHaveLength(1);
  await command(claimId, 'release');
  expect(await told()).toHaveLength(2);
  expect(await assemble('liberty-advantage', 'released')).toMatchObject({ kind: 'assembled' });
});

test('a claim queued while it is on hold waits for its release', async () => {
  const sketch = { payer: 'il-medicaid', patientLocation: { setting: 'home', state: 'IL' } } as const;
  const claimId = await house.claim('held, then queued', sketch);
  await command(claimId, 'hold');
  await queue(house, claimId);
  expect(await assemble('il-medicaid', 'held before')).toEqual({ kind: 'nothing_ready' });
  await command(claimId, 'release');
  expect(await assemble('il-medicaid', 'released after')).toMatchObject({ kind: 'assembled' });
});

test('a hold that comes while a file is being made waits for it, and is refused when the claim is in it', async () => {
  const claimId = await queuedClaim(house, 'raced for', { payer: 'granite-tpa' });
  const holding = await house.db.inPractice(house.practiceId, async (tx) => {
    const taken = await takeReadyClaims(tx, 'granite-tpa', 10);
    expect(taken.map((claim) => claim.claim_id)).toEqual([claimId]);
    const hold = command(claimId, 'hold');
    await eventually('the hold waits', async () => {
      const waiting = await house.asOwner(
        `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return waiting.length > 0;
    });
    await tx.execute(sql`update claim_submissions set state = 'assembled' where claim_id = ${claimId}`);
    return { hold };
  });
  expect(await holding.hold).toMatchObject({ kind: 'refused', reason: expect.stringContaining('in a file already') });
});

test('a claim that is in a file takes no hold any more', async () => {
  const claimId = await queuedClaim(house, 'in a file', {
    payer: 'ca-medicaid',
    patientLocation: { setting: 'home', state: 'CA' },
  });
  await assemble('ca-medicaid', 'in a file');
  expect(await command(claimId, 'hold')).toMatchObject({
    kind: 'refused',
    reason: expect.stringContaining('in a file already'),
  });
});

test('no two files have a file name or a control number in common', async () => {
  const [row] = await house.asOwner(
    `select count(*)::int as files, count(distinct file_name)::int as names,
      count(distinct interchange_control_number)::int as interchanges, count(distinct group_control_number)::int as groups
     from submissions`,
  );
  expect(row).toEqual({
    files: row?.['files'],
    names: row?.['files'],
    interchanges: row?.['files'],
    groups: row?.['files'],
  });
});
