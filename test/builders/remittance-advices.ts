import fc from 'fast-check';
import { negateCents, sumCents } from '../../domain/kernel/cents.js';
import type { Contact } from '../../domain/x12/contact.js';
import type {
  AdjustmentGroup,
  ClaimAdjustment,
  ProviderAdjustment,
  QualifiedAmount,
  QualifiedQuantity,
  RemittanceAdvice,
  RemittanceClaim,
  RemittanceLine,
  RemittancePayee,
} from '../../domain/x12/835/remittance-advice.js';
import {
  address,
  code,
  date,
  identifier,
  money,
  party,
  period,
  person,
  procedure,
  quantity,
  some,
  words,
} from './x12-arbitraries.js';

const adjustments: fc.Arbitrary<ClaimAdjustment[]> = fc.array(
  some(
    {
      group: fc.constantFrom<AdjustmentGroup[]>('CO', 'OA', 'PI', 'PR'),
      reasonCode: code(1, 3),
      amountCents: money,
      quantity,
    },
    ['group', 'reasonCode', 'amountCents'],
  ),
  { maxLength: 9 },
);

function amounts(...qualifiers: string[]): fc.Arbitrary<QualifiedAmount[]> {
  return fc.array(fc.record({ qualifier: fc.constantFrom(...qualifiers), amountCents: money }), { maxLength: 4 });
}

function quantities(...qualifiers: string[]): fc.Arbitrary<QualifiedQuantity[]> {
  return fc.array(fc.record({ qualifier: fc.constantFrom(...qualifiers), quantity }), { maxLength: 3 });
}

const references = (first: string[], last: string[]) =>
  fc
    .tuple(fc.array(identifier(first), { maxLength: 3 }), fc.array(identifier(last), { maxLength: 3 }))
    .map(([before, after]) => [...before, ...after]);

const line: fc.Arbitrary<RemittanceLine> = some(
  {
    procedureQualifier: fc.constantFrom('HC', 'NU'),
    procedureCode: code(4, 5),
    modifiers: fc.array(code(2, 2), { maxLength: 4 }),
    chargeCents: money,
    paidCents: money,
    revenueCode: code(4, 4),
    units: quantity,
    submittedProcedure: procedure,
    submittedUnits: quantity,
    servicePeriod: period,
    adjustments,
    lineControlNumber: code(1, 30),
    references: references(['G1', 'LU', 'BB'], ['0B', 'HPI', 'G2']),
    allowedCents: money,
    amounts: amounts('T', 'T2', 'KH'),
    quantities: quantities('ZK', 'ZL'),
    remarkCodes: fc.array(code(2, 5), { maxLength: 4 }),
    drugRemarkCodes: fc.array(code(2, 5), { minLength: 1, maxLength: 2 }),
  },
  [
    'procedureQualifier',
    'procedureCode',
    'modifiers',
    'chargeCents',
    'paidCents',
    'units',
    'adjustments',
    'references',
    'amounts',
    'quantities',
    'remarkCodes',
  ],
);

const claim: fc.Arbitrary<RemittanceClaim> = some(
  {
    patientControlNumber: code(1, 20),
    statusCode: fc.constantFrom('1', '2', '3', '4', '19', '20', '21', '22', '23', '25'),
    chargeCents: money,
    paidCents: money,
    patientResponsibilityCents: money,
    filingIndicator: fc.constantFrom('MB', 'HM', '12'),
    payerClaimControlNumber: code(1, 30),
    placeOfService: fc.constantFrom('02', '10', '11'),
    frequency: fc.constantFrom('1', '7', '8'),
    adjustments,
    patient: person(['MI']),
    insured: party(['MI']),
    correctedInsured: party(['C']),
    renderingProvider: party(['XX']),
    crossoverCarrier: fc.record({
      kind: fc.constant('organization' as const),
      name: words(60),
      identifier: identifier(['PI']),
    }),
    remarkCodes: fc.array(code(2, 5), { maxLength: 10 }),
    references: references(['1L', 'EA', 'F8', 'G1'], ['0B', 'G2', 'LU']),
    statementPeriod: period,
    receivedDate: date,
    coverageExpiredDate: date,
    amounts: amounts('AU', 'I', 'D8', 'F5'),
    quantities: quantities('CA', 'VS'),
    lines: fc.array(line, { maxLength: 4 }),
  },
  [
    'patientControlNumber',
    'statusCode',
    'chargeCents',
    'paidCents',
    'patientResponsibilityCents',
    'filingIndicator',
    'payerClaimControlNumber',
    'adjustments',
    'patient',
    'remarkCodes',
    'references',
    'amounts',
    'quantities',
    'lines',
  ],
);

const providerAdjustment: fc.Arbitrary<ProviderAdjustment> = some(
  {
    providerId: fc.constantFrom('1234567893', '1003000126'),
    fiscalPeriodEnd: date,
    code: fc.constantFrom('WO', 'FB', '72', 'L6', 'CS', 'J1'),
    reference: words(40),
    amountCents: money,
  },
  ['providerId', 'fiscalPeriodEnd', 'code', 'amountCents'],
);

const payeeBase = { name: words(60), address, references: fc.array(identifier(['0B', 'PQ']), { maxLength: 2 }) };
const payee: fc.Arbitrary<RemittancePayee> = fc.oneof(
  some({ ...payeeBase, npi: fc.constant('1234567893'), taxId: code(9, 9) }, ['name', 'references', 'npi']),
  some({ ...payeeBase, planId: code(10, 10), taxId: code(9, 9) }, ['name', 'references', 'planId']),
  some({ ...payeeBase, taxId: code(9, 9) }, ['name', 'references', 'taxId']),
);

const account = fc.record({
  routingQualifier: fc.constant('01'),
  routingNumber: code(9, 9),
  accountQualifier: fc.constant('DA'),
  accountNumber: code(5, 12),
});

/** A contact whose numbers are of the kinds the guide has for the first, the second and the third. */
function payerContact(functionCode: string, ...kinds: readonly string[][]): fc.Arbitrary<Contact> {
  const numbers = kinds.map((kind) => fc.record({ kind: fc.constantFrom(...kind), value: code(3, 20) }));
  return fc
    .tuple(fc.option(words(60)), fc.tuple(...numbers), fc.integer({ min: 1, max: kinds.length }))
    .map(([name, all, count]) => ({
      functionCode,
      ...(name === null ? {} : { name }),
      numbers: all.slice(0, count),
    }));
}

const claimContact = payerContact('CX', ['EM', 'FX', 'TE'], ['EM', 'EX', 'FX', 'TE'], ['EX']);
const technicalContact = payerContact(
  'BL',
  ['EM', 'TE', 'UR'],
  ['EM', 'EX', 'FX', 'TE', 'UR'],
  ['EM', 'EX', 'FX', 'UR'],
);

/** Advices with every option our model has, each in some of them; their figures need not balance. */
export const remittanceAdvices: fc.Arbitrary<RemittanceAdvice> = some(
  {
    payment: some(
      {
        handlingCode: fc.constantFrom('I', 'H', 'C'),
        amountCents: money,
        creditOrDebit: fc.constantFrom('credit', 'debit'),
        method: fc.constantFrom('ACH', 'CHK', 'NON'),
        formatCode: fc.constantFrom('CCP', 'CTX'),
        senderAccount: account,
        originatingCompanyId: code(10, 10),
        originatingSupplementalCode: code(9, 9),
        receiverAccount: account,
        effectiveDate: date,
        traceNumber: code(1, 30),
        payerOriginatorId: code(10, 10),
        originatorSupplementalCode: code(1, 30),
      },
      ['handlingCode', 'amountCents', 'creditOrDebit', 'method', 'effectiveDate', 'traceNumber', 'payerOriginatorId'],
    ),
    productionDate: date,
    payer: some(
      {
        name: words(60),
        identifier: identifier(['XV']),
        address,
        references: fc.array(identifier(['2U', 'EO', 'NF']), { maxLength: 3 }),
        contacts: fc.tuple(claimContact, technicalContact).map((contacts) => [...contacts]),
      },
      ['name', 'address', 'references', 'contacts'],
    ),
    payee,
    claims: fc.array(claim, { maxLength: 4 }),
    providerAdjustments: fc.array(providerAdjustment, { maxLength: 9 }),
  },
  ['payment', 'payer', 'payee', 'claims', 'providerAdjustments'],
);

/** A line and a claim that satisfy the equations by construction. */
const balancedLine = fc.tuple(line, adjustments).map(([one, reasons]): RemittanceLine => {
  const adjusted = sumCents(reasons.map((reason) => reason.amountCents));
  return { ...one, adjustments: reasons, chargeCents: sumCents([one.paidCents, adjusted]) };
});

const balancedClaim = fc
  .tuple(claim, fc.array(balancedLine, { minLength: 1, maxLength: 4 }), adjustments)
  .map(([one, lines, reasons]): RemittanceClaim => {
    const adjusted = sumCents(reasons.map((reason) => reason.amountCents));
    return {
      ...one,
      lines,
      adjustments: reasons,
      chargeCents: sumCents(lines.map((part) => part.chargeCents)),
      paidCents: sumCents([...lines.map((part) => part.paidCents), negateCents(adjusted)]),
    };
  });

/** The same, and every equation of `proveBalance` holds. */
export const balancedRemittanceAdvices = fc
  .tuple(remittanceAdvices, fc.array(balancedClaim, { maxLength: 4 }))
  .map(([one, claims]): RemittanceAdvice => {
    const moved = sumCents(one.providerAdjustments.map((adjustment) => adjustment.amountCents));
    const amountCents = sumCents([...claims.map((part) => part.paidCents), negateCents(moved)]);
    return { ...one, claims, payment: { ...one.payment, amountCents } };
  });
