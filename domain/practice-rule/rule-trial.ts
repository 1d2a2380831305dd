import type { Cents } from '../kernel/cents.js';

/** What a rule would have done over past claims, and how well that fits what payers denied. */
export interface RuleTrial {
  /** Claims whose date of service lies within the rule's dates. */
  readonly claims: number;
  /** Claims on which a fact the rule hangs on was not known: it could not fire. */
  readonly notKnown: number;
  readonly firedClaimIds: readonly string[];
  readonly firedChargeCents: Cents;
  readonly decided: number;
  readonly denied: number;
  readonly firedAndDecided: number;
  readonly firedAndDenied: number;
  readonly deniedCents: Cents;
  readonly caughtDeniedCents: Cents;
}

/** Of the decided claims it would have stopped, the share that was denied; null when it stopped none. */
export function precisionOf(trial: RuleTrial): number | null {
  return trial.firedAndDecided === 0 ? null : trial.firedAndDenied / trial.firedAndDecided;
}

/** Of the denied claims, the share it would have stopped; null when none was denied. */
export function recallOf(trial: RuleTrial): number | null {
  return trial.denied === 0 ? null : trial.firedAndDenied / trial.denied;
}
