import { expect, test } from 'vitest';
import { createInMemoryClearinghouse } from '../../bench/support/in-memory-clearinghouse.js';
import { createVerifyEligibility } from '../../activities/verify-eligibility.js';
import { listClaimExplanations } from '../../db/claim-history-queries.js';
import { findClaim } from '../../db/claim-queries.js';
import { ControlNumberBlocks } from '../../db/control-number-blocks.js';
import { savePayerVersion } from '../../db/payer-profiles.js';
import { writeEligibilityResponse } from '../../domain/x12/271/write-eligibility-response.js';
import { anEligibilityAnswer } from '../builders/eligibility-answer.js';
import { aPayer, aPractice } from '../builders/rules.js';
import { testEnvelope } from '../builders/x12-envelope.js';
import { databaseNow, practiceDatabase } from '../support/practice-database.js';

const house = practiceDatabase();

/** A claim of a Medicare patient, verified by a payer that answers with these benefits, so often. */
async function verified(name: string, times: number, ...benefits: readonly string[]) {
  await house.db.inPractice(house.practiceId, (tx) =>
    savePayerVersion(tx, aPayer('medicare'), { actor: 'user:test', at: databaseNow }),
  );
  let asked = 0;
  const clearinghouse = {
    ...createInMemoryClearinghouse(aPractice().submitterId, () => databaseNow),
    checkEligibility: () => {
      asked += 1;
      return Promise.resolve(writeEligibilityResponse(anEligibilityAnswer(...benefits), testEnvelope));
    },
  };
  const deps = { ...house.deps, clearinghouse: () => Promise.resolve(clearinghouse) };
  const verify = createVerifyEligibility(deps, new ControlNumberBlocks(house.db));
  const claimId = await house.claim(name, {
    coverages: [
      { rank: 'primary', payerCode: 'medicare', payerName: 'Medicare', memberId: `M-${name}`, relationship: 'self' },
    ],
  });
  const kinds: string[] = [];
  for (let time = 1; time <= times; time += 1) {
    kinds.push((await verify({ practiceId: house.practiceId, claimId, key: `eligibility:${time}` })).kind);
  }
  const claim = await house.db.read(house.practiceId, (query) => findClaim(query, claimId));
  const explanations = await house.db.read(house.practiceId, (query) => listClaimExplanations(query, claimId));
  const told = explanations.flatMap(({ trace }) => trace).filter(({ ruleId }) => ruleId === 'telehealth-coverage');
  return { asked, kinds, causes: claim?.openWorkItems.map(({ cause }) => cause), told };
}

const active = ['EB*1**30*MA', 'EB*1**30*MB'];
const plan = ['EB*R**30*HN', 'REF*18*H1234', 'LS*2120', 'NM1*PRP*2*ADVANTAGE PLAN', 'LE*2120'];

test('a claim to Medicare waits for its payer when a Medicare Advantage plan stands in its place, and Medicare is asked anew', async () => {
  const { asked, kinds, causes, told } = await verified('advantage', 2, ...active, ...plan);
  expect([asked, kinds]).toEqual([2, ['parked', 'parked']]);
  expect(causes?.[0]).toContain('a Medicare Advantage plan (ADVANTAGE PLAN, H1234) stands in its place');
  expect(told[0]?.decision).toContain('not covered; a Medicare Advantage plan (ADVANTAGE PLAN)');
});

test('a claim to Medicare goes on without one, and its explanation holds the verdict on telehealth', async () => {
  const { kinds, told } = await verified('original', 1, ...active);
  expect(kinds).toEqual(['done']);
  expect(told).toMatchObject([{ decision: 'covered', facts: { payer: 'medicare', status: 'active' } }]);
});
