import type { TransactionSetHeading } from '../interchange.js';
import type { InterchangeListener } from '../interchange-listener.js';
import { Segment, type SegmentSource } from '../segment.js';
import { type ByteChunks, streamEvents } from '../stream-events.js';
import type { EnvelopeEvent } from '../x12-event.js';
import { RemittanceAdviceReader } from './remittance-advice-reader.js';
import type { RemittanceFileEvent } from './remittance-event.js';

/**
 * Reads a remittance file of any size as its bytes come: of each 835 its payment and parties, then claim by claim, then
 * the rest with the balance in totals. Claims, findings and equations are those of `readInterchanges`,
 * `readRemittanceAdvice` and `proveBalance`. Memory holds a window of 64 kB, the open claim, and the segments outside of
 * claims (heading, PLB); texts of a claim are parts of a window and keep it in memory as long as they are kept.
 */
export function streamRemittanceAdvices(chunks: ByteChunks): AsyncGenerator<RemittanceFileEvent, void, undefined> {
  return streamEvents(chunks, (emit: (event: RemittanceFileEvent) => void) => new RemittanceFileListener(emit));
}

class RemittanceFileListener implements InterchangeListener {
  #heading: TransactionSetHeading | undefined;
  #advice: RemittanceAdviceReader | undefined;

  constructor(private readonly emit: (event: RemittanceFileEvent) => void) {}

  envelope(event: EnvelopeEvent): void {
    this.emit(event);
  }

  transactionSetBegun(heading: TransactionSetHeading): void {
    this.#heading = heading;
    this.#advice = heading.transactionId === '835' ? new RemittanceAdviceReader(heading, this.emit) : undefined;
  }

  segment(source: SegmentSource, first: number): void {
    this.#advice?.push(new Segment(source, first));
  }

  transactionSetEnded(byteLength: number): void {
    if (this.#heading === undefined) return;
    if (this.#advice !== undefined) this.#advice.finish(byteLength);
    else this.emit({ kind: 'other-transaction-set', transactionSet: this.#heading, byteLength });
    this.#heading = undefined;
    this.#advice = undefined;
  }

  componentSeparatorSettled(): void {
    // Segments before the first SVC hold no composites: nothing that was kept reads otherwise now.
  }
}
