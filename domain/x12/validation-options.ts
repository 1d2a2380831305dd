import type { PayerEdits } from './837p/payer-edits.js';
import type { RemittanceAdvice } from './835/remittance-advice.js';
import type { ExternalCodes } from './external-codes.js';
import type { LoopInstance } from './loop-instance.js';

/** What a validation knows besides the transaction set itself; without any of it the rest is still checked. */
export type ValidationOptions = {
  /** The tree of loops, where it was read already (`readLoops`); otherwise it is read again. */
  readonly root?: LoopInstance;
  /** The 835 as read, where it was; otherwise its claims are read again from the loops. */
  readonly advice?: RemittanceAdvice;
  readonly codes?: ExternalCodes;
  /** What a destination payer wants, by its id (837P loop 2010BB NM109); undefined for one nobody described. */
  readonly payerEdits?: (payerId: string) => PayerEdits | undefined;
};
