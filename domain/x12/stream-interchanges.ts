import { type ByteChunks, streamEvents } from './stream-events.js';
import { TransactionSetCollector } from './transaction-set-collector.js';
import type { X12Event } from './x12-event.js';

/**
 * Reads a file of any size as its bytes come, and gives transaction sets one by one, with the same segments, byte
 * offsets and findings as `readInterchanges`. Memory holds the open transaction set and a window of 64 kB.
 *
 * A component separator other than the declared one becomes known at the first composite that shows it: transaction
 * sets given before that one still have the declared one. Texts of a transaction set are parts of a window and keep it
 * in memory as long as they are kept.
 */
export function streamInterchanges(chunks: ByteChunks): AsyncGenerator<X12Event, void, undefined> {
  return streamEvents(chunks, (emit: (event: X12Event) => void) => new TransactionSetCollector(emit));
}
