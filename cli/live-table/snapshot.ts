import type { Attention, ClaimStage, InsuranceOutcome } from '../../domain/claim/claim-status.js';
import type { WorkItemKind } from '../../domain/claim/work-item.js';
import type { Cents } from '../../domain/kernel/cents.js';
import type { PlainDate } from '../../domain/kernel/plain-date.js';

/** One claim as the terminal shows it: the patient control number stands for the patient, whose name is never shown. */
export type SnapshotClaim = {
  readonly patientControlNumber: string;
  readonly payerCode: string;
  readonly stage: ClaimStage;
  readonly headline: string;
  readonly chargeCents: Cents;
  readonly paidCents: Cents;
  readonly attention: Attention;
};

/** Money of all claims together, from the ledger. */
export type MoneyTotals = {
  readonly billedCents: Cents;
  readonly paidCents: Cents;
  readonly adjustedCents: Cents;
  readonly patientCents: Cents;
};

/** What the terminal shows at one moment. */
export type Snapshot = {
  readonly businessDate: PlainDate;
  /** Business time that passes in one unit of wall time; 1 is real time. */
  readonly rate: number;
  readonly stageCounts: Readonly<Partial<Record<ClaimStage, number>>>;
  /** How many of all claims go on only when a person says so. */
  readonly withPersonCount: number;
  /** The newest claims; there may be more than these. */
  readonly claims: readonly SnapshotClaim[];
  readonly totals: MoneyTotals;
  readonly openItemCount: number;
  /** Lines for the foot of the table: addresses, a part that is being restarted. */
  readonly notices?: readonly string[];
};

/** What a finished demonstration came to. */
export type DemonstrationSummary = {
  readonly claimCount: number;
  readonly outcomeCounts: Readonly<Partial<Record<InsuranceOutcome, number>>>;
  readonly closedCount: number;
  readonly waitingForPersonCount: number;
  readonly totals: MoneyTotals;
  readonly openItemCounts: Readonly<Partial<Record<WorkItemKind, number>>>;
  readonly businessFrom: PlainDate;
  readonly businessTo: PlainDate;
  readonly wallMillis: number;
};
