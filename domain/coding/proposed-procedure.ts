import type { Cents } from '../kernel/cents.js';

/** A procedure on its way to a service line: what the source coded or the rules chose, before the payer's modifiers. */
export interface ProposedProcedure {
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number;
  /** Charge of the whole line, when the source set one for this very code. */
  readonly chargeCents?: Cents;
}

export function proposedProcedure(code: string, units = 1): ProposedProcedure {
  return { code, modifiers: [], units };
}
