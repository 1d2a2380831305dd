import { formatDollars } from '../../domain/kernel/cents.js';
import { plural } from '../text/plural.js';
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

/** `60 claims: 50 closed, 8 with a person, 2 under way`; nothing when there is none. */
function foundLines({ businessDate, stageCounts, withPersonCount }: Snapshot): string[] {
  const claims = Object.values(stageCounts).reduce<number>((sum, count) => sum + (count ?? 0), 0);
  if (claims === 0) return [];
  const closed = stageCounts.closed ?? 0;
  const parts = `${closed} closed, ${withPersonCount} with a person, ${claims - closed - withPersonCount} under way`;
  return [`${businessDate}  ${plural(claims, 'claim')}: ${parts}`];
}

/**
 * What changed between two snapshots, a line for each claim; for logs and pipes, where nothing can be redrawn. The first
 * snapshot gives its notices and, in one line, what was found: after a restart that may be thousands of claims.
 */
export function changeLines(before: Snapshot | undefined, now: Snapshot): string[] {
  if (before === undefined) return [...(now.notices ?? []), ...foundLines(now)];
  const known = new Map(before.claims.map((claim) => [claim.patientControlNumber, claim]));
  const changed = now.claims.filter((claim) => !isSame(known.get(claim.patientControlNumber), claim));
  const notices = (now.notices ?? []).filter((notice) => !before.notices?.includes(notice));
  const newDay = changed.length > 0 && before.businessDate !== now.businessDate;
  return [
    ...(newDay ? [`${now.businessDate}  ${moneyLine(now.totals)}`] : []),
    ...changed.map((claim) => `${now.businessDate}  ${describe(claim)}`),
    ...notices,
  ];
}
