import type { TransactionSetHeading } from './interchange.js';
import type { SegmentSource } from './segment.js';
import type { EnvelopeEvent } from './x12-event.js';

/** Takes what is read of a file, in file order; decides itself what of a transaction set it keeps, and how long. */
export type InterchangeListener = {
  envelope(event: EnvelopeEvent): void;
  transactionSetBegun(heading: TransactionSetHeading): void;
  /** The next segment of the open transaction set, ST and SE included, by its row (`Segment.first`). */
  segment(source: SegmentSource, first: number): void;
  transactionSetEnded(byteLength: number): void;
  /** Composites use another separator than declared: what was kept of the open transaction set should use it too. */
  componentSeparatorSettled(separator: string): void;
};
