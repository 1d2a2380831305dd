import { expect, test } from 'vitest';
import { createInMemoryClearinghouse } from '../../bench/support/in-memory-clearinghouse.js';
import { createVerifyEligibility } from '../../activities/verify-eligibility.js';
import { ControlNumberBlocks } from '../../db/control-number-blocks.js';
import { aPractice } from '../builders/rules.js';
import { storyVisit } from '../builders/story-visit.js';
import { databaseNow, practiceDatabase } from '../support/practice-database.js';

const house = practiceDatabase();

/** Verifies the coverage of two claims of one member and day, one after the other; gives the statuses the payer was asked for. */
async function verifyTwice(member: string): Promise<{ outcomes: string[]; statuses: unknown[] }> {
  const clearinghouse = createInMemoryClearinghouse(aPractice().submitterId, () => databaseNow);
  const deps = { ...house.deps, clearinghouse: () => Promise.resolve(clearinghouse) };
  const verify = createVerifyEligibility(deps, new ControlNumberBlocks(house.db));
  const { coverages } = storyVisit(member, { member });
  const outcomes: string[] = [];
  for (const name of [`${member} first`, `${member} second`]) {
    const claimId = await house.claim(name, { coverages });
    outcomes.push((await verify({ practiceId: house.practiceId, claimId, key: 'eligibility:1' })).kind);
  }
  const checks = await house.asOwner(
    `select verdict ->> 'status' as status from eligibility_checks where position($1 in request_x12) > 0`,
    [coverages[0]?.memberId],
  );
  return { outcomes, statuses: checks.map(({ status }) => status) };
}

test('a fresh answer that coverage is active is used again for the same member and day', async () => {
  expect(await verifyTwice('W')).toEqual({ outcomes: ['done', 'done'], statuses: ['active'] });
});

test.each([
  ['inactive', 'SIMINA'],
  ['not_found', 'SIMNOT'],
])('an answer that a member is %s is asked for anew', async (status, member) => {
  expect(await verifyTwice(member)).toEqual({ outcomes: ['parked', 'parked'], statuses: [status, status] });
});
