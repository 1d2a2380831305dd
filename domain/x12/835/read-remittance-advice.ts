import { zeroCents } from '../../kernel/cents.js';
import { compact } from '../compact.js';
import { FieldReader, mergeFindings } from '../field-reader.js';
import type { TransactionSet } from '../interchange.js';
import {
  childLoop,
  descendantLoops,
  findSegment,
  findSegments,
  firstSegment,
  type LoopInstance,
} from '../loop-instance.js';
import { readAddress, readContacts, readReference, readReferences } from '../party-segments.js';
import { readLoops } from '../read-loops.js';
import type { Segment } from '../segment.js';
import type { X12Finding } from '../x12-finding.js';
import { readRemittanceClaim } from './read-remittance-claim.js';
import type {
  BankAccount,
  ProviderAdjustment,
  RemittanceAdvice,
  RemittanceClaim,
  RemittanceHeading,
  RemittancePayee,
  RemittancePayer,
  RemittancePayment,
} from './remittance-advice.js';
import { remittanceAdviceGuide } from './remittance-advice-guide.js';

/** An advice as far as it could be understood, and what is wrong with its transaction set. */
export type RemittanceAdviceReading = {
  readonly value: RemittanceAdvice;
  /** What it was read from, for whoever asks where something stands. */
  readonly root: LoopInstance;
  readonly findings: readonly X12Finding[];
};

/**
 * Reads an 835 (005010X221A1). Never throws: amounts that can't be read stand as zero and are named in
 * `unreadableAmounts`, so that such an advice fails `proveBalance`.
 */
export function readRemittanceAdvice(transactionSet: TransactionSet): RemittanceAdviceReading {
  const { root, findings } = readLoops(remittanceAdviceGuide, transactionSet);
  const reader = new FieldReader(transactionSet);
  return { value: remittanceAdviceOf(reader, root), root, findings: mergeFindings(findings, reader.findings) };
}

/** The advice in the loops of an 835; what can't be read goes to the findings of `reader`. */
export function remittanceAdviceOf(reader: FieldReader, root: LoopInstance): RemittanceAdvice {
  const unreadable: string[] = [];
  return compact({
    ...readRemittanceHeading(reader, root, unreadable),
    claims: readClaims(reader, root),
    providerAdjustments: readProviderAdjustments(reader, root, unreadable),
    unreadableAmounts: unreadable.length === 0 ? undefined : unreadable,
  });
}

/** Claims in file order: those under an LX, and those of a sender who left LX out. */
function readClaims(reader: FieldReader, root: LoopInstance): RemittanceClaim[] {
  reportStrayClaim(reader, childLoop(root, '2100'));
  const claims: RemittanceClaim[] = [];
  for (const loop of descendantLoops(root, '2100')) {
    const claim = readRemittanceClaim(reader, loop);
    if (claim !== undefined) claims.push(claim);
  }
  return claims;
}

/** Reports the first claim of an advice that stands outside of any loop 2000. */
export function reportStrayClaim(reader: FieldReader, claim: LoopInstance | undefined): void {
  const first = claim && firstSegment(claim);
  if (first === undefined) return;
  const message = 'A claim begins without the LX segment of its header number.';
  reader.reportSegment(first, 'required-segment-missing', message);
}

/** Payment, dates and parties of an advice: what stands before its claims. Unreadable amounts are named in `unreadable`. */
export function readRemittanceHeading(
  reader: FieldReader,
  root: LoopInstance,
  unreadable: string[],
): RemittanceHeading {
  return compact({
    payment: readPayment(reader, root, unreadable),
    productionDate: reader.date(findSegment(root, 'DTM', '405'), 2),
    payer: readPayer(reader, childLoop(root, '1000A')),
    payee: readPayee(reader, childLoop(root, '1000B')),
  });
}

/** The provider-level adjustments of all PLB segments. */
export function readProviderAdjustments(
  reader: FieldReader,
  root: LoopInstance,
  unreadable: string[],
): ProviderAdjustment[] {
  return findSegments(root, 'PLB').flatMap((segment) => readAdjustments(reader, segment, unreadable));
}

function readPayment(reader: FieldReader, root: LoopInstance, unreadable: string[]): RemittancePayment {
  const payment = findSegment(root, 'BPR');
  const trace = findSegment(root, 'TRN');
  if (payment === undefined) unreadable.push('payment (BPR02)');
  return compact({
    handlingCode: reader.text(payment, 1) ?? '',
    amountCents: payment === undefined ? zeroCents : reader.requiredAmount(payment, 2, 'payment (BPR02)', unreadable),
    creditOrDebit: reader.text(payment, 3) === 'D' ? ('debit' as const) : ('credit' as const),
    method: reader.text(payment, 4) ?? '',
    formatCode: reader.text(payment, 5),
    senderAccount: readAccount(reader, payment, 6),
    originatingCompanyId: reader.text(payment, 10),
    originatingSupplementalCode: reader.text(payment, 11),
    receiverAccount: readAccount(reader, payment, 12),
    effectiveDate: reader.date(payment, 16),
    traceNumber: reader.text(trace, 2) ?? '',
    payerOriginatorId: reader.text(trace, 3) ?? '',
    originatorSupplementalCode: reader.text(trace, 4),
  });
}

function readAccount(reader: FieldReader, payment: Segment | undefined, at: number): BankAccount | undefined {
  const routingNumber = reader.text(payment, at + 1);
  if (routingNumber === undefined) return undefined;
  return compact({
    routingQualifier: reader.text(payment, at) ?? '',
    routingNumber,
    accountQualifier: reader.text(payment, at + 2),
    accountNumber: reader.text(payment, at + 3),
  });
}

function readPayer(reader: FieldReader, instance: LoopInstance | undefined): RemittancePayer {
  if (instance === undefined) return { name: '', references: [], contacts: [] };
  const name = findSegment(instance, 'N1');
  const value = reader.text(name, 4);
  return compact({
    name: reader.text(name, 2) ?? '',
    identifier: value === undefined ? undefined : { qualifier: reader.text(name, 3) ?? '', value },
    address: readAddress(reader, instance),
    references: readReferences(reader, instance),
    contacts: readContacts(reader, instance),
  });
}

function readPayee(reader: FieldReader, instance: LoopInstance | undefined): RemittancePayee {
  if (instance === undefined) return { name: '', references: [] };
  const name = findSegment(instance, 'N1');
  const qualifier = reader.text(name, 3);
  const identifier = reader.text(name, 4);
  return compact({
    name: reader.text(name, 2) ?? '',
    npi: qualifier === 'XX' ? identifier : undefined,
    taxId: qualifier === 'FI' ? identifier : readReference(reader, instance, 'TJ'),
    planId: qualifier === 'XV' ? identifier : undefined,
    address: readAddress(reader, instance),
    references: readReferences(reader, instance, qualifier === 'FI' ? [] : ['TJ']),
  });
}

/** PLB holds up to six reasons with their amounts. */
function readAdjustments(reader: FieldReader, segment: Segment, unreadable: string[]): ProviderAdjustment[] {
  const providerId = reader.text(segment, 1) ?? '';
  const fiscalPeriodEnd = reader.date(segment, 2);
  return [3, 5, 7, 9, 11, 13].flatMap((at) => {
    const code = reader.component(segment, at, 1);
    if (code === undefined && reader.text(segment, at + 1) === undefined) return [];
    const amountCents = reader.requiredAmount(
      segment,
      at + 1,
      `provider adjustment of segment ${segment.position} (PLB${String(at + 1).padStart(2, '0')})`,
      unreadable,
    );
    const reference = reader.component(segment, at, 2);
    return [compact({ providerId, fiscalPeriodEnd, code: code ?? '', reference, amountCents })];
  });
}
