import type { Cents } from '../kernel/cents.js';
import type { FunctionalGroup, Interchange, TransactionSet } from './interchange.js';
import type { TransactionSummary } from './summarize-transaction.js';
import type { InterchangeAcknowledgement } from './ta1/interchange-acknowledgement.js';
import type { TransactionKind } from './transaction-kind.js';
import type { X12Finding } from './x12-finding.js';

/** What a file holds and all that is wrong with it, findings in file order. */
export type FileReport = {
  readonly interchanges: readonly InterchangeReport[];
  readonly findings: readonly X12Finding[];
  readonly totals: FileTotals;
};

/** One ISA..IEA; `hasHeader` is false when the file lacks the ISA. */
export type InterchangeReport = Omit<
  Interchange,
  'header' | 'trailer' | 'acknowledgements' | 'groups' | 'delimiters'
> & {
  readonly hasHeader: boolean;
  /** TA1 segments of the interchange. */
  readonly acknowledgements: readonly InterchangeAcknowledgement[];
  readonly groups: readonly GroupReport[];
};

/** One GS..GE. */
export type GroupReport = Omit<FunctionalGroup, 'header' | 'trailer' | 'transactionSets'> & {
  readonly transactions: readonly TransactionReport[];
};

/** One ST..SE with what it holds, in figures. */
export type TransactionReport = Pick<
  TransactionSet,
  'ordinal' | 'transactionId' | 'guideId' | 'controlNumber' | 'byteOffset'
> &
  TransactionSummary & {
    readonly kind: TransactionKind | 'unknown';
    readonly segmentCount: number;
  };

/** Counts and sums over all transaction sets. */
export type FileTotals = {
  readonly interchangeCount: number;
  readonly groupCount: number;
  readonly transactionCount: number;
  readonly claimCount: number;
  readonly chargeCents: Cents;
  readonly paidCents: Cents;
  /** Payments of the 835s (BPR02). */
  readonly paymentCents: Cents;
  /** 835s of which an equation fails or an amount can't be read. */
  readonly unbalancedCount: number;
  readonly errorCount: number;
  readonly warningCount: number;
};
