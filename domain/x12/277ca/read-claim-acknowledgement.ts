import { compact } from '../compact.js';
import { FieldReader, mergeFindings } from '../field-reader.js';
import type { TransactionSet } from '../interchange.js';
import { childLoop, childLoops, findSegment, findSegments, firstSegment, type LoopInstance } from '../loop-instance.js';
import type { Party } from '../party.js';
import { readParty, readReference, readReferences, unnamedParty } from '../party-segments.js';
import { readLoops } from '../read-loops.js';
import { readStatusCodes } from '../status-codes.js';
import { readTransactionHeading } from '../transaction-heading.js';
import type { X12Finding } from '../x12-finding.js';
import type {
  AcknowledgedClaim,
  AcknowledgedLine,
  AcknowledgementSource,
  AcknowledgementStatus,
  AcknowledgementTotals,
  ClaimAcknowledgement,
  ProviderAcknowledgement,
} from './claim-acknowledgement.js';
import { claimAcknowledgementGuide } from './claim-acknowledgement-guide.js';

export type ClaimAcknowledgementReading = {
  readonly value: ClaimAcknowledgement;
  /** What it was read from, for whoever asks where something stands. */
  readonly root: LoopInstance;
  readonly findings: readonly X12Finding[];
};

/** Reads a 277CA (005010X214) as far as it can be understood. Never throws. */
export function readClaimAcknowledgement(transactionSet: TransactionSet): ClaimAcknowledgementReading {
  const { root, findings } = readLoops(claimAcknowledgementGuide, transactionSet);
  const reader = new FieldReader(transactionSet);
  const sources = childLoops(root, '2000A');
  const receivers = sources.flatMap((source) => childLoops(source, '2000B'));
  const [receiver] = receivers;
  const batch = receiver === undefined ? undefined : childLoop(receiver, '2200B');
  const value: ClaimAcknowledgement = {
    ...readTransactionHeading(reader, root),
    source: readSource(reader, sources[0]),
    submitter: name(reader, receiver, '2100B'),
    batch: {
      traceNumber: trace(reader, batch) ?? '',
      statuses: batch === undefined ? [] : readStatuses(reader, batch),
      totals: readTotals(reader, batch, '90', 'AA'),
    },
    providers: receivers.flatMap((level) => childLoops(level, '2000C')).map((level) => readProvider(reader, level)),
  };
  return { value, root, findings: mergeFindings(findings, reader.findings) };
}

function readSource(reader: FieldReader, level: LoopInstance | undefined): AcknowledgementSource {
  const answers = level === undefined ? undefined : childLoop(level, '2200A');
  const nameLoop = level === undefined ? undefined : childLoop(level, '2100A');
  const isClearinghouse = nameLoop !== undefined && reader.text(firstSegment(nameLoop), 1) === 'AY';
  const date = (qualifier: string) =>
    answers === undefined ? undefined : reader.period(findSegment(answers, 'DTP', qualifier), 2)?.from;
  return compact({
    kind: isClearinghouse ? ('clearinghouse' as const) : ('payer' as const),
    party: name(reader, level, '2100A'),
    traceNumber: trace(reader, answers) ?? '',
    receivedDate: date('050'),
    processedDate: date('009'),
  });
}

function readProvider(reader: FieldReader, level: LoopInstance): ProviderAcknowledgement {
  const answer = childLoop(level, '2200C');
  const providerTrace = trace(reader, answer);
  return compact({
    provider: name(reader, level, '2100C'),
    // A provider without a trace of its own carries a zero.
    traceNumber: providerTrace === '0' ? undefined : providerTrace,
    statuses: answer === undefined ? [] : readStatuses(reader, answer),
    totals: readTotals(reader, answer, 'QA', 'QC'),
    references: answer === undefined ? [] : readReferences(reader, answer),
    claims: childLoops(level, '2000D').flatMap((patient) =>
      childLoops(patient, '2200D').map((claim) => readClaim(reader, patient, claim)),
    ),
  });
}

function readClaim(reader: FieldReader, patient: LoopInstance, claim: LoopInstance): AcknowledgedClaim {
  return compact({
    patient: name(reader, patient, '2100D'),
    patientControlNumber: trace(reader, claim) ?? '',
    statuses: readStatuses(reader, claim),
    payerClaimControlNumber: readReference(reader, claim, '1K'),
    clearinghouseClaimNumber: readReference(reader, claim, 'D9'),
    billType: readReference(reader, claim, 'BLT'),
    servicePeriod: reader.period(findSegment(claim, 'DTP', '472'), 2),
    lines: childLoops(claim, '2220D').flatMap((line) => readLine(reader, line)),
  });
}

function readLine(reader: FieldReader, line: LoopInstance): AcknowledgedLine[] {
  const service = firstSegment(line);
  if (service === undefined) return [];
  return [
    compact({
      procedure: reader.procedure(service, 1) ?? { qualifier: '', code: '', modifiers: [] },
      chargeCents: reader.amount(service, 2),
      revenueCode: reader.text(service, 4),
      units: reader.quantity(service, 7) ?? reader.quantity(service, 5),
      statuses: readStatuses(reader, line),
      lineControlNumber: readReference(reader, line, 'FJ'),
      servicePeriod: reader.period(findSegment(line, 'DTP', '472'), 2),
    }),
  ];
}

function readStatuses(reader: FieldReader, instance: LoopInstance): AcknowledgementStatus[] {
  return findSegments(instance, 'STC').flatMap((segment) => {
    const common = compact({
      action: statusAction(reader.text(segment, 3)),
      amountCents: reader.amount(segment, 4),
      date: reader.date(segment, 2),
      text: reader.text(segment, 12),
    });
    return readStatusCodes(reader, segment).map((codes) => ({ ...codes, ...common }));
  });
}

function statusAction(code: string | undefined): 'WQ' | 'U' | undefined {
  return code === 'WQ' || code === 'U' ? code : undefined;
}

function readTotals(
  reader: FieldReader,
  instance: LoopInstance | undefined,
  accepted: string,
  rejected: string,
): AcknowledgementTotals {
  if (instance === undefined) return {};
  return compact({
    acceptedCount: reader.quantity(findSegment(instance, 'QTY', accepted), 2),
    rejectedCount: reader.quantity(findSegment(instance, 'QTY', rejected), 2),
    acceptedCents: reader.amount(findSegment(instance, 'AMT', 'YU'), 2),
    rejectedCents: reader.amount(findSegment(instance, 'AMT', 'YY'), 2),
  });
}

function name(reader: FieldReader, level: LoopInstance | undefined, id: string): Party {
  const inner = level === undefined ? undefined : childLoop(level, id);
  return (inner === undefined ? undefined : readParty(reader, firstSegment(inner))) ?? unnamedParty;
}

function trace(reader: FieldReader, instance: LoopInstance | undefined): string | undefined {
  return instance === undefined ? undefined : reader.text(findSegment(instance, 'TRN'), 2);
}
