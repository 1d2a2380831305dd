import type { TransactionSetHeading } from './interchange.js';
import type { InterchangeListener } from './interchange-listener.js';
import type { Segment } from './segment.js';
import type { EnvelopeEvent, X12Event } from './x12-event.js';

/** Gathers the segments of each transaction set until it is complete. */
export class TransactionSetCollector implements InterchangeListener {
  #heading: TransactionSetHeading | undefined;
  #segments: Segment[] = [];

  constructor(private readonly emit: (event: X12Event) => void) {}

  envelope(event: EnvelopeEvent): void {
    this.emit(event);
  }

  transactionSetBegun(heading: TransactionSetHeading): void {
    this.#heading = heading;
    this.#segments = [];
  }

  segment(segment: Segment): void {
    this.#segments.push(segment);
  }

  transactionSetEnded(byteLength: number): void {
    if (this.#heading === undefined) return;
    const transactionSet = { ...this.#heading, segments: this.#segments, byteLength };
    this.#heading = undefined;
    this.#segments = [];
    this.emit({ kind: 'transaction-set', transactionSet });
  }

  componentSeparatorSettled(separator: string): void {
    for (const segment of this.#segments) segment.source.component = separator;
  }
}
