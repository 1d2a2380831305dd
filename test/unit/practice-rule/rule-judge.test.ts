import { expect, test } from 'vitest';
import { cents, zeroCents } from '../../../domain/kernel/cents.js';
import type { PastClaim } from '../../../domain/practice-rule/past-claim.js';
import { RuleJudge } from '../../../domain/practice-rule/rule-judge.js';
import { precisionOf, recallOf } from '../../../domain/practice-rule/rule-trial.js';
import { plainDate } from '../../../domain/kernel/plain-date.js';
import { aPayer, aScrubInput, aVisit } from '../../builders/rules.js';
import { aPracticeRule } from '../../builders/practice-rules.js';

let count = 0;
function past(minutes: number | undefined, decision: PastClaim['decision'], date = '2026-03-10'): PastClaim {
  count += 1;
  const visit = { ...aVisit(), dateOfService: plainDate(date), totalMinutes: minutes };
  return {
    claimId: `claim-${count}`,
    input: aScrubInput({ visit, payer: aPayer('summit-health') }),
    chargeCents: cents(10_000),
    decision,
    deniedCents: decision === 'denied' ? cents(8_000) : zeroCents,
  };
}

test('precision and recall compare what a rule stops with what payers denied, within its dates', () => {
  const judge = new RuleJudge(
    aPracticeRule({ when: { fact: 'visit.totalMinutes', atMost: 15 }, effectiveTo: plainDate('2026-03-31') }),
  );
  const claims = [
    past(10, 'denied'),
    past(12, 'denied'),
    past(15, 'paid'),
    past(15, 'undecided'),
    past(40, 'denied'),
    past(40, 'paid'),
    past(undefined, 'paid'),
    past(10, 'denied', '2026-04-01'),
  ];
  for (const claim of claims) judge.add(claim);
  const trial = judge.trial();
  expect(trial).toEqual({
    claims: 7,
    notKnown: 1,
    firedClaimIds: claims.slice(0, 4).map((claim) => claim.claimId),
    firedChargeCents: 40_000,
    decided: 6,
    denied: 3,
    firedAndDecided: 3,
    firedAndDenied: 2,
    deniedCents: 24_000,
    caughtDeniedCents: 16_000,
  });
  expect(precisionOf(trial)).toBeCloseTo(2 / 3);
  expect(recallOf(trial)).toBeCloseTo(2 / 3);
});

test('without denials or firings there is no share to tell', () => {
  const judge = new RuleJudge(aPracticeRule({ when: { fact: 'visit.totalMinutes', atMost: 1 } }));
  judge.add(past(10, 'paid'));
  expect([precisionOf(judge.trial()), recallOf(judge.trial())]).toEqual([null, null]);
});
