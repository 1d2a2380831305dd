import { formatDollars } from '../../domain/kernel/cents.js';
import { verdictChangeKinds } from '../../domain/rescrub/verdict-change.js';
import { type Column, plainTable } from '../text/plain-table.js';
import type { ClaimChange } from './rescrub-claims.js';
import type { RescrubTotals } from './rescrub-totals.js';

const kindTexts: Readonly<Record<ClaimChange['kind'], string>> = {
  payable_now: 'payable now',
  held_now: 'held now',
  recoded: 'other codes',
};

const changeColumns: readonly Column<ClaimChange>[] = [
  { heading: 'claim', text: (change) => change.claimId },
  { heading: 'service', text: (change) => change.dateOfService },
  { heading: 'payer', text: (change) => change.payerCode ?? '?' },
  { heading: 'change', text: (change) => kindTexts[change.kind] },
  { heading: 'worth', align: 'right', text: (change) => formatDollars(change.effectCents) },
  { heading: 'why', text: whyOf },
];

function whyOf({ kind, reasons, before, after }: ClaimChange): string {
  if (kind === 'recoded') return `${before} → ${after}`;
  const codes = [...new Set(reasons.map((reason) => reason.code))].join(', ');
  return codes === '' ? before : codes;
}

/** The changed claims that are shown, and how many more there are. */
export function changeLines(shown: readonly ClaimChange[], more: number): string[] {
  if (shown.length + more === 0) return [];
  const rest = more > 0 ? [`… and ${more} more (--limit shows more, --json all)`] : [];
  return [...plainTable(shown, changeColumns), ...rest, ''];
}

/** The sums: how many claims change in each way, what they are worth, and for which reasons. */
export function totalLines({ read, compared, byKind, byReason }: RescrubTotals): string[] {
  const reasons = Object.entries(byReason).sort(([, a], [, b]) => b.claims - a.claims);
  return [
    `${read} claims read, ${compared} compared; the others are not decided yet or bill nobody`,
    ...verdictChangeKinds.map(
      (kind) =>
        `${kindTexts[kind].padEnd(13)} ${byKind[kind].claims} claims, ${formatDollars(byKind[kind].effectCents)}`,
    ),
    ...reasons.map(([code, sum]) => `  ${code}: ${sum.claims} claims, ${formatDollars(sum.effectCents)}`),
  ];
}
