import { expect, test } from 'vitest';
import { buildRemittanceAdvice } from '../../../../domain/x12/835/build-remittance-advice.js';
import { readRemittanceAdvice } from '../../../../domain/x12/835/read-remittance-advice.js';
import { writeRemittanceAdvice } from '../../../../domain/x12/835/write-remittance-advice.js';
import {
  adjustment,
  providerAdjustment,
  remittanceAdvice,
  remittanceClaim,
  remittanceLine,
} from '../../../builders/x12-remittance.js';
import { testEnvelope } from '../../../builders/x12-envelope.js';
import { buildTroubles, withValues } from '../../../support/build-troubles.js';
import { onlyTransactionSet } from '../../../support/x12-sample.js';

const base = remittanceAdvice(
  [
    remittanceClaim(10_000, 8_000, {
      patient: { kind: 'person', lastName: 'DOE' },
      lines: [remittanceLine(10_000, 8_000, [adjustment('CO', '45', 2_000)])],
    }),
  ],
  [providerAdjustment('WO', 500)],
);
const advice = {
  ...base,
  payer: {
    ...base.payer,
    address: { line1: '1 PLAZA', city: 'ALBANY', state: 'NY', postalCode: '12207' },
    contacts: [{ functionCode: 'BL', numbers: [{ kind: 'TE', value: '5185550100' }] }],
  },
};

test('a plain advice is taken as it is', () => {
  expect(buildRemittanceAdvice(structuredClone(advice))).toEqual({ ok: true, value: advice });
});

test.each<[path: string, value: unknown, message: string]>([
  ['payment.handlingCode', 'Z', 'is not a code the guide has here: give one of C, D, H, I, P, U, X'],
  ['payment.amountCents', 0.1, 'must be a whole number of cents'],
  ['payment.effectiveDate', undefined, 'is missing: the guide requires it'],
  ['payment.payerOriginatorId', '123', 'must have 10 characters'],
  [
    'payment.senderAccount',
    { routingQualifier: '01', routingNumber: '123456789', accountQualifier: 'DA' },
    'is missing',
  ],
  ['payer.address', undefined, 'is missing: the guide requires it'],
  ['payer.contacts', [], 'must have one with function BL'],
  ['payee.npi', undefined, 'must have an NPI, a tax id or a plan id'],
  ['payee.planId', 'PLAN', 'can not stand beside an NPI'],
  [
    'payee.references',
    [{ qualifier: 'TJ', value: '1' }],
    'is not a qualifier the guide has here: give one of 0B, D3, PQ',
  ],
  ['claims[0].statusCode', '99', 'is not a code the guide has here'],
  ['claims[0].filingIndicator', undefined, 'is missing: the guide requires it'],
  ['claims[0].remarkCodes', Array(11).fill('N130'), 'must have at most 10, and has 11'],
  ['claims[0].amounts', Array(14).fill({ qualifier: 'AU', amountCents: 1 }), 'is one too many'],
  ['claims[0].unreadableAmounts', ['charge (CLP03)'], 'names amounts that the file did not say readably'],
  [
    'claims[0].lines[0].adjustments',
    [{ group: 'CO', reasonCode: '45', amountCents: 0.5 }],
    'must be a whole number of cents',
  ],
  [
    'claims[0].lines[0].adjustments',
    [{ group: 'CR', reasonCode: '45', amountCents: 1 }],
    'must be one of CO, OA, PI, PR',
  ],
  ['claims[0].lines[0].amounts', [{ qualifier: 'B6', amountCents: 1 }], 'is not a qualifier the guide has here'],
  ['claims[0].lines[0].procedureCode', '', 'must not be empty'],
  ['claims[0].lines[0].servicePeriod', { from: '2026-01-02', to: '2026-01-01' }, 'must not be before the first day'],
  ['providerAdjustments[0].code', 'QQ', 'is not a code the guide has here'],
  ['providerAdjustments[0].fiscalPeriodEnd', undefined, 'is missing: the guide requires it'],
])('%s can not be %j', (path, value, message) => {
  const troubles = buildTroubles(buildRemittanceAdvice(withValues(advice, { [path]: value })));
  expect(troubles).toHaveLength(1);
  expect(troubles[0]).toContain(`: ${message}`);
});

test('references come out in the order in which they are written', () => {
  const references = [
    { qualifier: 'G2', value: 'P1' },
    { qualifier: 'EA', value: 'M1' },
  ];
  const built = buildRemittanceAdvice(withValues(advice, { 'claims[0].references': references }));
  expect(built.ok && built.value.claims[0]?.references).toEqual([references[1], references[0]]);
  if (!built.ok) return;
  const set = onlyTransactionSet(writeRemittanceAdvice(built.value, testEnvelope));
  expect(readRemittanceAdvice(set).value).toEqual(built.value);
});
