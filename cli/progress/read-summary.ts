import { readPracticeProgress } from '../../db/practice-progress.js';
import type { Database } from '../../db/database.js';
import { summarizePractice } from '../../db/summary-queries.js';
import { cents } from '../../domain/kernel/cents.js';
import type { PlainDate } from '../../domain/kernel/plain-date.js';
import type { DemonstrationSummary } from '../live-table/snapshot.js';

export interface SummaryOptions {
  readonly db: Database;
  readonly practiceId: string;
  readonly businessFrom: PlainDate;
  readonly businessTo: PlainDate;
  readonly wallMillis: number;
}

/** What the claims of a practice have come to. */
export async function readSummary(options: SummaryOptions): Promise<DemonstrationSummary> {
  const { db, practiceId, businessFrom, businessTo, wallMillis } = options;
  const { progress, money } = await db.read(practiceId, async (query) => ({
    progress: await readPracticeProgress(query),
    money: await summarizePractice(query),
  }));
  return {
    claimCount: progress.claims,
    outcomeCounts: progress.closedByOutcome,
    closedCount: progress.closed,
    waitingForPersonCount: progress.waitingForPerson,
    totals: {
      billedCents: cents(money.billedCents),
      paidCents: cents(money.paidCents),
      adjustedCents: cents(money.adjustedCents),
      patientCents: cents(money.patientCents),
    },
    openItemCounts: progress.openItemsByKind,
    ...{ businessFrom, businessTo, wallMillis },
  };
}

/** The summary as one line for programs: `summary {…}`. */
export function summaryLine(summary: DemonstrationSummary): string {
  const { totals, ...rest } = summary;
  return `summary ${JSON.stringify({ ...rest, ...totals })}`;
}
