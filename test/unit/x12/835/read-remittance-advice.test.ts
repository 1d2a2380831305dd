import { describe, expect, test } from 'vitest';
import { proveBalance } from '../../../../domain/x12/835/prove-balance.js';
import { readRemittanceAdvice } from '../../../../domain/x12/835/read-remittance-advice.js';
import { writeRemittanceAdvice } from '../../../../domain/x12/835/write-remittance-advice.js';
import { testEnvelope } from '../../../builders/x12-envelope.js';
import { remittanceAdvice } from '../../../builders/x12-remittance.js';
import { describeSamples } from '../../../support/shared-samples.js';
import { onlyTransactionSet, sampleTransactionSet, transactionSetOf } from '../../../support/x12-sample.js';

const advice = (...segments: string[]) =>
  readRemittanceAdvice(
    transactionSetOf('835', '005010X221A1', [
      'BPR*I*100*C*ACH*CCP*01*888999777*DA*24681012*1935665544**01*111333555*DA*144444*20260201',
      'TRN*1*EFT1*1935665544',
      'N1*PR*PAYER',
      'N3*1 MAIN',
      'N4*ALBANY*NY*12207',
      'PER*BL*DESK*TE*8005551212',
      'N1*PE*PRACTICE*XX*1234567893',
      ...segments,
    ]),
  );

describeSamples('the samples', () => {
  test('a secondary payment keeps lines, adjustments and allowed amounts although its component separator is another', () => {
    const { value } = readRemittanceAdvice(sampleTransactionSet('835-secondary-payment.835'));
    const [, second] = value.claims;
    expect(second?.lines.map((line) => [line.procedureCode, line.modifiers, line.allowedCents])).toEqual([
      ['12345', ['26'], 15_000],
      ['66543', ['26'], 50_000],
    ]);
    expect(second?.lines[1]?.adjustments).toEqual([
      { group: 'PR', reasonCode: '1', amountCents: 15_000 },
      { group: 'PR', reasonCode: '2', amountCents: 7_000 },
      { group: 'CO', reasonCode: '42', amountCents: 8_500 },
    ]);
    expect(value.payee).toMatchObject({ taxId: '599944521', references: [{ qualifier: 'PQ', value: '10488' }] });
  });

  test('a remark of an outpatient claim and a provider adjustment are kept', () => {
    const { value } = readRemittanceAdvice(sampleTransactionSet('835-medicare-part-a.835'));
    expect(value.claims.map((claim) => claim.remarkCodes)).toEqual([[], ['MA02']]);
    expect(value.providerAdjustments).toEqual([
      { providerId: '6543210903', fiscalPeriodEnd: '2002-12-31', code: 'CV', reference: 'CP', amountCents: -127 },
    ]);
  });
});

describe('a defective advice', () => {
  test("with a fax as first number of the payer's technical contact says that the guide does not want it there", () => {
    const made = remittanceAdvice([]);
    const contacts = [{ functionCode: 'BL', numbers: [{ kind: 'FX', value: '8005551212' }] }];
    const text = writeRemittanceAdvice({ ...made, payer: { ...made.payer, contacts } }, testEnvelope);
    expect(readRemittanceAdvice(onlyTransactionSet(text)).findings).toContainEqual(
      expect.objectContaining({ code: 'invalid-code', segmentId: 'PER', element: 3, value: 'FX' }),
    );
  });

  test('with a truncated claim keeps it and the others, and never balances', () => {
    const { value, findings } = advice('LX*1', 'CLP*A*22', 'CLP*B*1*100*100**12*ICN', 'NM1*QC*1*DOE');
    expect(value.claims.map((claim) => claim.patientControlNumber)).toEqual(['A', 'B']);
    expect(value.claims[0]?.unreadableAmounts).toEqual(['charge (CLP03)', 'payment (CLP04)']);
    expect(value.claims[1]?.unreadableAmounts).toBeUndefined();
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'required-element-missing', segmentId: 'CLP', element: 3, segmentPosition: 10 }),
    );
    expect(proveBalance(value)).toMatchObject({ balances: false, unbalancedClaims: [0] });
  });

  test('names an amount of three decimals with segment, element and byte offset, and reads the rest', () => {
    const { value, findings } = advice('LX*1', 'CLP*A*1*100.005*100**12*ICN', 'NM1*QC*1*DOE');
    const [finding] = findings;
    expect(findings).toHaveLength(1);
    expect(finding).toMatchObject({ code: 'invalid-number', segmentId: 'CLP', element: 3, value: '100.005' });
    expect(value.claims[0]).toMatchObject({ paidCents: 10_000, unreadableAmounts: ['charge (CLP03)'] });
  });

  test('with an adjustment group the guide does not know leaves it out and never balances', () => {
    const { value, findings } = advice('LX*1', 'CLP*A*1*100*90**12*ICN', 'CAS*CR*45*10', 'NM1*QC*1*DOE');
    expect(value.claims[0]?.unreadableAmounts).toEqual(['adjustments of segment 11 (CAS01)']);
    expect(findings.filter((finding) => finding.segmentId === 'CAS')).toHaveLength(1);
    expect(proveBalance(value).balances).toBe(false);
  });

  test('without LX still gives its claims', () => {
    const { value, findings } = advice('CLP*A*1*100*100**12*ICN', 'NM1*QC*1*DOE');
    expect(value.claims).toHaveLength(1);
    expect(findings).toContainEqual(expect.objectContaining({ code: 'required-segment-missing', segmentId: 'CLP' }));
  });

  test('without a procedure code keeps the money of the line', () => {
    const { value, findings } = advice('LX*1', 'CLP*A*1*100*100**12*ICN', 'NM1*QC*1*DOE', 'SVC*HC*100*100');
    expect(value.claims[0]?.lines[0]).toMatchObject({ procedureCode: '', chargeCents: 10_000, paidCents: 10_000 });
    expect(findings).toContainEqual(expect.objectContaining({ code: 'required-element-missing', segmentId: 'SVC' }));
  });

  test('without BPR has no payment and never balances', () => {
    const { value } = readRemittanceAdvice(transactionSetOf('835', '005010X221A1', ['TRN*1*EFT1*1935665544']));
    expect(value.unreadableAmounts).toEqual(['payment (BPR02)']);
    expect(proveBalance(value).balances).toBe(false);
  });
});

describe('what a claim may carry', () => {
  test('a crossover carrier, interest, remarks, down-coding and line numbers', () => {
    const { value, findings } = advice(
      'LX*1',
      'CLP*A*19*100*80*20*MB*ICN*10*1',
      'NM1*QC*1*DOE*JANE',
      'NM1*TT*2*MEDIGAP*****PI*M1',
      'MOA***MA01*MA07',
      'AMT*I*1.25',
      'SVC*HC:99213:95*100*80**1*HC:99214:95*2',
      'DTM*472*20260105',
      'CAS*PR*2*20',
      'REF*6R*AL1',
      'AMT*B6*100',
      'LQ*HE*N4',
      'LQ*HE*M77',
    );
    expect(findings).toEqual([]);
    expect(value.claims[0]).toMatchObject({
      placeOfService: '10',
      crossoverCarrier: { kind: 'organization', name: 'MEDIGAP', identifier: { qualifier: 'PI', value: 'M1' } },
      remarkCodes: ['MA01', 'MA07'],
      amounts: [{ qualifier: 'I', amountCents: 125 }],
      lines: [
        {
          procedureCode: '99213',
          submittedProcedure: { qualifier: 'HC', code: '99214', modifiers: ['95'] },
          submittedUnits: 2,
          servicePeriod: { from: '2026-01-05', to: '2026-01-05' },
          lineControlNumber: 'AL1',
          allowedCents: 10_000,
          remarkCodes: ['N4', 'M77'],
        },
      ],
    });
  });

  test('several provider adjustments in one PLB and in several', () => {
    const { value } = advice('PLB*1234567893*20261231*WO:ICN1*37.5*72:ICN1*-37.5', 'PLB*1234567893*20261231*L6*-1.05');
    expect(value.providerAdjustments.map(({ code, reference, amountCents }) => [code, reference, amountCents])).toEqual(
      [
        ['WO', 'ICN1', 3_750],
        ['72', 'ICN1', -3_750],
        ['L6', undefined, -105],
      ],
    );
  });
});
