import { formatDollars } from '../../domain/kernel/cents.js';
import type { FileTotals, InterchangeReport, TransactionReport } from '../../domain/x12/file-report.js';
import { formatDates, formatTime } from '../../domain/x12/view/format-value.js';
import { printable } from '../../domain/x12/view/printable.js';
import { transactionWords } from '../../domain/x12/words/transaction-words.js';
import { plural } from '../text/plural.js';
import { balanceLines } from './balance-lines.js';
import type { FileOutcome } from './check-one-file.js';
import { findingLines } from './finding-lines.js';

/** How much of a report is printed: patient data masked, and how many places of one kind of trouble. */
export type ReportOptions = { readonly masked: boolean; readonly placesMax: number };

/** The report of one file for people. */
export function fileLines(outcome: FileOutcome, options: ReportOptions): string[] {
  if (outcome.kind === 'unread') return [`${printable(outcome.path)}: not read, ${outcome.reason}`, ''];
  const { path, sizeBytes, report } = outcome;
  const { errorCount, warningCount, unbalancedCount } = report.totals;
  const isClean = errorCount + warningCount + unbalancedCount === 0;
  return [
    `${printable(path)}: ${plural(sizeBytes, 'byte')}, ${isClean ? 'nothing to find' : foundText(report.totals)}`,
    ...report.interchanges.flatMap((interchange) => interchangeLines(interchange, options)),
    ...findingLines(report.findings, options),
    '',
  ];
}

/** The last line: everything together. */
export function totalsLine(fileCount: number, unreadCount: number, totals: FileTotals): string {
  const parts = [
    plural(totals.interchangeCount, 'interchange'),
    plural(totals.groupCount, 'group'),
    plural(totals.transactionCount, 'transaction set'),
    plural(totals.claimCount, 'claim'),
    `charged ${formatDollars(totals.chargeCents)}`,
    `payments ${formatDollars(totals.paymentCents)}`,
    foundText(totals),
    ...(unreadCount === 0 ? [] : [`${plural(unreadCount, 'file')} not read`]),
  ];
  return `${plural(fileCount, 'file')}: ${parts.join(', ')}`;
}

/** An 835 out of balance is no trouble besides the errors: what it fails by is among them, so it stands in brackets. */
function foundText({ errorCount, warningCount, unbalancedCount }: FileTotals): string {
  const unbalanced = unbalancedCount === 0 ? '' : ` (${plural(unbalancedCount, 'remittance')} out of balance)`;
  return `${plural(errorCount, 'error')}${unbalanced}, ${plural(warningCount, 'warning')}`;
}

function interchangeLines(interchange: InterchangeReport, options: ReportOptions): string[] {
  const { controlNumber, senderQualifier, senderId, receiverQualifier, receiverId, date, time, usage } = interchange;
  const from = printable(`${senderQualifier} ${senderId} to ${receiverQualifier} ${receiverId}`);
  const title = interchange.hasHeader
    ? `interchange ${printable(controlNumber)} from ${from}, ${formatDates(date)} ${formatTime(time)}, ${usageWords(usage)}`
    : 'interchange without ISA';
  return [
    `  ${title}`,
    ...interchange.acknowledgements.map(
      (answer) =>
        `    TA1 about interchange ${printable(answer.interchangeControlNumber)}: ${answer.status}, note ${printable(answer.noteCode)}`,
    ),
    ...interchange.groups.flatMap((group) => [
      `    group ${printable(group.controlNumber)} ${printable(group.functionalId)}, guide ${printable(group.guideId)}`,
      ...group.transactions.flatMap((transaction) => transactionLines(transaction, options)),
    ]),
  ];
}

function usageWords(usage: string): string {
  if (usage === 'P') return 'production';
  return usage === 'T' ? 'test' : 'neither production nor test';
}

function transactionLines(transaction: TransactionReport, options: ReportOptions): string[] {
  const { kind, controlNumber, transactionId, guideId, segmentCount } = transaction;
  const what =
    kind === 'unknown'
      ? `${printable(transactionId)} of a guide not known here (${printable(guideId)})`
      : `${kind} ${transactionWords[kind]}`;
  const figures = [plural(segmentCount, 'segment'), ...figuresOf(transaction)].join(', ');
  return [`      ${printable(controlNumber)} ${what}: ${figures}`, ...balanceLines(transaction, options)];
}

function figuresOf(transaction: TransactionReport): string[] {
  const { claimCount, memberCount, answeredSetCount, chargeCents, paidCents, paymentCents, traceNumber } = transaction;
  return [
    ...(claimCount === undefined ? [] : [plural(claimCount, 'claim')]),
    ...(memberCount === undefined ? [] : [plural(memberCount, 'member')]),
    ...(answeredSetCount === undefined ? [] : [`${plural(answeredSetCount, 'transaction set')} answered`]),
    ...(chargeCents === undefined ? [] : [`charged ${formatDollars(chargeCents)}`]),
    ...(paidCents === undefined ? [] : [`paid ${formatDollars(paidCents)}`]),
    ...(paymentCents === undefined ? [] : [`payment ${formatDollars(paymentCents)}`]),
    ...(traceNumber === undefined ? [] : [`trace ${printable(traceNumber)}`]),
  ];
}
