import { type Cents, zeroCents } from '../../kernel/cents.js';
import type { FieldReader } from '../field-reader.js';
import { findSegments, type LoopInstance } from '../loop-instance.js';
import { nothing } from '../nothing.js';
import { amountValue, quantityValue } from '../write-values.js';
import type { SegmentValues } from '../segment-values.js';

/** Why another payer did not pay a charge in full, exactly as its remittance said (CAS of loops 2320 and 2430). */
export type PriorPayerAdjustment = {
  /** CO, OA, PI, PR; CR exists on claims only. */
  readonly group: string;
  /** Claim adjustment reason code (CARC). */
  readonly reasonCode: string;
  readonly amountCents: Cents;
  readonly quantity?: number;
};

const triplets = [2, 5, 8, 11, 14, 17];

/** Reads all CAS triplets of a loop. */
export function readPriorPayerAdjustments(
  reader: FieldReader,
  instance: LoopInstance,
): readonly PriorPayerAdjustment[] {
  const segments = findSegments(instance, 'CAS');
  if (segments.length === 0) return nothing;
  const adjustments: PriorPayerAdjustment[] = [];
  for (const segment of segments) {
    const group = reader.text(segment, 1) ?? '';
    for (const at of triplets) {
      const reasonCode = reader.text(segment, at);
      if (reasonCode === undefined) continue;
      const amountCents = reader.amount(segment, at + 1) ?? zeroCents;
      const quantity = reader.quantity(segment, at + 2);
      const adjustment = { group, reasonCode, amountCents };
      adjustments.push(quantity === undefined ? adjustment : { ...adjustment, quantity });
    }
  }
  return adjustments;
}

/** Writes adjustments in their order; up to six neighbours of one group share a CAS. */
export function priorPayerAdjustmentSegments(adjustments: readonly PriorPayerAdjustment[]): SegmentValues[] {
  const runs: { group: string; members: PriorPayerAdjustment[] }[] = [];
  for (const adjustment of adjustments) {
    const run = runs.at(-1);
    if (run !== undefined && run.group === adjustment.group && run.members.length < 6) run.members.push(adjustment);
    else runs.push({ group: adjustment.group, members: [adjustment] });
  }
  return runs.map(
    ({ group, members }): SegmentValues => [
      'CAS',
      group,
      ...members.flatMap(({ reasonCode, amountCents, quantity }) => [
        reasonCode,
        amountValue(amountCents),
        quantityValue(quantity),
      ]),
    ],
  );
}
