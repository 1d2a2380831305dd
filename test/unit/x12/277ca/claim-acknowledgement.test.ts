import { describe, expect, test } from 'vitest';
import { acceptedOrRejected, rejectionStatuses } from '../../../../domain/x12/277ca/accepted-or-rejected.js';
import type { AcknowledgementStatus } from '../../../../domain/x12/277ca/claim-acknowledgement.js';
import { isClaimAcknowledgement } from '../../../../domain/x12/277ca/is-claim-acknowledgement.js';
import { readClaimAcknowledgement } from '../../../../domain/x12/277ca/read-claim-acknowledgement.js';
import { writeClaimAcknowledgement } from '../../../../domain/x12/277ca/write-claim-acknowledgement.js';
import { testEnvelope } from '../../../builders/x12-envelope.js';
import { describeSamples } from '../../../support/shared-samples.js';
import { onlyTransactionSet, sampleTransactionSet, transactionSetOf } from '../../../support/x12-sample.js';

const status = (category: string, action?: 'WQ' | 'U'): AcknowledgementStatus => ({
  category,
  code: '20',
  ...(action === undefined ? {} : { action }),
});

const claimWith = (...statuses: AcknowledgementStatus[]) => ({ statuses, lines: [] });

describeSamples('the accepted sample', () => {
  const { value, findings } = readClaimAcknowledgement(sampleTransactionSet('277ca-accepted.277'));

  test('has nothing to find', () => {
    expect(findings).toEqual([]);
  });

  test('answers our batch with counts and amounts', () => {
    expect(value.batch).toEqual({
      traceNumber: '000000674',
      statuses: [{ category: 'A1', code: '20', action: 'WQ', amountCents: 12_500, date: '2011-03-11' }],
      totals: { acceptedCount: 1, acceptedCents: 12_500 },
    });
  });

  test('accepts the claim under its patient control number and gives the payer number', () => {
    const claims = value.providers.flatMap((provider) => provider.claims);
    expect(claims).toMatchObject([{ patientControlNumber: '5781', payerClaimControlNumber: '1107000000014420' }]);
    expect(claims.map(acceptedOrRejected)).toEqual(['accepted']);
  });

  test('written again means the same', () => {
    const again = readClaimAcknowledgement(onlyTransactionSet(writeClaimAcknowledgement(value, testEnvelope)));
    expect({ ...again, root: undefined }).toEqual({ value, findings: [] });
  });
});

describeSamples('the samples', () => {
  test.each([
    ['277ca-accepted.277', true],
    ['277-claim-level.277', false],
    ['835-managed-care.835', false],
  ])('%s is a 277CA: %s', (name, expected) => {
    expect(isClaimAcknowledgement(sampleTransactionSet(name))).toBe(expected);
  });
});

describe('telling a 277CA from other transactions', () => {
  test('goes by BHT01 when the guide id is that of the other', () => {
    expect(isClaimAcknowledgement(transactionSetOf('277', '005010X212', ['BHT*0085*08*1*20260105*1200*TH']))).toBe(
      true,
    );
    expect(isClaimAcknowledgement(transactionSetOf('277', '005010X214', ['BHT*0010*08*1*20260105*1200*DG']))).toBe(
      false,
    );
    expect(isClaimAcknowledgement(transactionSetOf('277', '005010X214', []))).toBe(true);
  });
});

describe('a rejection', () => {
  const { value, findings } = readClaimAcknowledgement(
    transactionSetOf('277', '005010X214', [
      'BHT*0085*08*1*20260105*1200*TH',
      'HL*1**20*1',
      'NM1*AY*2*CLEARINGHOUSE*****46*CH1',
      'TRN*1*T1',
      'DTP*050*D8*20260105',
      'DTP*009*D8*20260105',
      'HL*2*1*21*1',
      'NM1*41*2*PRACTICE*****46*P1',
      'TRN*2*BATCH1',
      'STC*A1:19:40*20260105*WQ*300',
      'QTY*90*1',
      'QTY*AA*1',
      'AMT*YU*100',
      'AMT*YY*200',
      'HL*3*2*19*1',
      'NM1*85*2*PRACTICE*****XX*1234567893',
      'HL*4*3*PT',
      'NM1*QC*1*DOE*JANE****MI*M1',
      'TRN*2*BAD1',
      'STC*A7:562:85*20260105*U*200******A3:21**NPI NOT KNOWN',
      'REF*D9*OURS1',
      'DTP*472*D8*20260102',
      'SVC*HC:99213:95*200*****1',
      'STC*A7:453*20260105*U',
      'REF*FJ*BAD1L1',
      'HL*5*3*PT',
      'NM1*QC*1*ROE*JOHN****MI*M2',
      'TRN*2*GOOD1',
      'STC*A2:20*20260105*WQ*100',
      'DTP*472*D8*20260102',
    ]),
  );
  const [bad, good] = value.providers.flatMap((provider) => provider.claims);

  test('keeps every cause, with entity and the words of the sender', () => {
    expect(findings).toEqual([]);
    expect(bad?.statuses).toEqual([
      {
        category: 'A7',
        code: '562',
        entity: '85',
        action: 'U',
        amountCents: 20_000,
        date: '2026-01-05',
        text: 'NPI NOT KNOWN',
      },
      { category: 'A3', code: '21', action: 'U', amountCents: 20_000, date: '2026-01-05', text: 'NPI NOT KNOWN' },
    ]);
    expect(bad?.clearinghouseClaimNumber).toBe('OURS1');
  });

  test('names the line by our line control number', () => {
    expect(bad?.lines).toMatchObject([{ lineControlNumber: 'BAD1L1', procedure: { code: '99213' }, units: 1 }]);
    expect(bad === undefined ? [] : rejectionStatuses(bad).map(({ code }) => code)).toEqual(['562', '21', '453']);
  });

  test('stands beside an accepted claim of the same batch', () => {
    expect([bad, good].map((claim) => claim && acceptedOrRejected(claim))).toEqual(['rejected', 'accepted']);
    expect(value.source.kind).toBe('clearinghouse');
    expect(value.batch.totals).toEqual({
      acceptedCount: 1,
      rejectedCount: 1,
      acceptedCents: 10_000,
      rejectedCents: 20_000,
    });
  });
});

describe('the decision', () => {
  test.each([
    [[status('A2', 'WQ')], 'accepted'],
    [[status('A5', 'WQ')], 'accepted'],
    [[status('A1', 'WQ')], 'received'],
    [[status('A0', 'WQ')], 'received'],
    [[status('A3')], 'rejected'],
    [[status('A7', 'U')], 'rejected'],
    [[status('A2', 'WQ'), status('A6', 'U')], 'rejected'],
    [[status('A1', 'U')], 'rejected'],
    [[status('A1', 'WQ'), status('A2', 'WQ')], 'accepted'],
    [[status('F1')], 'unclear'],
    [[], 'unclear'],
  ] as const)('of %j is %s', (statuses, outcome) => {
    expect(acceptedOrRejected(claimWith(...statuses))).toBe(outcome);
  });
});
