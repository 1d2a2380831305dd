import { compact } from '../compact.js';
import { FieldReader, mergeFindings } from '../field-reader.js';
import type { TransactionSet } from '../interchange.js';
import { findSegment, firstSegment, type LoopInstance } from '../loop-instance.js';
import { readReference } from '../party-segments.js';
import { readLoops } from '../read-loops.js';
import { statusClaims, type StatusParties } from '../status-hierarchy.js';
import { readTransactionHeading } from '../transaction-heading.js';
import type { X12Finding } from '../x12-finding.js';
import type { ClaimStatusInquiry, ClaimStatusQuestion, ClaimStatusQuestionLine } from './claim-status-inquiry.js';
import { claimStatusInquiryGuide } from './claim-status-inquiry-guide.js';

export type ClaimStatusInquiryReading = {
  readonly value: ClaimStatusInquiry;
  /** What it was read from, for whoever asks where something stands. */
  readonly root: LoopInstance;
  readonly findings: readonly X12Finding[];
};

/** Reads a 276 (005010X212) as far as it can be understood. Never throws. */
export function readClaimStatusInquiry(transactionSet: TransactionSet): ClaimStatusInquiryReading {
  const { root, findings } = readLoops(claimStatusInquiryGuide, transactionSet);
  const reader = new FieldReader(transactionSet);
  const heading = readTransactionHeading(reader, root);
  const inquiries = [...statusClaims(reader, root)].map(([parties, claim]) => readQuestion(reader, parties, claim));
  return { value: { ...heading, inquiries }, root, findings: mergeFindings(findings, reader.findings) };
}

function readQuestion(reader: FieldReader, parties: StatusParties, claim: LoopInstance): ClaimStatusQuestion {
  return compact({
    ...parties,
    traceNumber: reader.text(firstSegment(claim), 2) ?? '',
    payerClaimControlNumber: readReference(reader, claim, '1K'),
    patientControlNumber: readReference(reader, claim, 'EJ'),
    billType: readReference(reader, claim, 'BLT'),
    clearinghouseClaimNumber: readReference(reader, claim, 'D9'),
    groupNumber: readReference(reader, claim, '6P'),
    chargeCents: reader.amount(findSegment(claim, 'AMT', 'T3'), 2),
    servicePeriod: reader.period(findSegment(claim, 'DTP', '472'), 2),
    lines: claim.loops.map((line) => readLine(reader, line)),
  });
}

function readLine(reader: FieldReader, line: LoopInstance): ClaimStatusQuestionLine {
  const service = firstSegment(line);
  return compact({
    procedure: reader.procedure(service, 1) ?? { qualifier: '', code: '', modifiers: [] },
    chargeCents: reader.amount(service, 2),
    revenueCode: reader.text(service, 4),
    units: reader.quantity(service, 7) ?? reader.quantity(service, 5),
    lineControlNumber: readReference(reader, line, 'FJ'),
    servicePeriod: reader.period(findSegment(line, 'DTP', '472'), 2),
  });
}
