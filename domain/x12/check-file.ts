import { checkTransaction } from './check-transaction.js';
import { groupReport, interchangeReport } from './envelope-reports.js';
import type { FileReport, InterchangeReport, TransactionReport } from './file-report.js';
import { totalsOf } from './file-totals.js';
import type { Interchange, TransactionSet } from './interchange.js';
import { readInterchanges } from './read-interchanges.js';
import { summarizeTransaction } from './summarize-transaction.js';
import { readInterchangeAcknowledgement } from './ta1/read-interchange-acknowledgement.js';
import type { X12Finding } from './x12-finding.js';

/**
 * Reads any bytes, each transaction set by the reader of its kind, and reports what they hold and all that is wrong
 * with them. Never throws.
 */
export function checkFile(input: Uint8Array | string): FileReport {
  const reading = readInterchanges(input);
  const findings = [...reading.findings];
  const interchanges = reading.interchanges.map((interchange) => reportInterchange(interchange, findings));
  // Sorting is stable: of two findings at one place, that of the envelope stays first.
  findings.sort((a, b) => a.byteOffset - b.byteOffset);
  return { interchanges, findings, totals: totalsOf(interchanges, findings) };
}

function reportInterchange(interchange: Interchange, findings: X12Finding[]): InterchangeReport {
  const acknowledgements = interchange.acknowledgements.map(readInterchangeAcknowledgement);
  const groups = interchange.groups.map((group) => {
    const transactions = group.transactionSets.map((set) => reportTransaction(set, findings));
    return groupReport(group, transactions);
  });
  return interchangeReport(interchange, acknowledgements, groups);
}

/** What one transaction set holds; what is wrong with it goes to `findings`. */
export function reportTransaction(set: TransactionSet, findings: X12Finding[]): TransactionReport {
  const check = checkTransaction(set);
  for (const finding of check.findings) findings.push(finding);
  return {
    ordinal: set.ordinal,
    kind: check.reading.kind,
    transactionId: set.transactionId,
    guideId: set.guideId,
    controlNumber: set.controlNumber,
    segmentCount: set.segments.length,
    byteOffset: set.byteOffset,
    ...summarizeTransaction(check.reading),
  };
}
