import type { SegmentValues } from '../segment-values.js';
import { type Envelope, type OutboundTransactionSet, writeInterchange } from '../write-interchange.js';
import type {
  ElementError,
  ErrorContext,
  ImplementationAcknowledgement,
  SegmentError,
  TransactionSetAcknowledgement,
} from './implementation-acknowledgement.js';

/** Prints one file with the 999 as its only transaction set. */
export function writeImplementationAcknowledgement(value: ImplementationAcknowledgement, envelope: Envelope): string {
  return writeInterchange(envelope, { transactionSets: [implementationAcknowledgementTransaction(value)] });
}

/** The transaction set alone, for files of several. */
export function implementationAcknowledgementTransaction(value: ImplementationAcknowledgement): OutboundTransactionSet {
  return {
    transactionId: '999',
    functionalId: 'FA',
    guideId: '005010X231A1',
    segments: [
      ['AK1', value.functionalId, value.groupControlNumber, value.guideId],
      ...value.transactionSets.flatMap(transactionSetSegments),
      [
        'AK9',
        value.groupStatus,
        String(value.transactionSetsIncluded),
        String(value.transactionSetsReceived),
        String(value.transactionSetsAccepted),
        ...value.groupErrorCodes.slice(0, 5),
      ],
    ],
  };
}

function transactionSetSegments(set: TransactionSetAcknowledgement): SegmentValues[] {
  return [
    ['AK2', set.transactionId, set.controlNumber, set.guideId],
    ...set.segmentErrors.flatMap(segmentErrorSegments),
    ['IK5', set.status, ...set.errorCodes.slice(0, 5)],
  ];
}

function segmentErrorSegments(error: SegmentError): SegmentValues[] {
  return [
    ['IK3', error.segmentId, String(error.segmentPosition), error.loop, error.code],
    ...error.contexts.map(contextSegment),
    ...error.elementErrors.flatMap(elementErrorSegments),
  ];
}

function elementErrorSegments(error: ElementError): SegmentValues[] {
  return [
    ['IK4', position(error), error.reference, error.code, error.value?.slice(0, 99)],
    ...error.contexts.map(contextSegment),
  ];
}

function contextSegment(context: ErrorContext): SegmentValues {
  return [
    'CTX',
    { repetitions: context.names.map(({ name, value }) => [name, value]) },
    context.segmentId,
    text(context.segmentPosition),
    context.loop,
    context.element === undefined ? undefined : position(context),
  ];
}

type Place = {
  readonly element?: number | undefined;
  readonly component?: number | undefined;
  readonly repetition?: number | undefined;
};

function position({ element, component, repetition }: Place): (string | undefined)[] {
  return [text(element), text(component), text(repetition)];
}

function text(number: number | undefined): string | undefined {
  return number === undefined ? undefined : String(number);
}
