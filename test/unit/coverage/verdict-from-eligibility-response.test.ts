import { describe, expect, it } from 'vitest';
import { eligibilityVerdictSchema } from '../../../domain/coverage/eligibility-verdict.js';
import { verdictFromEligibilityResponse } from '../../../domain/coverage/verdict-from-eligibility-response.js';
import { cents } from '../../../domain/kernel/cents.js';
import { plainDate } from '../../../domain/kernel/plain-date.js';
import type { Benefit, EligibilityAnswer, EligibilityResponse } from '../../../domain/x12/271/eligibility-response.js';

function benefit(informationCode: string, overrides: Partial<Benefit> = {}): Benefit {
  return {
    informationCode,
    serviceTypeCodes: ['30'],
    placesOfService: [],
    dates: [],
    references: [],
    messages: [],
    rejections: [],
    deliveries: [],
    relatedParties: [],
    ...overrides,
  };
}

function response(benefits: Benefit[], overrides: Partial<EligibilityAnswer> = {}): EligibilityResponse {
  const answer: EligibilityAnswer = {
    payer: { kind: 'organization', name: 'PAYER' },
    payerContacts: [],
    provider: { kind: 'organization', name: 'PRACTICE' },
    subscriber: { party: { kind: 'person', lastName: 'FIELDS' }, references: [] },
    traces: [],
    rejections: [],
    dates: [],
    benefits,
    ...overrides,
  };
  return { referenceNumber: '1', answers: [answer], partyRejections: [] };
}

function verdict(...benefits: Benefit[]) {
  return verdictFromEligibilityResponse(response(benefits));
}

const active = benefit('1', { planName: 'GOLD PLAN' });
const copay = (amount: number, overrides: Partial<Benefit> = {}) =>
  benefit('B', { amountCents: cents(amount), timePeriod: '27', ...overrides });

describe('coverage status', () => {
  it.each([
    ['active', [active]],
    ['active', [benefit('6', { serviceTypeCodes: ['AL'] }), active]],
    ['inactive', [benefit('6')]],
    ['unknown', [benefit('U')]],
    ['unknown', []],
  ])('is %s', (status, benefits) => {
    expect(verdict(...benefits).status).toBe(status);
  });

  it.each([
    ['75', 'not_found'],
    ['72', 'not_found'],
    ['42', 'rejected'],
  ])('follows AAA reason %s as %s', (reasonCode, status) => {
    const rejections = [{ requestValid: true, reasonCode }];
    expect(verdictFromEligibilityResponse(response([], { rejections }))).toMatchObject({
      status,
      rejectReasons: [reasonCode],
    });
  });

  it('is rejected when payer or provider was refused as a whole', () => {
    const refused: EligibilityResponse = {
      referenceNumber: '1',
      answers: [],
      partyRejections: [
        { requestValid: false, reasonCode: '43', level: 'provider', payer: { kind: 'organization', name: 'PAYER' } },
      ],
    };
    expect(verdictFromEligibilityResponse(refused)).toMatchObject({ status: 'rejected', rejectReasons: ['43'] });
  });

  it('is unknown when nobody was answered for', () => {
    const empty: EligibilityResponse = { referenceNumber: '1', answers: [], partyRejections: [] };
    expect(verdictFromEligibilityResponse(empty).status).toBe('unknown');
  });

  it('names plan and first day of coverage', () => {
    const dates = [{ qualifier: '346', period: { from: plainDate('2026-01-01'), to: plainDate('2026-01-01') } }];
    expect(verdictFromEligibilityResponse(response([active], { dates }))).toMatchObject({
      planName: 'GOLD PLAN',
      coverageFrom: '2026-01-01',
    });
  });
});

describe('the copay', () => {
  const general = copay(4000);
  const office = copay(3000, { serviceTypeCodes: ['98'] });
  const told = copay(2000, { serviceTypeCodes: ['98'], messages: ['TELEHEALTH VISITS'] });
  const placed = copay(1000, { serviceTypeCodes: ['98'], placesOfService: ['10'] });
  const named = copay(500, { procedure: { qualifier: 'HC', code: '99213', modifiers: [] } });

  it.each([
    ['the procedure’s', [general, office, told, placed, named], 500],
    ['that of place of service 02 or 10', [general, office, told, placed], 1000],
    ['that of the payer’s words about telehealth', [general, office, told], 2000],
    ['that of an office visit', [general, office], 3000],
    ['that of the whole plan', [general], 4000],
    ['none when only another place is told', [copay(700, { placesOfService: ['11'] })], null],
    ['none when only another service is told', [copay(700, { serviceTypeCodes: ['AL'] })], null],
  ])('is %s', (_, benefits, expected) => {
    const found = verdictFromEligibilityResponse(response([active, ...benefits]), { procedureCodes: ['99213'] });
    expect(found.copayCents).toBe(expected);
  });

  it('is the in-network one when both are told', () => {
    const out = copay(9000, { inNetwork: 'no' });
    const inside = copay(2500, { inNetwork: 'yes' });
    expect(verdict(active, out, inside)).toMatchObject({ copayCents: 2500, inNetwork: 'yes' });
    expect(verdict(active, out)).toMatchObject({ copayCents: 9000, inNetwork: 'no' });
  });

  it('names the segment it was read from', () => {
    expect(verdict(active, copay(2500)).evidence).toContain('EB 2: EB01 B, EB03 30 (EB03 whole plan)');
  });
});

describe('coinsurance and deductible', () => {
  it.each([
    ['.2', 2000],
    ['0.15', 1500],
    ['1', 10_000],
    ['.1', 1000],
    ['0', 0],
    ['', null],
    ['.', null],
    ['20%', null],
  ])('reads EB08 %j as %s basis points', (percentFraction, expected) => {
    expect(verdict(active, benefit('A', { percentFraction })).coinsuranceBasisPoints).toBe(expected);
  });

  it('takes what remains, the smaller of individual and family, never the base amount', () => {
    const base = benefit('C', { amountCents: cents(150_000), timePeriod: '23' });
    const individual = benefit('C', { amountCents: cents(40_000), timePeriod: '29', coverageLevel: 'IND' });
    const family = benefit('C', { amountCents: cents(10_000), timePeriod: '29', coverageLevel: 'FAM' });
    expect(verdict(active, base, individual, family).deductibleRemainingCents).toBe(10_000);
    expect(verdict(active, base).deductibleRemainingCents).toBeNull();
  });

  it('does not believe a negative amount', () => {
    const wrong = benefit('C', { amountCents: cents(-1), timePeriod: '29' });
    expect(verdict(active, wrong, copay(-500))).toMatchObject({ copayCents: null, deductibleRemainingCents: null });
  });
});

describe('the telehealth benefit', () => {
  const telehealth = { messages: ['VIRTUAL CARE'] };

  it.each([
    ['covered', [active, benefit('1', telehealth)]],
    ['covered', [active, copay(0, telehealth)]],
    ['not_covered', [active, benefit('I', telehealth)]],
    ['not_covered', [active, benefit('I', { placesOfService: ['02'] })]],
    ['not_stated', [active]],
    ['not_stated', [active, benefit('I', { serviceTypeCodes: ['AL'] })]],
    ['not_stated', [active, copay(2500, { serviceTypeCodes: ['98'] })]],
  ])('is %s', (expected, benefits) => {
    expect(verdict(...benefits).telehealthBenefit).toBe(expected);
  });
});

it('gives a verdict that its schema takes', () => {
  const given = verdict(active, copay(2500), benefit('A', { percentFraction: '.2' }));
  expect(eligibilityVerdictSchema.parse(given)).toEqual(given);
});
