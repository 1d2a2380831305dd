import { expect, test } from 'vitest';
import { readEligibilityInquiry } from '../../../../domain/x12/270/read-eligibility-inquiry.js';
import { writeEligibilityInquiry } from '../../../../domain/x12/270/write-eligibility-inquiry.js';
import { testEnvelope } from '../../../builders/x12-envelope.js';
import { describeSamples } from '../../../support/shared-samples.js';
import { onlyTransactionSet, sampleTransactionSet, transactionSetOf } from '../../../support/x12-sample.js';

describeSamples('the sample', () => {
  const { value, findings } = readEligibilityInquiry(sampleTransactionSet('270-subscriber.270'));

  test('asks about the plan of one subscriber, with nothing to find', () => {
    expect(findings).toEqual([]);
    expect(value).toMatchObject({
      referenceNumber: '10001234',
      inquiries: [
        {
          payer: { name: 'ABC COMPANY' },
          provider: { name: 'BONE AND JOINT CLINIC' },
          subscriber: { party: { lastName: 'SMITH' }, birthDate: '1943-05-19' },
          traces: [{ number: '93175-012547', originatorId: '9877281234' }],
          servicePeriod: { from: '2006-05-01', to: '2006-05-01' },
          requests: [{ serviceTypeCodes: ['30'] }],
        },
      ],
    });
  });

  test('written again means the same', () => {
    const again = readEligibilityInquiry(onlyTransactionSet(writeEligibilityInquiry(value, testEnvelope)));
    expect({ ...again, root: undefined }).toEqual({ value, findings: [] });
  });
});

test('a question may say which diagnosis it is about, and have two traces but not three', () => {
  const asked = (...traces: string[]) =>
    readEligibilityInquiry(
      transactionSetOf('270', '005010X279A1', [
        'BHT*0022*13*1*20260105*1200',
        'HL*1**20*1',
        'NM1*PR*2*PAYER*****PI*P1',
        'HL*2*1*21*1',
        'NM1*1P*2*PRACTICE*****XX*1234567893',
        'HL*3*2*22*0',
        ...traces,
        'NM1*IL*1*DOE*JANE****MI*M1',
        'HI*ABK|F411'.replaceAll('|', ':'),
        'EQ*MH****1',
      ]),
    );
  const traces = ['TRN*1*T1*9123456789', 'TRN*1*T2*9123456789', 'TRN*1*T3*9123456789'];
  expect(asked(...traces.slice(1)).findings).toEqual([]);
  expect(asked(...traces).findings.map(({ segmentId }) => segmentId)).toEqual(['TRN']);
});

test('a procedure at a telehealth place of service may be asked about, and several service types at once', () => {
  const reading = readEligibilityInquiry(
    transactionSetOf('270', '005010X279A1', [
      'BHT*0022*13*1*20260105*1200',
      'HL*1**20*1',
      'NM1*PR*2*PAYER*****PI*P1',
      'HL*2*1*21*1',
      'NM1*1P*2*PRACTICE*****XX*1234567893',
      'HL*3*2*22*1',
      'NM1*IL*1*DOE*JANE****MI*M1',
      'HL*4*3*23*0',
      'TRN*1*T1*9123456789',
      'NM1*03*1*DOE*JOHN',
      'DMG*D8*20150102*M',
      'INS*N*19',
      'EQ*98^MH^UC',
      'EQ**HC|99214|95'.replaceAll('|', ':'),
      'III*ZZ*10',
    ]),
  );
  expect(reading.findings).toEqual([]);
  expect(reading.value.inquiries).toMatchObject([
    {
      subscriber: { party: { firstName: 'JANE' } },
      dependent: { party: { firstName: 'JOHN' }, relationshipCode: '19', gender: 'M' },
      requests: [
        { serviceTypeCodes: ['98', 'MH', 'UC'] },
        {
          serviceTypeCodes: [],
          procedure: { qualifier: 'HC', code: '99214', modifiers: ['95'] },
          placeOfService: '10',
        },
      ],
    },
  ]);
});
