import { describe, expect, it, test } from 'vitest';
import { eligibilityVerdictSchema } from '../../../domain/coverage/eligibility-verdict.js';
import { telehealthCoverage } from '../../../domain/coverage/telehealth-coverage.js';
import type { TelehealthCoverageInput } from '../../../domain/coverage/telehealth-coverage-input.js';
import { verdictFromEligibilityResponse } from '../../../domain/coverage/verdict-from-eligibility-response.js';
import { cents } from '../../../domain/kernel/cents.js';
import { plainDate } from '../../../domain/kernel/plain-date.js';
import { readEligibilityResponse } from '../../../domain/x12/271/read-eligibility-response.js';
import { anEligibilityAnswer } from '../../builders/eligibility-answer.js';
import { anEligibility, aPayer, aVisit } from '../../builders/rules.js';
import { describeSamples } from '../../support/shared-samples.js';
import { sampleTransactionSet } from '../../support/x12-sample.js';

const dateOfService = plainDate('2026-03-10');
const read = (...segments: string[]) =>
  verdictFromEligibilityResponse(anEligibilityAnswer(...segments), { dateOfService });

function judge(eligibility: TelehealthCoverageInput['eligibility'], overrides: Partial<TelehealthCoverageInput> = {}) {
  return telehealthCoverage({
    visit: aVisit(),
    payer: aPayer(),
    procedureCodes: ['99213'],
    allowedCents: null,
    eligibility,
    ...overrides,
  });
}

const active = 'EB*1**30*PR*GOLD PLAN';
const medicare = ['EB*1**30*MA', 'EB*1**30*MB'];
const telehealth = ['EB*1*IND*98*PR*******N*Y', 'MSG*TELEHEALTH VISITS COVERED'];
const withPayer = (role: string, name: string) => ['LS*2120', `NM1*${role}*2*${name}*****PI*77777`, 'LE*2120'];

describe('the verdict from a 271 and the payer’s policy', () => {
  it.each<[string, string, readonly string[], Partial<TelehealthCoverageInput>, readonly string[]]>([
    ['an active plan that names telehealth', 'covered', [active, ...telehealth], {}, []],
    ['an active plan that says nothing of it', 'covered', [active], {}, []],
    ['an inactive plan', 'not_covered', ['EB*6**30'], {}, ['coverage_inactive']],
    [
      'telehealth excluded by place of service',
      'not_covered',
      [active, 'EB*I**98', 'III*ZZ*10'],
      {},
      ['telehealth_excluded'],
    ],
    ['nothing about the plan', 'unknown', ['EB*U**30'], {}, ['eligibility_not_known']],
    ['a member that is not found', 'unknown', ['AAA*Y**75*C'], {}, ['member_not_found']],
    [
      'authorization by EB11',
      'covered_with_conditions',
      [active, 'EB*A**98*****.2***Y*Y'],
      {},
      ['authorization_required'],
    ],
    [
      'authorization that the visit has',
      'covered',
      [active, 'EB*A**98*****.2***Y*Y'],
      { visit: aVisit({ priorAuthorizationNumber: 'PA1' }) },
      [],
    ],
    [
      'authorization by the payer’s own list',
      'covered_with_conditions',
      [active],
      { payer: aPayer('summit-health', { requiresPriorAuthorizationFor: ['99213'] }) },
      ['authorization_required'],
    ],
    [
      'a practice out of network',
      'covered_with_conditions',
      [active, 'EB*B**98***27*40.00*****N'],
      {},
      ['out_of_network'],
    ],
    [
      'another payer first',
      'covered_with_conditions',
      [active, 'EB*R**30*OT', ...withPayer('PRP', 'FIRST PAYER')],
      {},
      ['other_payer_first'],
    ],
    [
      'another payer whose coverage ended',
      'covered',
      [active, 'EB*R**30*OT', 'DTP*307*RD8*20250101-20251231', ...withPayer('PRP', 'FIRST PAYER')],
      {},
      [],
    ],
    ['a pharmacy plan beside', 'covered', [active, 'EB*R**88*OT', ...withPayer('PR', 'DRUG PLAN')], {}, []],
    [
      'another payer of no stated rank',
      'covered_with_conditions',
      [active, 'EB*R**30*OT', ...withPayer('PR', 'SOME PAYER')],
      {},
      ['other_payer_rank_unknown'],
    ],
    ['a payer that comes after', 'covered', [active, 'EB*R**30*OT', ...withPayer('SEP', 'NEXT PAYER')], {}, []],
    [
      'a vendor for behavioral health',
      'covered_with_conditions',
      [active, 'EB*1**MH*PR', ...withPayer('VN', 'MIND VENDOR')],
      {},
      ['carve_out_vendor'],
    ],
    [
      'Medicare with a Medicare Advantage plan in its place',
      'not_covered',
      [...medicare, 'EB*R**30*HN', 'REF*18*H1234', ...withPayer('PRP', 'ADVANTAGE PLAN')],
      { payer: aPayer('medicare') },
      ['medicare_advantage_instead'],
    ],
    [
      'Medicare Advantage by a PPO in Medicare’s own answer',
      'not_covered',
      [...medicare, 'EB*R**30*PR', 'DTP*290*D8*20260101'],
      { payer: aPayer('medicare') },
      ['medicare_advantage_instead'],
    ],
    [
      'a Medicare Advantage plan that begins later',
      'covered',
      [...medicare, 'EB*R**30*HN', 'DTP*290*D8*20260401'],
      { payer: aPayer('medicare') },
      [],
    ],
    [
      'Medicare as the second payer',
      'covered_with_conditions',
      [...medicare, 'EB*R**30*12', ...withPayer('PR', 'EMPLOYER PLAN')],
      { payer: aPayer('medicare') },
      ['other_payer_first'],
    ],
    [
      'a modality the payer does not pay',
      'not_covered',
      [active],
      { visit: aVisit({ modality: 'audio_only' }), payer: aPayer('summit-health', { coversAudioOnly: false }) },
      ['modality_not_covered'],
    ],
    [
      'consent that the payer wants',
      'covered_with_conditions',
      [active],
      {
        visit: aVisit({ telehealthConsent: false }),
        payer: aPayer('summit-health', { requiresTelehealthConsent: true }),
      },
      ['telehealth_consent_required'],
    ],
    ['a patient who pays', 'not_covered', [active], { payer: aPayer('self-pay') }, ['self_pay']],
  ])('%s: %s', (_, status, segments, overrides, codes) => {
    const verdict = judge(read(...segments), overrides);
    expect([verdict.status, verdict.reasons.map(({ code }) => code)]).toEqual([status, codes]);
    expect(verdict.trace[0]).toMatchObject({ ruleId: 'telehealth-coverage' });
  });

  it('is unknown when nobody answered', () => {
    expect(judge(null)).toMatchObject({ status: 'unknown', confidence: 'low', patientShare: null });
  });

  it('is surer of what the payer said than of its silence', () => {
    expect([judge(read(active, ...telehealth)).confidence, judge(read(active)).confidence]).toEqual(['high', 'medium']);
  });

  it('names the EB segment behind each reason', () => {
    const { reasons } = judge(read(active, 'EB*A**98*****.2***Y*N', 'EB*R**30*OT', ...withPayer('PRP', 'FIRST')));
    expect(reasons.map(({ code, evidence }) => `${code} ${evidence}`)).toEqual([
      'authorization_required EB 2: EB01 A, EB03 98 (authorization)',
      'out_of_network EB 2: EB01 A, EB03 98 (network)',
      'other_payer_first EB 3: EB01 R, EB03 30 (primary)',
    ]);
  });

  it('names a Medicare Advantage plan with its number and payer id', () => {
    const { otherCoverages } = read(...medicare, 'EB*R**30*HN', 'REF*18*H1234', ...withPayer('PRP', 'ADVANTAGE PLAN'));
    expect(otherCoverages).toEqual([
      {
        kind: 'medicare_advantage',
        payerName: 'ADVANTAGE PLAN',
        payerId: '77777',
        planNumber: 'H1234',
        evidence: 'EB 3: EB01 R, EB03 30 (medicare advantage)',
      },
    ]);
  });
});

describe('the patient’s share in the verdict', () => {
  const shareOf = (allowed: number, ...segments: string[]) =>
    judge(read(active, ...segments), { allowedCents: cents(allowed) }).patientShare;

  it.each<[string, readonly string[], readonly [number, number, number]]>([
    ['a copay', ['EB*B**98***27*25.00*****Y'], [2_500, 2_500, 2_500]],
    ['deductible and coinsurance', ['EB*C*IND*30***29*40.00*****Y', 'EB*A**98*****.2****Y'], [5_200, 5_200, 5_200]],
    [
      'the smaller of individual and family deductible',
      ['EB*C*IND*30***29*40.00', 'EB*C*FAM*30***29*10.00', 'EB*A**98*****.2'],
      [2_800, 2_800, 2_800],
    ],
    [
      'out-of-pocket maximum almost reached',
      ['EB*C*IND*30***29*40.00', 'EB*A**98*****.2', 'EB*G*IND*30***29*15.00'],
      [1_500, 1_500, 1_500],
    ],
    [
      'a copay that comes after the deductible',
      ['EB*C*IND*30***29*40.00', 'EB*B**98***27*25.00', 'MSG*COPAY AFTER DEDUCTIBLE'],
      [6_500, 6_500, 6_500],
    ],
    ['a copay beside an open deductible', ['EB*C*IND*30***29*40.00', 'EB*B**98***27*25.00'], [2_500, 2_500, 6_500]],
    ['coinsurance without a deductible told', ['EB*A**98*****.2'], [2_000, 2_000, 10_000]],
    ['a deductible without what is left of it', ['EB*C*IND*30***23*50.00', 'EB*A**98*****.2'], [2_000, 2_000, 6_000]],
    ['nothing told', [], [0, 0, 10_000]],
    [
      'another payer after this one',
      ['EB*B**98***27*25.00', 'EB*R**30*OT', ...withPayer('SEP', 'NEXT')],
      [0, 0, 2_500],
    ],
  ])('%s', (_, segments, [low, expected, high]) => {
    const share = shareOf(10_000, ...segments);
    expect([share?.lowCents, share?.shareCents, share?.highCents]).toEqual([low, expected, high]);
    expect(share?.arithmetic.at(-1)?.cents).toBe(share?.shareCents);
  });

  it('shows its arithmetic line by line', () => {
    const share = shareOf(10_000, 'EB*C*IND*30***29*40.00', 'EB*A**98*****.2', 'EB*G*IND*30***29*50.00');
    expect(share?.arithmetic.map(({ what, cents: amount }) => `${what}: ${amount}`)).toEqual([
      'the payer is expected to allow: 10000',
      'of it what is left of the deductible: 4000',
      'coinsurance of 20 % of the rest: 1200',
      'together: 5200',
      'no more than what is left of the out-of-pocket maximum: 5000',
    ]);
  });
});

describeSamples('the sample 271', () => {
  const eligibility = verdictFromEligibilityResponse(
    readEligibilityResponse(sampleTransactionSet('271-subscriber.271')).value,
  );

  test('is covered, in network, with a copay of ten dollars', () => {
    const verdict = judge(eligibility, { allowedCents: cents(10_000) });
    expect(verdict).toMatchObject({
      status: 'covered',
      patientShare: { lowCents: 1_000, shareCents: 1_000, highCents: 1_000, confidence: 'high' },
    });
  });
});

test('a verdict that was stored before there was more to tell is still read, and judged', () => {
  const stored = eligibilityVerdictSchema.parse(JSON.parse(JSON.stringify(anEligibility({ copayCents: 2_500 }))));
  expect(judge(stored, { allowedCents: cents(10_000) })).toMatchObject({
    status: 'covered',
    patientShare: { shareCents: 2_500 },
  });
});

test('a verdict comes back from storage as it was', () => {
  const verdict = read(active, 'EB*R**30*OT', ...withPayer('PRP', 'FIRST'), 'EB*G*IND*30***29*15.00');
  expect(eligibilityVerdictSchema.parse(JSON.parse(JSON.stringify(verdict)))).toEqual(verdict);
});
