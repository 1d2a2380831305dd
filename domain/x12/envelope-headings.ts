import type { Delimiters } from './delimiters.js';
import type { FunctionalGroupHeading, InterchangeHeading, TransactionSetHeading } from './interchange.js';
import { element, type Segment } from './segment.js';

/** Reads an ISA, or its absence. */
export function interchangeHeading(
  ordinal: number,
  delimiters: Delimiters,
  header: Segment | undefined,
  byteOffset: number,
): InterchangeHeading {
  return {
    ordinal,
    delimiters,
    senderQualifier: text(header, 5),
    senderId: text(header, 6),
    receiverQualifier: text(header, 7),
    receiverId: text(header, 8),
    date: text(header, 9),
    time: text(header, 10),
    version: text(header, 12),
    controlNumber: text(header, 13),
    acknowledgementRequested: text(header, 14) === '1',
    usage: text(header, 15),
    header,
    byteOffset,
  };
}

/** Reads a GS, or its absence. */
export function functionalGroupHeading(
  ordinal: number,
  header: Segment | undefined,
  byteOffset: number,
): FunctionalGroupHeading {
  return {
    ordinal,
    functionalId: text(header, 1),
    senderCode: text(header, 2),
    receiverCode: text(header, 3),
    date: text(header, 4),
    time: text(header, 5),
    controlNumber: text(header, 6),
    guideId: text(header, 8),
    header,
    byteOffset,
  };
}

type Place = Pick<TransactionSetHeading, 'ordinal' | 'groupOrdinal' | 'interchangeOrdinal' | 'byteOffset'>;

/** Reads an ST, or its absence; a set without a guide of its own has that of its group. */
export function transactionSetHeading(
  { ordinal, groupOrdinal, interchangeOrdinal, byteOffset }: Place,
  header: Segment | undefined,
  groupHeader: Segment | undefined,
): TransactionSetHeading {
  const ownGuide = text(header, 3);
  return {
    ordinal,
    groupOrdinal,
    interchangeOrdinal,
    transactionId: text(header, 1),
    controlNumber: text(header, 2),
    guideId: ownGuide === '' ? text(groupHeader, 8) : ownGuide,
    byteOffset,
  };
}

function text(header: Segment | undefined, number: number): string {
  return header === undefined ? '' : element(header, number).trim();
}
