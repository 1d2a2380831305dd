import { addressSegments, contactSegments, referenceSegments } from '../party-segments.js';
import type { SegmentValues } from '../segment-values.js';
import { type Envelope, type OutboundTransactionSet, writeInterchange } from '../write-interchange.js';
import { amountValue, dateValue, qualifiedSegment } from '../write-values.js';
import type {
  BankAccount,
  ProviderAdjustment,
  RemittanceAdvice,
  RemittancePayee,
  RemittancePayer,
  RemittancePayment,
} from './remittance-advice.js';
import { remittanceClaimSegments } from './write-remittance-claim.js';

/** Writes one 835 (005010X221A1) as a file of its own. Amounts are written as given: nothing is balanced here. */
export function writeRemittanceAdvice(advice: RemittanceAdvice, envelope: Envelope): string {
  return writeInterchange(envelope, { transactionSets: [remittanceTransactionSet(advice)] });
}

/** The advice as a transaction set, for a file of several. */
export function remittanceTransactionSet(advice: RemittanceAdvice): OutboundTransactionSet {
  const claims = advice.claims.flatMap(remittanceClaimSegments);
  return {
    transactionId: '835',
    functionalId: 'HP',
    guideId: '005010X221A1',
    omitImplementationReference: true,
    segments: [
      paymentSegment(advice.payment),
      traceSegment(advice.payment),
      ...qualifiedSegment('DTM', '405', dateValue(advice.productionDate)),
      ...payerSegments(advice.payer),
      ...payeeSegments(advice.payee),
      ...(claims.length === 0 ? [] : [['LX', '1'] as const, ...claims]),
      ...providerAdjustmentSegments(advice.providerAdjustments),
    ],
  };
}

function paymentSegment(payment: RemittancePayment): SegmentValues {
  return [
    'BPR',
    payment.handlingCode,
    amountValue(payment.amountCents),
    payment.creditOrDebit === 'debit' ? 'D' : 'C',
    payment.method,
    payment.formatCode,
    ...account(payment.senderAccount),
    payment.originatingCompanyId,
    payment.originatingSupplementalCode,
    ...account(payment.receiverAccount),
    dateValue(payment.effectiveDate),
  ];
}

function account(bank: BankAccount | undefined): (string | undefined)[] {
  return [bank?.routingQualifier, bank?.routingNumber, bank?.accountQualifier, bank?.accountNumber];
}

function traceSegment(payment: RemittancePayment): SegmentValues {
  return ['TRN', '1', payment.traceNumber, payment.payerOriginatorId, payment.originatorSupplementalCode];
}

function payerSegments(payer: RemittancePayer): SegmentValues[] {
  return [
    ['N1', 'PR', payer.name, payer.identifier?.qualifier, payer.identifier?.value],
    ...addressSegments(payer.address),
    ...referenceSegments(payer.references),
    ...contactSegments(payer.contacts),
  ];
}

/** The strongest identifier stands in N1: NPI, then plan id, then tax id, which otherwise goes to REF*TJ. */
function payeeSegments(payee: RemittancePayee): SegmentValues[] {
  const { npi, planId, taxId } = payee;
  const [qualifier, identifier] =
    npi !== undefined ? ['XX', npi] : planId !== undefined ? ['XV', planId] : taxId !== undefined ? ['FI', taxId] : [];
  return [
    ['N1', 'PE', payee.name, qualifier, identifier],
    ...addressSegments(payee.address),
    ...referenceSegments(payee.references),
    ...(qualifier === 'FI' ? [] : qualifiedSegment('REF', 'TJ', taxId)),
  ];
}

/** Up to six adjustments of the same provider and fiscal period share a PLB. */
function providerAdjustmentSegments(adjustments: readonly ProviderAdjustment[]): SegmentValues[] {
  const runs: ProviderAdjustment[][] = [];
  for (const adjustment of adjustments) {
    const run = runs.at(-1);
    const first = run?.[0];
    const isSame = first?.providerId === adjustment.providerId && first?.fiscalPeriodEnd === adjustment.fiscalPeriodEnd;
    if (run !== undefined && isSame && run.length < 6) run.push(adjustment);
    else runs.push([adjustment]);
  }
  return runs.map((run) => [
    'PLB',
    run[0]?.providerId,
    dateValue(run[0]?.fiscalPeriodEnd),
    ...run.flatMap(({ code, reference, amountCents }) => [[code, reference], amountValue(amountCents)]),
  ]);
}
