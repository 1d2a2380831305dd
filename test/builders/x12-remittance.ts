import { cents, sumCents } from '../../domain/kernel/cents.js';
import { plainDate } from '../../domain/kernel/plain-date.js';
import type {
  AdjustmentGroup,
  ClaimAdjustment,
  ProviderAdjustment,
  RemittanceAdvice,
  RemittanceClaim,
  RemittanceLine,
} from '../../domain/x12/835/remittance-advice.js';

export function adjustment(group: AdjustmentGroup, reasonCode: string, amount: number): ClaimAdjustment {
  return { group, reasonCode, amountCents: cents(amount) };
}

export function remittanceLine(charge: number, paid: number, adjustments: readonly ClaimAdjustment[]): RemittanceLine {
  return {
    procedureQualifier: 'HC',
    procedureCode: '99213',
    modifiers: ['95'],
    chargeCents: cents(charge),
    paidCents: cents(paid),
    units: 1,
    adjustments,
    references: [],
    amounts: [],
    quantities: [],
    remarkCodes: [],
  };
}

export function remittanceClaim(charge: number, paid: number, rest: Partial<RemittanceClaim> = {}): RemittanceClaim {
  return {
    patientControlNumber: 'CLAIM1',
    statusCode: '1',
    chargeCents: cents(charge),
    paidCents: cents(paid),
    patientResponsibilityCents: cents(0),
    filingIndicator: 'MB',
    payerClaimControlNumber: 'ICN1',
    adjustments: [],
    remarkCodes: [],
    references: [],
    amounts: [],
    quantities: [],
    lines: [],
    ...rest,
  };
}

export function providerAdjustment(code: string, amount: number, reference = 'ICN1'): ProviderAdjustment {
  return {
    providerId: '1234567893',
    fiscalPeriodEnd: plainDate('2026-12-31'),
    code,
    reference,
    amountCents: cents(amount),
  };
}

/** An advice that pays what its claims say less the provider adjustments, unless told another amount. */
export function remittanceAdvice(
  claims: readonly RemittanceClaim[],
  providerAdjustments: readonly ProviderAdjustment[] = [],
  amount?: number,
): RemittanceAdvice {
  return {
    payment: {
      handlingCode: 'I',
      amountCents: cents(amount ?? sumOf(claims, providerAdjustments)),
      creditOrDebit: 'credit',
      method: 'ACH',
      effectiveDate: plainDate('2026-02-01'),
      traceNumber: 'EFT1',
      payerOriginatorId: '1123456789',
    },
    payer: { name: 'PAYER', references: [], contacts: [] },
    payee: { name: 'PRACTICE', npi: '1234567893', references: [] },
    claims,
    providerAdjustments,
  };
}

/** The same with all the guide asks for: an address and a contact of the payer, a cheque, a patient of each claim. */
export function completeRemittanceAdvice(claims: readonly RemittanceClaim[]): RemittanceAdvice {
  const patient = { kind: 'person', lastName: 'DOE', firstName: 'JANE' } as const;
  const advice = remittanceAdvice(claims.map((claim) => ({ patient, ...claim })));
  const address = { line1: '1 PAYER PLAZA', city: 'ALBANY', state: 'NY', postalCode: '12207' };
  const contact = { functionCode: 'BL', name: 'SUPPORT', numbers: [{ kind: 'TE', value: '5185550100' }] };
  return {
    ...advice,
    payment: { ...advice.payment, method: 'CHK' },
    payer: { name: 'PAYER', address, references: [], contacts: [contact] },
  };
}

function sumOf(claims: readonly RemittanceClaim[], providerAdjustments: readonly ProviderAdjustment[]): number {
  const paid = sumCents(claims.map((claim) => claim.paidCents));
  return paid - sumCents(providerAdjustments.map((one) => one.amountCents));
}
