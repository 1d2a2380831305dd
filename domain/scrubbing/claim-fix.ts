import type { PlaceOfService } from '../coding/coded-claim.js';
import type { Cents } from '../kernel/cents.js';

/** One change of a coded claim; `lineIndex` counts from 0. Only `remove_modifier` takes a modifier of the source away. */
export type ClaimChange =
  | { readonly kind: 'set_place_of_service'; readonly placeOfService: PlaceOfService }
  | { readonly kind: 'add_modifier'; readonly lineIndex: number; readonly modifier: string }
  | { readonly kind: 'remove_modifier'; readonly lineIndex: number; readonly modifier: string }
  /** Each modifier one time, in billing order. */
  | { readonly kind: 'order_modifiers'; readonly lineIndex: number }
  /** Another code for the same service, charged at `chargeCents` for the line. */
  | {
      readonly kind: 'swap_procedure';
      readonly lineIndex: number;
      readonly procedureCode: string;
      readonly chargeCents: Cents;
    }
  /** Each diagnosis one time; the pointers follow it to its new position. */
  | { readonly kind: 'drop_repeated_diagnoses' }
  /** Each pointer of the line one time. */
  | { readonly kind: 'drop_repeated_pointers'; readonly lineIndex: number };

/**
 * What an edit proposes. `safe`: it follows from the record and the payer's rule alone, without clinical judgement, and
 * may be made before anybody looks at the claim; else a person decides.
 */
export interface ClaimFix {
  readonly safe: boolean;
  readonly changes: readonly ClaimChange[];
}

/** A fix that may be made by itself, or null when there is nothing to change. */
export function safeFix(changes: readonly ClaimChange[]): ClaimFix | null {
  return changes.length === 0 ? null : { safe: true, changes };
}

/** A fix for a person to decide on, or null when there is nothing to change. */
export function proposedFix(changes: readonly ClaimChange[]): ClaimFix | null {
  return changes.length === 0 ? null : { safe: false, changes };
}
