import type { TransactionSetHeading } from '../interchange.js';
import type { EnvelopeEvent } from '../x12-event.js';
import type { X12Finding } from '../x12-finding.js';
import type { BalanceTotals } from './balance-tally.js';
import type { BalanceEquation } from './balance-equation.js';
import type { RemittanceAdvice, RemittanceClaim, RemittanceHeading } from './remittance-advice.js';

/** Something read of an 835, in file order. */
export type RemittanceAdviceEvent =
  /** Payment and parties, as they stand before the first claim, and what is wrong with them. */
  | {
      readonly kind: 'remittance-begun';
      readonly transactionSet: TransactionSetHeading;
      readonly heading: RemittanceHeading;
      readonly findings: readonly X12Finding[];
    }
  /** One claim; `index` counts from 0 in its advice. */
  | {
      readonly kind: 'remittance-claim';
      readonly index: number;
      readonly claim: RemittanceClaim;
      /** Its balance equations with their figures: those of its lines, then its own. */
      readonly equations: readonly BalanceEquation[];
      readonly findings: readonly X12Finding[];
    }
  /** The end of the 835: all but its claims, with what a misplaced segment may have added to the heading. */
  | {
      readonly kind: 'remittance-ended';
      readonly transactionSet: TransactionSetHeading;
      readonly advice: Omit<RemittanceAdvice, 'claims'>;
      readonly balance: BalanceTotals;
      readonly findings: readonly X12Finding[];
      readonly byteLength: number;
    };

/** Something read of a remittance file, in file order. */
export type RemittanceFileEvent =
  | EnvelopeEvent
  | RemittanceAdviceEvent
  /** A transaction set that is no 835: only passed over. */
  | {
      readonly kind: 'other-transaction-set';
      readonly transactionSet: TransactionSetHeading;
      readonly byteLength: number;
    };
