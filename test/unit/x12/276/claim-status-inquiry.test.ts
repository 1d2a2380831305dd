import { expect, test } from 'vitest';
import { readClaimStatusInquiry } from '../../../../domain/x12/276/read-claim-status-inquiry.js';
import { writeClaimStatusInquiry } from '../../../../domain/x12/276/write-claim-status-inquiry.js';
import { testEnvelope } from '../../../builders/x12-envelope.js';
import { describeSamples } from '../../../support/shared-samples.js';
import { onlyTransactionSet, sampleTransactionSet } from '../../../support/x12-sample.js';

describeSamples('the sample', () => {
  const { value, findings } = readClaimStatusInquiry(sampleTransactionSet('276-claim-level.276'));

  test('asks about two subscribers and one dependent, with nothing to find', () => {
    expect(findings).toEqual([]);
    expect(value.inquiries.map(({ traceNumber, patientControlNumber }) => [traceNumber, patientControlNumber])).toEqual(
      [
        ['ABCXYZ1', 'SM123456'],
        ['ABCXYZ2', 'J0234567'],
        ['ABCXYZ3', 'MA345678'],
      ],
    );
  });

  test('a dependent carries both its own name and the subscriber whose policy it is', () => {
    const [, , third] = value.inquiries;
    expect(third?.subscriber.party).toMatchObject({ firstName: 'JOHN' });
    expect(third?.dependent).toMatchObject({ party: { firstName: 'JOSEPH' }, birthDate: '1995-11-01', gender: 'M' });
    expect(third?.lines).toMatchObject([{ procedure: { code: '99203' }, chargeCents: 15_000, units: 1 }]);
  });

  test('written again means the same', () => {
    const again = readClaimStatusInquiry(onlyTransactionSet(writeClaimStatusInquiry(value, testEnvelope)));
    expect({ ...again, root: undefined }).toEqual({ value, findings: [] });
  });
});
