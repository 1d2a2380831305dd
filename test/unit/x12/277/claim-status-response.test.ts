import { expect, test } from 'vitest';
import { classifyStatusCategory } from '../../../../domain/x12/277/classify-status-category.js';
import { readClaimStatusResponse } from '../../../../domain/x12/277/read-claim-status-response.js';
import { writeClaimStatusResponse } from '../../../../domain/x12/277/write-claim-status-response.js';
import { testEnvelope } from '../../../builders/x12-envelope.js';
import { describeSamples } from '../../../support/shared-samples.js';
import { onlyTransactionSet, sampleTransactionSet, transactionSetOf } from '../../../support/x12-sample.js';

describeSamples('the sample', () => {
  const { value, findings } = readClaimStatusResponse(sampleTransactionSet('277-claim-level.277'));

  test('answers three claims, with nothing to find', () => {
    expect(findings).toEqual([]);
    expect(value.answers.map(({ traceNumber, statuses }) => [traceNumber, statuses[0]?.category])).toEqual([
      ['ABCXYZ1', 'P3'],
      ['ABCXYZ2', 'F0'],
      ['ABCXYC3', 'F2'],
    ]);
    expect(value.answers[1]).toMatchObject({
      payerClaimControlNumber: '0529675341',
      patientControlNumber: 'J0234567',
      statuses: [{ code: '3', effectiveDate: '2005-09-15', chargeCents: 759_900, paidCents: 759_900 }],
    });
  });

  test('written again means the same', () => {
    const again = readClaimStatusResponse(onlyTransactionSet(writeClaimStatusResponse(value, testEnvelope)));
    expect({ ...again, root: undefined }).toEqual({ value, findings: [] });
  });
});

test('a provider whom the payer does not know is refused without any claim', () => {
  const { value } = readClaimStatusResponse(
    transactionSetOf('277', '005010X212', [
      'BHT*0010*08*1*20260105*1200*DG',
      'HL*1**20*1',
      'NM1*PR*2*PAYER*****PI*P1',
      'PER*IC*DESK*TE*8005551212',
      'HL*2*1*21*1',
      'NM1*41*2*PRACTICE*****46*P1',
      'HL*3*2*19*0',
      'NM1*1P*2*PRACTICE*****XX*1234567893',
      'TRN*1*0',
      'STC*E0:24:1P*20260105',
    ]),
  );
  expect(value.answers).toEqual([]);
  expect(value.partyAnswers).toMatchObject([
    { level: 'provider', provider: { name: 'PRACTICE' }, statuses: [{ category: 'E0', code: '24', entity: '1P' }] },
  ]);
});

test("a payer's contacts are read one time, however many of its claims are answered", () => {
  const { value } = readClaimStatusResponse(
    transactionSetOf('277', '005010X212', [
      'BHT*0010*08*1*20260105*1200*DG',
      'HL*1**20*1',
      'NM1*PR*2*PAYER*****PI*P1',
      'PER*IC*DESK*TE*8005551212',
      'HL*2*1*21*1',
      'NM1*41*2*PRACTICE*****46*P1',
      'HL*3*2*19*0',
      'NM1*1P*2*PRACTICE*****XX*1234567893',
      'HL*4*3*22*0',
      'NM1*IL*1*DOE*JANE****MI*M1',
      'TRN*2*1',
      'STC*F1:65*20260105**1*1',
      'TRN*2*2',
      'STC*F1:65*20260105**1*1',
    ]),
  );
  const [first, second] = value.answers;
  expect(first?.payerContacts).toMatchObject([{ name: 'DESK' }]);
  expect(second?.payerContacts).toBe(first?.payerContacts);
});

test.each([
  ['A1', 'acknowledged'],
  ['A2', 'acknowledged'],
  ['A3', 'rejected'],
  ['A4', 'not-found'],
  ['A7', 'rejected'],
  ['P1', 'pending'],
  ['P3', 'requests-information'],
  ['P5', 'pending'],
  ['F1', 'finalized-paid'],
  ['F2', 'finalized-denied'],
  ['F3F', 'finalized-other'],
  ['F4', 'finalized-other'],
  ['F5', 'rejected'],
  ['R0', 'requests-information'],
  ['R17', 'requests-information'],
  ['RQ', 'requests-information'],
  ['D0', 'not-found'],
  ['E2', 'error'],
  ['', 'unknown'],
  ['toString', 'unknown'],
])('category %s is %s', (category, meaning) => {
  expect(classifyStatusCategory(category)).toBe(meaning);
});
