import { formatDollars } from '../../domain/kernel/cents.js';
import { moneyLine } from './money-line.js';
import type { Snapshot, SnapshotClaim } from './snapshot.js';

function isSame(before: SnapshotClaim | undefined, now: SnapshotClaim): boolean {
  return (
    before?.stage === now.stage &&
    before.headline === now.headline &&
    before.attention === now.attention &&
    before.paidCents === now.paidCents
  );
}

function describe(claim: SnapshotClaim): string {
  const paid = claim.paidCents === 0 ? '' : `  paid ${formatDollars(claim.paidCents)}`;
  return `${claim.patientControlNumber}  ${claim.payerCode}  ${claim.stage}: ${claim.headline}${paid}`;
}

/** What changed between two snapshots, a line for each claim; for logs and pipes, where nothing can be redrawn. */
export function changeLines(before: Snapshot | undefined, now: Snapshot): string[] {
  const known = new Map(before?.claims.map((claim) => [claim.patientControlNumber, claim]));
  const changed = now.claims.filter((claim) => !isSame(known.get(claim.patientControlNumber), claim));
  const notices = (now.notices ?? []).filter((notice) => !before?.notices?.includes(notice));
  const newDay = changed.length > 0 && before !== undefined && before.businessDate !== now.businessDate;
  return [
    ...(newDay ? [`${now.businessDate}  ${moneyLine(now.totals)}`] : []),
    ...changed.map((claim) => `${now.businessDate}  ${describe(claim)}`),
    ...notices,
  ];
}
