import type { TransactionSet } from './interchange.js';
import { readTransaction, type TransactionReading } from './read-transaction.js';
import type { X12Finding } from './x12-finding.js';

/** A transaction set as its reader understood it, and every finding there is about it. */
export type TransactionCheck = { readonly reading: TransactionReading; readonly findings: readonly X12Finding[] };

/**
 * The one place that asks what is wrong with a transaction set: whatever else looks at one adds its findings here, and
 * the report, the exit code and the 999 have them.
 */
export function checkTransaction(transactionSet: TransactionSet): TransactionCheck {
  const reading = readTransaction(transactionSet);
  return { reading, findings: reading.findings };
}
