import type { Finding } from '../kernel/finding.js';
import type { TraceStep } from '../kernel/trace.js';
import type { CodedClaim } from './coded-claim.js';

/** What coding makes of a visit: a claim with the reasons for it, or the questions a coder must answer first. */
export type CodingOutcome =
  | {
      readonly kind: 'coded';
      readonly claim: CodedClaim;
      readonly warnings: readonly Finding[];
      readonly trace: readonly TraceStep[];
    }
  | { readonly kind: 'needs_coder'; readonly questions: readonly Finding[]; readonly trace: readonly TraceStep[] };
