import type { SegmentValues } from '../segment-values.js';
import { type Envelope, writeInterchange } from '../write-interchange.js';
import type { InterchangeAcknowledgement } from './interchange-acknowledgement.js';

/** Prints one file with the TA1 and no functional group. */
export function writeInterchangeAcknowledgement(value: InterchangeAcknowledgement, envelope: Envelope): string {
  return writeInterchange(envelope, {
    acknowledgements: [interchangeAcknowledgementSegment(value)],
    transactionSets: [],
  });
}

/** The segment alone, to go before the groups of another file. */
export function interchangeAcknowledgementSegment(value: InterchangeAcknowledgement): SegmentValues {
  const { interchangeControlNumber, interchangeDate, interchangeTime, status, noteCode } = value;
  return ['TA1', interchangeControlNumber, interchangeDate, interchangeTime, status, noteCode];
}
