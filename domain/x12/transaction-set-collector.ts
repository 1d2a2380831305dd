import type { TransactionSetHeading } from './interchange.js';
import type { InterchangeListener } from './interchange-listener.js';
import type { SegmentSource } from './segment.js';
import { SegmentList } from './segment-list.js';
import type { EnvelopeEvent, X12Event } from './x12-event.js';

/** Gathers the segments of each transaction set until it is complete. */
export class TransactionSetCollector implements InterchangeListener {
  #heading: TransactionSetHeading | undefined;
  #segments = new SegmentList();

  constructor(private readonly emit: (event: X12Event) => void) {}

  envelope(event: EnvelopeEvent): void {
    this.emit(event);
  }

  transactionSetBegun(heading: TransactionSetHeading): void {
    this.#heading = heading;
    this.#segments = new SegmentList();
  }

  segment(source: SegmentSource, first: number): void {
    this.#segments.add(source, first);
  }

  transactionSetEnded(byteLength: number): void {
    if (this.#heading === undefined) return;
    const transactionSet = { ...this.#heading, segments: this.#segments, byteLength };
    this.#heading = undefined;
    this.#segments = new SegmentList();
    this.emit({ kind: 'transaction-set', transactionSet });
  }

  componentSeparatorSettled(separator: string): void {
    this.#segments.settleComponentSeparator(separator);
  }
}
