import type { CodedClaim } from '../coding/coded-claim.js';

/** Why a claim does not go: an edit or a coder's question by its code, and where it stands. */
export interface HoldReason {
  readonly code: string;
  readonly message: string;
}

/** What becomes of a claim by some rules, or became of it: it may go, an edit holds it, or a coder must answer first. */
export type ClaimVerdict =
  | { readonly kind: 'payable'; readonly claim: CodedClaim }
  | { readonly kind: 'held'; readonly claim: CodedClaim | null; readonly reasons: readonly HoldReason[] }
  | { readonly kind: 'needs_coder'; readonly reasons: readonly HoldReason[] };
