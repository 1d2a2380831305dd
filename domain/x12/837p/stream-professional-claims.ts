import type { TransactionSetHeading } from '../interchange.js';
import type { InterchangeListener } from '../interchange-listener.js';
import { Segment, type SegmentSource } from '../segment.js';
import { type ByteChunks, streamEvents } from '../stream-events.js';
import { headingKindOf } from '../transaction-kind.js';
import type { EnvelopeEvent } from '../x12-event.js';
import type { ClaimFileEvent } from './professional-claim-event.js';
import { ProfessionalClaimReader } from './professional-claim-reader.js';

/**
 * Reads a claim file of any size as its bytes come: of each 837P its heading, then provider by provider the claims one
 * by one, and what is wrong with them. Claims and findings are those of `readInterchanges` and
 * `readProfessionalClaimBatch`, but for a level that names (HL02) one that was let go: that is told as wrong. Memory
 * holds a window of 64 kB, a run of subscriber levels of at least `runSegments` segments, heading and provider.
 */
export function streamProfessionalClaims(
  chunks: ByteChunks,
  runSegments?: number,
): AsyncGenerator<ClaimFileEvent, void, undefined> {
  return streamEvents(chunks, (emit: (event: ClaimFileEvent) => void) => new ClaimFileListener(emit, runSegments));
}

class ClaimFileListener implements InterchangeListener {
  #heading: TransactionSetHeading | undefined;
  #claims: ProfessionalClaimReader | undefined;

  constructor(
    private readonly emit: (event: ClaimFileEvent) => void,
    private readonly runSegments: number | undefined,
  ) {}

  envelope(event: EnvelopeEvent): void {
    this.emit(event);
  }

  transactionSetBegun(heading: TransactionSetHeading): void {
    this.#heading = heading;
    const isClaims = headingKindOf(heading) === '837P';
    this.#claims = isClaims ? new ProfessionalClaimReader(heading, this.emit, undefined, this.runSegments) : undefined;
  }

  segment(source: SegmentSource, first: number): void {
    this.#claims?.push(new Segment(source, first));
  }

  transactionSetEnded(byteLength: number): void {
    if (this.#heading === undefined) return;
    if (this.#claims !== undefined) this.#claims.finish(byteLength);
    else this.emit({ kind: 'other-transaction-set', transactionSet: this.#heading, byteLength });
    this.#heading = undefined;
    this.#claims = undefined;
  }

  componentSeparatorSettled(separator: string): void {
    this.#claims?.settleComponentSeparator(separator);
  }
}
