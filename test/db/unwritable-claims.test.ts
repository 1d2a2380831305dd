import { expect, test } from 'vitest';
import { createAssembleSubmission } from '../../activities/assemble-submission.js';
import { practiceDatabase } from '../support/practice-database.js';
import { queuedClaim } from '../support/queued-claims.js';

const house = practiceDatabase();

const assemble = (key: string) =>
  createAssembleSubmission(house.deps)({ practiceId: house.practiceId, payerCode: 'unity-care', key });

test('a claim that can not be written goes back to a person and does not hold up the others of its payer', async () => {
  const good = await queuedClaim(house, 'good', { payer: 'unity-care' });
  const bad = await queuedClaim(house, 'bad', { payer: 'unity-care' });
  await house.asOwner(
    `update visits set data = jsonb_set(data, '{coverages}', '[]') from claims c where c.visit_id = visits.id and c.id = $1`,
    [bad],
  );
  expect(await assemble('first')).toMatchObject({ kind: 'assembled' });
  const sendings = await house.asOwner('select claim_id, state from claim_submissions order by state');
  expect(sendings).toEqual([
    { claim_id: good, state: 'assembled' },
    { claim_id: bad, state: 'rejected' },
  ]);
  const told = await house.asOwner(
    `select message #>> '{claimId}' as claim, message #>> '{notice,kind}' as kind from outbox where message ->> 'kind' = 'notify_claim'`,
  );
  expect(told).toEqual([{ claim: bad, kind: 'rejected' }]);
});

test('claims of a payer without a profile are given back, and the route is not stuck', async () => {
  const claim = await queuedClaim(house, 'lost payer', { payer: 'cobalt-mutual' });
  await house.asOwner(`delete from payer_profiles where code = 'cobalt-mutual'`);
  const made = await createAssembleSubmission(house.deps)({
    practiceId: house.practiceId,
    payerCode: 'cobalt-mutual',
    key: 'second',
  });
  expect(made).toEqual({ kind: 'nothing_ready' });
  const [sending] = await house.asOwner('select state from claim_submissions where claim_id = $1', [claim]);
  expect(sending).toEqual({ state: 'rejected' });
});
