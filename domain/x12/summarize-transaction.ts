import { assertNever } from '../kernel/assert-never.js';
import type { Cents } from '../kernel/cents.js';
import { type BalanceReport, balanceReportOf } from './835/balance-report.js';
import { proveBalance } from './835/prove-balance.js';
import { remittancePlaces } from './835/remittance-places.js';
import type { TransactionReading } from './read-transaction.js';
import { sumWithinRange } from './sum-within-range.js';

/** What a transaction set holds, in figures; a figure that its kind does not have is absent. */
export type TransactionSummary = {
  /** Claims billed, paid, acknowledged, asked about or answered. */
  readonly claimCount?: number;
  /** People asked or told about (270, 271). */
  readonly memberCount?: number;
  /** Transaction sets answered (999). */
  readonly answeredSetCount?: number;
  /** CLM02, CLP03, STC04, AMT*T3 of the claims together. */
  readonly chargeCents?: Cents;
  /** What the claims were paid: CLP04, STC05. */
  readonly paidCents?: Cents;
  /** BPR02: the payment of an 835, after provider-level adjustments. */
  readonly paymentCents?: Cents;
  /** TRN02 of an 835: cheque or EFT trace number. */
  readonly traceNumber?: string;
  /** The balance equations of an 835. */
  readonly balance?: BalanceReport;
  /** CLP01 of claims of an 835 by their place in it (from 0), to name those of the equations. Patient data. */
  readonly patientControlNumbers?: ReadonlyMap<number, string>;
};

/** Counts and sums a transaction set of any kind. */
export function summarizeTransaction(reading: TransactionReading): TransactionSummary {
  switch (reading.kind) {
    case '837P': {
      const claims = reading.value.billingProviders.flatMap((provider) => provider.claims);
      return { claimCount: claims.length, chargeCents: sum(claims.map((claim) => claim.chargeCents)) };
    }
    case '835': {
      const { claims, payment } = reading.value;
      return {
        claimCount: claims.length,
        chargeCents: sum(claims.map((claim) => claim.chargeCents)),
        paidCents: sum(claims.map((claim) => claim.paidCents)),
        paymentCents: payment.amountCents,
        traceNumber: payment.traceNumber,
        balance: balanceReportOf(proveBalance(reading.value, remittancePlaces(reading.root))),
        patientControlNumbers: new Map(claims.map((claim, index) => [index, claim.patientControlNumber])),
      };
    }
    case '277CA': {
      const claims = reading.value.providers.flatMap((provider) => provider.claims);
      return { claimCount: claims.length, chargeCents: sum(claims.map((claim) => claim.statuses[0]?.amountCents)) };
    }
    case '277': {
      const { answers } = reading.value;
      return {
        claimCount: answers.length,
        chargeCents: sum(answers.map((answer) => answer.statuses[0]?.chargeCents)),
        paidCents: sum(answers.map((answer) => answer.statuses[0]?.paidCents)),
      };
    }
    case '276': {
      const { inquiries } = reading.value;
      return { claimCount: inquiries.length, chargeCents: sum(inquiries.map((inquiry) => inquiry.chargeCents)) };
    }
    case '270':
      return { memberCount: reading.value.inquiries.length };
    case '271':
      return { memberCount: reading.value.answers.length };
    case '999':
      return { answeredSetCount: reading.value.transactionSets.length };
    case 'unknown':
      return {};
  }
  return assertNever(reading);
}

function sum(amounts: readonly (number | undefined)[]): Cents {
  return sumWithinRange(amounts.map((amount) => amount ?? 0));
}
