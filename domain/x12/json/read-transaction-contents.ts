import type { TransactionSet } from '../interchange.js';
import { checkTransaction } from '../check-transaction.js';
import type { X12Finding } from '../x12-finding.js';
import type { TransactionContents } from './file-json.js';
import { rawSegments } from './raw-segments.js';

/** What a transaction set says, and what is wrong with it. */
type ContentsReading = { readonly contents: TransactionContents; readonly findings: readonly X12Finding[] };

/** Reads and checks what a transaction set says; one whose guide is not known is kept as its segments. */
export function readTransactionContents(set: TransactionSet): ContentsReading {
  const { reading, findings } = checkTransaction(set);
  if (reading.kind === 'unknown') return { contents: { kind: 'unknown', segments: rawSegments(set) }, findings };
  // What a set was read from is for whoever asks where something stands; it is not part of what the set says.
  const { root: _, findings: __, ...contents } = reading;
  return { contents, findings };
}
