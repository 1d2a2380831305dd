import { type Cents, cents } from '../../domain/kernel/cents.js';
import type { VerdictChange } from '../../domain/rescrub/verdict-change.js';
import type { ClaimChange, RescrubBatch } from './rescrub-claims.js';

type Sum = { readonly claims: number; readonly effectCents: Cents };

/** What all batches so far gave together. A claim held for two reasons counts under both. */
export interface RescrubTotals {
  readonly read: number;
  readonly compared: number;
  readonly byKind: Readonly<Record<VerdictChange['kind'], Sum>>;
  readonly byReason: Readonly<Record<string, Sum>>;
}

const none: Sum = { claims: 0, effectCents: cents(0) };

export const noTotals: RescrubTotals = {
  read: 0,
  compared: 0,
  byKind: { payable_now: none, held_now: none, recoded: none },
  byReason: {},
};

/** The totals with a further batch in them. */
export function addBatch(totals: RescrubTotals, batch: RescrubBatch): RescrubTotals {
  const byKind = { ...totals.byKind };
  const byReason = { ...totals.byReason };
  for (const change of batch.changes) {
    byKind[change.kind] = plus(byKind[change.kind], change);
    for (const code of new Set(change.reasons.map((reason) => reason.code))) {
      byReason[code] = plus(byReason[code] ?? none, change);
    }
  }
  return { read: totals.read + batch.read, compared: totals.compared + batch.compared, byKind, byReason };
}

function plus(sum: Sum, { effectCents }: ClaimChange): Sum {
  return { claims: sum.claims + 1, effectCents: cents(sum.effectCents + effectCents) };
}
