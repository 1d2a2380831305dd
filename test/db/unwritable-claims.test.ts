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

test('a claim that its receiver would refuse goes back with the reason, and the others of its payer are sent', async () => {
  const good = await queuedClaim(house, 'sound', { payer: 'summit-health' });
  const bad = await queuedClaim(house, 'born too late', { payer: 'summit-health' });
  await house.asOwner(
    `update visits set data = jsonb_set(data, '{patient,birthDate}', '"2999-01-01"') from claims c where c.visit_id = visits.id and c.id = $1`,
    [bad],
  );
  const made = await createAssembleSubmission(house.deps)({
    practiceId: house.practiceId,
    payerCode: 'summit-health',
    key: 'third',
  });
  expect(made).toMatchObject({ kind: 'assembled' });
  expect(await stateOf(good)).toBe('assembled');
  expect(await stateOf(bad)).toBe('rejected');
  const [told] = await house.asOwner(
    `select message #>> '{notice,cause}' as cause from outbox where message ->> 'claimId' = $1 and message #>> '{notice,kind}' = 'rejected'`,
    [bad],
  );
  expect(told?.['cause']).toContain('before the patient’s birth');
});

test('what a person has overridden in scrubbing is sent all the same', async () => {
  const claim = await queuedClaim(house, 'born too late, overridden', { payer: 'prairie-blue' });
  await house.asOwner(
    `update visits set data = jsonb_set(data, '{patient,birthDate}', '"2999-01-01"') from claims c where c.visit_id = visits.id and c.id = $1`,
    [claim],
  );
  await house.asOwner(`update claims set overridden_edit_ids = '{patient-born-after-service}' where id = $1`, [claim]);
  await createAssembleSubmission(house.deps)({
    practiceId: house.practiceId,
    payerCode: 'prairie-blue',
    key: 'fourth',
  });
  expect(await stateOf(claim)).toBe('assembled');
});

test('what the payer’s profile says it does not take does not leave', async () => {
  const claim = await queuedClaim(house, 'not authorised', { payer: 'granite-tpa' });
  await house.asOwner(
    `update payer_profiles set data = jsonb_set(data, '{edits}', '{"takesAttachments": false, "frequencyCodes": ["7"]}') where code = 'granite-tpa'`,
  );
  const made = await createAssembleSubmission(house.deps)({
    practiceId: house.practiceId,
    payerCode: 'granite-tpa',
    key: 'fifth',
  });
  expect(made).toEqual({ kind: 'nothing_ready' });
  expect(await stateOf(claim)).toBe('rejected');
});

test('where a whole lot goes back, the claims behind it are sent without waiting for another', async () => {
  const bad = await queuedClaim(house, 'first, born too late', { payer: 'ny-medicaid' });
  const good = await queuedClaim(house, 'behind it', { payer: 'ny-medicaid' });
  await house.asOwner(
    `update visits set data = jsonb_set(data, '{patient,birthDate}', '"2999-01-01"') from claims c where c.visit_id = visits.id and c.id = $1`,
    [bad],
  );
  await house.asOwner(`update claim_submissions set ready_at = '2026-01-01' where claim_id = $1`, [bad]);
  const oneAtATime = createAssembleSubmission(house.deps, 1);
  const made = await oneAtATime({ practiceId: house.practiceId, payerCode: 'ny-medicaid', key: 'sixth' });
  expect(made).toMatchObject({ kind: 'assembled' });
  expect(await stateOf(bad)).toBe('rejected');
  expect(await stateOf(good)).toBe('assembled');
});

async function stateOf(claimId: string): Promise<unknown> {
  const [sending] = await house.asOwner('select state from claim_submissions where claim_id = $1', [claimId]);
  return sending?.['state'];
}
