import { type Cents, formatDollars } from '../../domain/kernel/cents.js';
import { daysBetween } from '../../domain/kernel/plain-date.js';
import { openCents } from './money-line.js';
import type { DemonstrationSummary } from './snapshot.js';
import { paint } from './text-cells.js';

const labelWidth = 22;

/** The end of a demonstration for people, as lines. */
export function renderSummary(summary: DemonstrationSummary, { color }: { readonly color: boolean }): string[] {
  const { totals } = summary;
  const days = daysBetween(summary.businessFrom, summary.businessTo);
  const seconds = (summary.wallMillis / 1000).toFixed(1);
  return [
    paint('Summary', 'strong', color),
    line('claims', `${summary.claimCount}`),
    line('closed', `${summary.closedCount}${countsOf(summary.outcomeCounts)}`),
    line('waiting for a person', `${summary.waitingForPersonCount}`),
    money('billed', totals.billedCents),
    money('paid', totals.paidCents),
    money('adjusted', totals.adjustedCents),
    money('patient', totals.patientCents),
    money('not settled yet', openCents(totals)),
    line('open items', `${sumOf(summary.openItemCounts)}${countsOf(summary.openItemCounts)}`),
    line('time', `${seconds} s for ${days} days, ${summary.businessFrom} to ${summary.businessTo}`),
  ];
}

function line(label: string, value: string): string {
  return `  ${label.padEnd(labelWidth)}${value}`;
}

function money(label: string, amount: Cents): string {
  return line(label, formatDollars(amount).padStart(14));
}

function sumOf(counts: Readonly<Record<string, number | undefined>>): number {
  return Object.values(counts).reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

/** ` (paid 41, denied 2)`, the largest first; nothing when there is nothing to tell. */
function countsOf(counts: Readonly<Record<string, number | undefined>>): string {
  const told = Object.entries(counts).flatMap(([name, count]) => (count ? [{ name, count }] : []));
  if (told.length === 0) return '';
  const sorted = told.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  return ` (${sorted.map(({ name, count }) => `${name.replaceAll('_', ' ')} ${count}`).join(', ')})`;
}
