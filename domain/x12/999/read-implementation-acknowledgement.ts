import { compact } from '../compact.js';
import { FieldReader, mergeFindings } from '../field-reader.js';
import type { TransactionSet } from '../interchange.js';
import { childLoops, findSegment, findSegments, type LoopInstance } from '../loop-instance.js';
import { readLoops } from '../read-loops.js';
import { repeatedComponents, type Segment } from '../segment.js';
import type { X12Finding } from '../x12-finding.js';
import type {
  ElementError,
  ErrorContext,
  GroupStatus,
  ImplementationAcknowledgement,
  SegmentError,
  TransactionSetAcknowledgement,
  TransactionSetStatus,
} from './implementation-acknowledgement.js';
import { implementationAcknowledgementGuide } from './implementation-acknowledgement-guide.js';

export type ImplementationAcknowledgementReading = {
  readonly value: ImplementationAcknowledgement;
  /** What it was read from, for whoever asks where something stands. */
  readonly root: LoopInstance;
  readonly findings: readonly X12Finding[];
};

/** Reads a 999. A status that is missing or unknown counts as rejected, so that no claim is taken for accepted by mistake. */
export function readImplementationAcknowledgement(
  transactionSet: TransactionSet,
): ImplementationAcknowledgementReading {
  const { root, findings } = readLoops(implementationAcknowledgementGuide, transactionSet);
  const reader = new FieldReader(transactionSet);
  const group = findSegment(root, 'AK1');
  const summary = findSegment(root, 'AK9');
  const value: ImplementationAcknowledgement = {
    functionalId: reader.text(group, 1) ?? '',
    groupControlNumber: reader.text(group, 2) ?? '',
    guideId: reader.text(group, 3) ?? '',
    transactionSets: childLoops(root, '2000').map((set) => readTransactionSet(reader, set)),
    groupStatus: groupStatus(reader.text(summary, 1)),
    transactionSetsIncluded: reader.quantity(summary, 2) ?? 0,
    transactionSetsReceived: reader.quantity(summary, 3) ?? 0,
    transactionSetsAccepted: reader.quantity(summary, 4) ?? 0,
    groupErrorCodes: texts(reader, summary, 5, 9),
  };
  return { value, root, findings: mergeFindings(findings, reader.findings) };
}

function readTransactionSet(reader: FieldReader, instance: LoopInstance): TransactionSetAcknowledgement {
  const set = findSegment(instance, 'AK2');
  const result = findSegment(instance, 'IK5');
  return {
    transactionId: reader.text(set, 1) ?? '',
    controlNumber: reader.text(set, 2) ?? '',
    status: transactionSetStatus(reader.text(result, 1)),
    errorCodes: texts(reader, result, 2, 6),
    segmentErrors: childLoops(instance, '2100').map((error) => readSegmentError(reader, error)),
    ...compact({ guideId: reader.text(set, 3) }),
  };
}

function readSegmentError(reader: FieldReader, instance: LoopInstance): SegmentError {
  const segment = findSegment(instance, 'IK3');
  return {
    segmentId: reader.text(segment, 1) ?? '',
    segmentPosition: reader.quantity(segment, 2) ?? 0,
    contexts: readContexts(reader, instance),
    elementErrors: childLoops(instance, '2110').map((error) => readElementError(reader, error)),
    ...compact({ loop: reader.text(segment, 3), code: reader.text(segment, 4) }),
  };
}

function readElementError(reader: FieldReader, instance: LoopInstance): ElementError {
  const segment = findSegment(instance, 'IK4');
  const { element = 0, ...place } = readPosition(reader, segment, 1);
  return {
    element,
    ...place,
    code: reader.text(segment, 3) ?? '',
    contexts: readContexts(reader, instance),
    ...compact({ reference: reader.text(segment, 2), value: reader.text(segment, 4) }),
  };
}

type Place = { readonly element?: number; readonly component?: number; readonly repetition?: number };

function readPosition(reader: FieldReader, segment: Segment | undefined, number: number): Place {
  const part = (index: number): number | undefined => {
    const text = reader.component(segment, number, index);
    return text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : undefined;
  };
  return compact({ element: part(1), component: part(2), repetition: part(3) });
}

function readContexts(reader: FieldReader, instance: LoopInstance): ErrorContext[] {
  return findSegments(instance, 'CTX').map((segment) => ({
    names: repeatedComponents(segment, 1).map(([name = '', value]) => ({
      name,
      ...compact({ value: value || undefined }),
    })),
    ...compact({
      segmentId: reader.text(segment, 2),
      segmentPosition: reader.quantity(segment, 3),
      loop: reader.text(segment, 4),
    }),
    ...readPosition(reader, segment, 5),
  }));
}

function texts(reader: FieldReader, segment: Segment | undefined, from: number, to: number): string[] {
  const found: string[] = [];
  for (let number = from; number <= to; number += 1) {
    const text = reader.text(segment, number);
    if (text !== undefined) found.push(text);
  }
  return found;
}

function groupStatus(code: string | undefined): GroupStatus {
  return code === 'P' ? 'P' : transactionSetStatus(code);
}

function transactionSetStatus(code: string | undefined): TransactionSetStatus {
  return code === 'A' || code === 'E' || code === 'M' || code === 'W' || code === 'X' ? code : 'R';
}
