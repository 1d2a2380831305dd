import { describe, expect, test } from 'vitest';
import { readEligibilityResponse } from '../../../../domain/x12/271/read-eligibility-response.js';
import { writeEligibilityResponse } from '../../../../domain/x12/271/write-eligibility-response.js';
import { testEnvelope } from '../../../builders/x12-envelope.js';
import { describeSamples } from '../../../support/shared-samples.js';
import { onlyTransactionSet, sampleTransactionSet, transactionSetOf } from '../../../support/x12-sample.js';

const levels = [
  'BHT*0022*11*1*20260105*1200',
  'HL*1**20*1',
  'NM1*PR*2*PAYER*****PI*P1',
  'HL*2*1*21*1',
  'NM1*1P*2*PRACTICE*****XX*1234567893',
];

const member = ['HL*3*2*22*0', 'TRN*2*T1*9123456789', 'NM1*IL*1*DOE*JANE****MI*M1'];

const response = (...segments: string[]) =>
  readEligibilityResponse(transactionSetOf('271', '005010X279A1', [...levels, ...segments]));

describeSamples('the sample', () => {
  const { value, findings } = readEligibilityResponse(sampleTransactionSet('271-subscriber.271'));
  const [answer] = value.answers;

  test('has nothing to find and echoes our trace', () => {
    expect(findings).toEqual([]);
    expect(answer?.traces).toEqual([{ kind: 'echoed', number: '93175-012547', originatorId: '9877281234' }]);
  });

  test('gives the copay of a visit in and out of network for every repeated service type', () => {
    const copays = answer?.benefits.filter((benefit) => benefit.informationCode === 'B');
    expect(copays?.map(({ amountCents, inNetwork, timePeriod }) => [amountCents, inNetwork, timePeriod])).toEqual([
      [1_000, 'yes', '27'],
      [3_000, 'no', '27'],
    ]);
    expect(copays?.[0]?.serviceTypeCodes).toEqual(['1', '33', '35', '47', '86', '88', '98', 'AL', 'MH', 'UC']);
  });

  test('names the primary care provider of its bracketed loop', () => {
    expect(answer?.benefits[1]?.relatedParties).toMatchObject([{ role: 'P3', party: { lastName: 'JONES' } }]);
  });

  test('written again means the same', () => {
    const again = readEligibilityResponse(onlyTransactionSet(writeEligibilityResponse(value, testEnvelope)));
    expect({ ...again, root: undefined }).toEqual({ value, findings: [] });
  });
});

test('a telehealth benefit is known by its place of service and by the words of the payer', () => {
  const { value, findings } = response(
    ...member,
    'EB*A*IND*98*PR*GOLD*27**.2**10*U*W*HC:99213:95',
    'HSD*VS*12*MO*1*34',
    'REF*18*PLAN1',
    'DTP*348*RD8*20260101-20261231',
    'MSG*TELEHEALTH VISITS ONLY',
    'III*ZZ*02',
    'III*ZZ*10',
  );
  expect(findings.map(({ code, segmentId, element }) => [code, segmentId, element])).toEqual([
    ['conditional-element-missing', 'EB', 9],
  ]);
  expect(value.answers[0]?.benefits).toMatchObject([
    {
      percentFraction: '.2',
      quantity: 10,
      authorizationRequired: 'unknown',
      inNetwork: 'not-applicable',
      procedure: { code: '99213', modifiers: ['95'] },
      placesOfService: ['02', '10'],
      messages: ['TELEHEALTH VISITS ONLY'],
      references: [{ qualifier: '18', value: 'PLAN1' }],
      dates: [{ qualifier: '348', period: { from: '2026-01-01', to: '2026-12-31' } }],
      deliveries: [
        { quantityQualifier: 'VS', quantity: 12, measurementCode: 'MO', samplePeriods: 1, timePeriod: '34' },
      ],
    },
  ]);
});

test('a payer that knows the person otherwise says so, and what it knows is read', () => {
  const { value, findings } = response(...member, 'DMG*D8*19800102*F', 'INS*Y*18*001*25', 'EB*1**30');
  expect(findings).toEqual([]);
  const changed = { relationshipCode: '18', birthDate: '1980-01-02', identityChanged: true };
  expect(value.answers[0]?.subscriber).toMatchObject(changed);
  const plain = response(...member, 'DMG*D8*19800102*F', 'INS*Y*18', 'EB*1**30');
  expect(plain.value.answers[0]?.subscriber).not.toHaveProperty('identityChanged');
});

test('an answer without a reference number, as there is none in a batch, is whole', () => {
  const [, ...below] = levels;
  const segments = ['BHT*0022*11**20260105*1200', ...below, ...member, 'EB*1**30'];
  const { value, findings } = readEligibilityResponse(transactionSetOf('271', '005010X279A1', segments));
  expect(findings).toEqual([]);
  expect(value.referenceNumber).toBe('');
  const again = readEligibilityResponse(onlyTransactionSet(writeEligibilityResponse(value, testEnvelope)));
  expect({ ...again, root: undefined }).toEqual({ value, findings: [] });
});

test('a party of a benefit may be called at work', () => {
  const { value, findings } = response(
    ...member,
    'EB*U**MH',
    'LS*2120',
    'NM1*VN*2*BEHAVIORAL CARE',
    'PER*IC**WP*5185550100',
    'LE*2120',
  );
  expect(findings).toEqual([]);
  const contacts = [{ functionCode: 'IC', numbers: [{ kind: 'WP', value: '5185550100' }] }];
  expect(value.answers[0]?.benefits[0]?.relatedParties).toMatchObject([{ role: 'VN', contacts }]);
});

describe('a rejection', () => {
  test('of the member stands with the member', () => {
    const { value, findings } = response(...member, 'AAA*N**75*C', 'DMG*D8*19800101*F');
    expect(findings).toEqual([]);
    expect(value.answers[0]).toMatchObject({
      rejections: [{ requestValid: false, reasonCode: '75', followUpCode: 'C' }],
      benefits: [],
    });
  });

  test('of the provider names nobody', () => {
    const { value } = readEligibilityResponse(transactionSetOf('271', '005010X279A1', [...levels, 'AAA*N**51*C']));
    expect(value.answers).toEqual([]);
    expect(value.partyRejections).toMatchObject([
      { level: 'provider', reasonCode: '51', payer: { name: 'PAYER' }, provider: { name: 'PRACTICE' } },
    ]);
  });

  test('of the payer because its system is down is no answer about anybody', () => {
    const { value } = readEligibilityResponse(
      transactionSetOf('271', '005010X279A1', [
        'BHT*0022*11*1*20260105*1200',
        'HL*1**20*0',
        'AAA*Y**42*R',
        'NM1*PR*2*PAYER*****PI*P1',
      ]),
    );
    expect(value.partyRejections).toMatchObject([{ level: 'payer', requestValid: true, reasonCode: '42' }]);
  });
});

test('an unreadable copay is reported with its place and does not lose the other benefits', () => {
  const { value, findings } = response(...member, 'EB*B**98****TEN', 'EB*1**30');
  expect(findings).toMatchObject([{ code: 'invalid-number', segmentId: 'EB', element: 7, value: 'TEN' }]);
  expect(value.answers[0]?.benefits.map(({ informationCode, amountCents }) => [informationCode, amountCents])).toEqual([
    ['B', undefined],
    ['1', undefined],
  ]);
});
