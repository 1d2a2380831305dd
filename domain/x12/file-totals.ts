import type { FileTotals, InterchangeReport, TransactionReport } from './file-report.js';
import { sumWithinRange } from './sum-within-range.js';
import type { X12Finding } from './x12-finding.js';

/** Counts and sums what the interchanges of a file hold. */
export function totalsOf(interchanges: readonly InterchangeReport[], findings: readonly X12Finding[]): FileTotals {
  const groups = interchanges.flatMap((interchange) => interchange.groups);
  const transactions = groups.flatMap((group) => group.transactions);
  const amount = (of: (transaction: TransactionReport) => number | undefined) =>
    sumWithinRange(transactions.map((transaction) => of(transaction) ?? 0));
  const errorCount = findings.filter((finding) => finding.severity === 'error').length;
  return {
    interchangeCount: interchanges.length,
    groupCount: groups.length,
    transactionCount: transactions.length,
    claimCount: transactions.reduce((count, transaction) => count + (transaction.claimCount ?? 0), 0),
    chargeCents: amount((transaction) => transaction.chargeCents),
    paidCents: amount((transaction) => transaction.paidCents),
    paymentCents: amount((transaction) => transaction.paymentCents),
    unbalancedCount: transactions.filter((transaction) => transaction.balance?.balances === false).length,
    errorCount,
    warningCount: findings.length - errorCount,
  };
}

/** The totals of several files together; all zero for none. */
export function addTotals(totals: readonly FileTotals[]): FileTotals {
  const sum = (of: (one: FileTotals) => number) => totals.reduce((total, one) => total + of(one), 0);
  const amount = (of: (one: FileTotals) => number) => sumWithinRange(totals.map(of));
  return {
    interchangeCount: sum((one) => one.interchangeCount),
    groupCount: sum((one) => one.groupCount),
    transactionCount: sum((one) => one.transactionCount),
    claimCount: sum((one) => one.claimCount),
    chargeCents: amount((one) => one.chargeCents),
    paidCents: amount((one) => one.paidCents),
    paymentCents: amount((one) => one.paymentCents),
    unbalancedCount: sum((one) => one.unbalancedCount),
    errorCount: sum((one) => one.errorCount),
    warningCount: sum((one) => one.warningCount),
  };
}
