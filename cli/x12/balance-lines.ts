import { formatDollars } from '../../domain/kernel/cents.js';
import type { BalanceEquation, BalanceEquationKind } from '../../domain/x12/835/balance-equation.js';
import type { EquationSum } from '../../domain/x12/835/balance-report.js';
import type { TransactionReport } from '../../domain/x12/file-report.js';
import { maskedText, printable } from '../../domain/x12/view/printable.js';
import type { ReportOptions } from './check-lines.js';
import { figuresText } from './figures-text.js';

const equationWords: Readonly<Record<BalanceEquationKind, string>> = {
  'transaction-paid': 'payment (BPR02) = claims paid - provider adjustments',
  'claim-paid': 'claim paid (CLP04) = charge - claim and line adjustments',
  'claim-charge-is-line-charges': 'claim charge (CLP03) = line charges',
  'claim-paid-is-line-payments': 'claim paid (CLP04) = line payments - claim adjustments',
  'line-paid': 'line paid (SVC03) = charge - adjustments',
  'reversal-negates-original': 'reversal paid (CLP04) = what its original paid, negated',
  'claim-patient-responsibility': 'patient responsibility (CLP05) = PR adjustments',
};

/**
 * The balance of an 835: for each kind of equation how many hold and what both sides come to; each that fails with its
 * own figures.
 */
export function balanceLines({ balance, patientControlNumbers }: TransactionReport, options: ReportOptions): string[] {
  if (balance === undefined) return [];
  const failing = balance.equations.filter((equation) => !equation.holds);
  const lines = balance.sums.flatMap((sum) => {
    const ofKind = failing.filter((equation) => equation.kind === sum.kind);
    return kindLines(sum, ofKind, patientControlNumbers, options);
  });
  return [...lines, ...balance.unreadableAmounts.map((name) => `        fails   can't be read: ${name}`)];
}

function kindLines(
  { kind, checkedCount, failedCount, leftCents: left, rightCents: right }: EquationSum,
  failed: readonly BalanceEquation[],
  patientControlNumbers: TransactionReport['patientControlNumbers'],
  options: ReportOptions,
): string[] {
  const result = failed.length === 0 ? 'holds' : failed[0]?.advisory === true ? 'advice' : 'fails';
  const held = checkedCount === 1 ? '' : `${checkedCount - failedCount} of ${checkedCount}, `;
  const sign = left === right ? '=' : '≠';
  const shown = failed.slice(0, options.placesMax).map((equation) => {
    const { claimIndex, lineIndex, leftCents, rightCents } = equation;
    const name = options.masked ? maskedText : printable(patientControlNumbers?.get(claimIndex ?? 0) ?? '');
    const claim = claimIndex === undefined ? 'transaction set' : `claim ${claimIndex + 1} (${name})`;
    const line = lineIndex === undefined ? '' : `, line ${lineIndex + 1}`;
    return `                ${claim}${line}: ${figuresText(leftCents, rightCents)}`;
  });
  const more = failed.length - shown.length;
  return [
    `        ${result.padEnd(7)} ${equationWords[kind]}: ${held}${formatDollars(left)} ${sign} ${formatDollars(right)}`,
    ...shown,
    ...(more === 0 ? [] : [`                … and ${more} more (--all shows them)`]),
  ];
}
