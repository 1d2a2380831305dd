import { expect, test } from 'vitest';
import { createCodeClaim } from '../../activities/code-claim.js';
import { createInquireClaimStatus } from '../../activities/inquire-claim-status.js';
import { createQueueForSubmission } from '../../activities/queue-for-submission.js';
import { createScrubClaim } from '../../activities/scrub-claim.js';
import { ControlNumberBlocks } from '../../db/control-number-blocks.js';
import { practiceDatabase } from '../support/practice-database.js';
import { queuedClaim } from '../support/queued-claims.js';

const house = practiceDatabase();

const endPolicyOf = (code: string) =>
  house.asOwner(`update payer_profiles set effective_to = '2025-12-31' where code = $1`, [code]);

test('a claim whose payer’s policy ends between two steps is parked where it is, never failed', async () => {
  const claimId = await house.claim('policy ends', { payer: 'unity-care' });
  const input = (key: string) => ({ practiceId: house.practiceId, claimId, key });
  await createCodeClaim(house.deps)(input('coding:1'));
  await endPolicyOf('unity-care');
  expect(await createScrubClaim(house.deps)(input('scrubbing:2'))).toMatchObject({
    kind: 'parked',
    parked: { step: 'scrubbing', allowedCommands: expect.arrayContaining(['correct', 'retry_step']) },
  });
  expect(await createQueueForSubmission(house.deps)(input('submission:3'))).toMatchObject({
    kind: 'parked',
    parked: { step: 'submission' },
  });
  const items = await house.asOwner('select kind, cause from work_items where claim_id = $1', [claimId]);
  expect(items).toHaveLength(2);
  for (const item of items)
    expect(item).toMatchObject({ kind: 'payer_unknown', cause: expect.stringContaining('unity-care') });
});

test('a silent payer of whom no profile is left is not asked; a biller is', async () => {
  const claimId = await queuedClaim(house, 'silent, policy ended', { payer: 'liberty-advantage' });
  await endPolicyOf('liberty-advantage');
  const inquire = createInquireClaimStatus(house.deps, new ControlNumberBlocks(house.db));
  const input = { practiceId: house.practiceId, claimId, key: 'inquiry:4', inquiry: 1 };
  const parked = { kind: 'parked', parked: { allowedCommands: expect.arrayContaining(['retry_step']) } };
  expect(await inquire(input)).toMatchObject(parked);
  expect(await inquire(input)).toMatchObject(parked);
  const items = await house.asOwner('select kind from work_items where claim_id = $1', [claimId]);
  expect(items).toEqual([{ kind: 'payer_unknown' }]);
});
