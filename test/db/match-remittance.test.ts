import { expect, test } from 'vitest';
import { matchRemittance } from '../../activities/match-remittance.js';
import { decision, type DecisionSketch, reversalOf } from '../builders/story-remittance.js';
import { remittanceAdvice } from '../builders/x12-remittance.js';
import { practiceDatabase } from '../support/practice-database.js';
import { queuedClaim } from '../support/queued-claims.js';

const house = practiceDatabase();
const chargeCents = 17_500;

/** A claim of summit-health that the payer knows by this number; its charge is that of the stories. */
async function claimKnownAs(payerNumber: string): Promise<string> {
  const claimId = await queuedClaim(house, payerNumber);
  await house.asOwner('update claims set payer_claim_control_number = $2, charge_cents = $3 where id = $1', [
    claimId,
    payerNumber,
    chargeCents,
  ]);
  return claimId;
}

/** What an 835 of a payer decides, without our own number in it. */
const decided = (payerClaimControlNumber: string, rest: Partial<DecisionSketch> = {}) =>
  decision({ patientControlNumber: '0', chargeCents, paidCents: 5_000, payerClaimControlNumber, ...rest });

/** The claims that an 835 is matched with; undefined for each that goes to suspense. */
function matched(payerCode: string | null, ...claims: ReturnType<typeof decision>[]): Promise<(string | undefined)[]> {
  return house.db.inPractice(house.practiceId, async (tx) => {
    const match = await matchRemittance(tx, { id: 'rem_1', payer_code: payerCode }, remittanceAdvice(claims));
    return claims.map((_, index) => match.matched.find((one) => one.ordinal === index + 1)?.claim.id);
  });
}

test('a claim is found by its payer’s own number when payer and charge are the same', async () => {
  const claimId = await claimKnownAs('ICN100');
  expect(await matched('summit-health', decided('ICN100'), reversalOf(decided('ICN100')))).toEqual([claimId, claimId]);
});

test.each([
  ['another payer', 'unity-care', {}],
  ['a payer nobody knows', null, {}],
  ['another charge', 'summit-health', { chargeCents: 17_400 }],
] as const)('the same number from %s is no match', async (name, payerCode, rest) => {
  const number = `ICN-${name.length}`;
  await claimKnownAs(number);
  expect(await matched(payerCode, decided(number, rest))).toEqual([undefined]);
});

test('our own number is enough, whoever pays', async () => {
  const claimId = await claimKnownAs('ICN200');
  const [row] = await house.asOwner('select patient_control_number as number from claims where id = $1', [claimId]);
  expect(await matched(null, decided('OTHER', { patientControlNumber: String(row?.['number']) }))).toEqual([claimId]);
});

test('two claims under one number of the payer are a question, not a match', async () => {
  await claimKnownAs('ICN300');
  const second = await claimKnownAs('ICN301');
  await house.asOwner(`update claims set payer_claim_control_number = 'ICN300' where id = $1`, [second]);
  expect(await matched('summit-health', decided('ICN300'))).toEqual([undefined]);
});
