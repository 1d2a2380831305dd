import { readInterchanges } from '../domain/x12/read-interchanges.js';
import type { TransactionSet } from '../domain/x12/interchange.js';

/** The first transaction set of a kind in an answer, or undefined when the answer holds none. */
export function firstTransactionSet(x12: string, transactionId: string): TransactionSet | undefined {
  return readInterchanges(x12)
    .interchanges.flatMap((interchange) => interchange.groups)
    .flatMap((group) => group.transactionSets)
    .find((set) => set.transactionId === transactionId);
}
