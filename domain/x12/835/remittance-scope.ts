import type { ExternalCodes } from '../external-codes.js';
import type { LoopInstance } from '../loop-instance.js';
import type { TransactionCheck } from '../transaction-check.js';
import type { BalanceEquation } from './balance-equation.js';
import type { ReversalPair } from './pair-reversals.js';
import type { RemittanceAdvice } from './remittance-advice.js';

/** An 835 as loops and as a model, for the checks of its meaning. */
export type RemittanceScope = {
  readonly check: TransactionCheck;
  readonly root: LoopInstance;
  /** Loops 2100, one for each claim of `advice` in its order. */
  readonly claims: readonly LoopInstance[];
  readonly advice: RemittanceAdvice;
  /** Equations that don't hold, the advisory ones among them. */
  readonly failing: readonly BalanceEquation[];
  readonly reversals: readonly ReversalPair[];
  readonly codes: ExternalCodes;
};
