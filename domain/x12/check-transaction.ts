import type { TransactionSet } from './interchange.js';
import { readTransaction, type TransactionReading } from './read-transaction.js';
import { validateTransaction } from './validate-transaction.js';
import type { ValidationOptions } from './validation-options.js';
import type { X12Finding } from './x12-finding.js';

/** A transaction set as its reader understood it, and every finding there is about it, in file order. */
export type CheckedTransaction = { readonly reading: TransactionReading; readonly findings: readonly X12Finding[] };

/**
 * The one place that asks what is wrong with a transaction set: its reader says what breaks syntax and guide, the
 * validation the rest (sums, situational rules, identifiers).
 */
export function checkTransaction(transactionSet: TransactionSet): CheckedTransaction {
  const reading = readTransaction(transactionSet);
  // A set that was not read is not judged: its kind may well have other rules in that guide.
  if (reading.kind === 'unknown') return { reading, findings: reading.findings };
  const validated = validateTransaction(transactionSet, knownOf(reading));
  if (validated.length === 0) return { reading, findings: reading.findings };
  const findings = [...reading.findings, ...validated].sort((a, b) => a.byteOffset - b.byteOffset);
  return { reading, findings };
}

type ReadTransaction = Exclude<TransactionReading, { readonly kind: 'unknown' }>;

/** What was read already need not be read again for the validation. */
function knownOf(reading: ReadTransaction): ValidationOptions {
  return reading.kind === '835' ? { root: reading.root, advice: reading.value } : { root: reading.root };
}
