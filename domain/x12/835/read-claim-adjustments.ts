import { zeroCents } from '../../kernel/cents.js';
import type { FieldReader } from '../field-reader.js';
import { type LoopInstance, nextSegmentIndex } from '../loop-instance.js';
import { nothing } from '../nothing.js';
import type { Segment } from '../segment.js';
import type { AdjustmentGroup, ClaimAdjustment } from './remittance-advice.js';

/** Reads every triplet of the CAS segments of a loop (2100, 2110). What can't be read is named in `unreadable`. */
export function readClaimAdjustments(
  reader: FieldReader,
  instance: LoopInstance,
  unreadable: string[],
): readonly ClaimAdjustment[] {
  let adjustments: ClaimAdjustment[] | undefined;
  for (let index = nextSegmentIndex(instance, 'CAS', 0); index !== -1; ) {
    const segment = instance.segmentAt(index);
    index = nextSegmentIndex(instance, 'CAS', index + 1);
    if (segment === undefined) continue;
    const group = adjustmentGroup(reader.text(segment, 1));
    if (group === undefined) {
      reader.report(
        segment,
        1,
        'invalid-code',
        'An adjustment has no group the guide knows, so its amounts are left out.',
      );
      unreadable.push(`adjustments of segment ${segment.position} (CAS01)`);
      continue;
    }
    for (let at = 2; at <= 17 && at <= segment.elementCount; at += 3) {
      const adjustment = readTriplet(reader, segment, at, group, unreadable);
      if (adjustment === undefined) continue;
      if (adjustments === undefined) adjustments = [adjustment];
      else adjustments.push(adjustment);
    }
  }
  return adjustments ?? nothing;
}

function readTriplet(
  reader: FieldReader,
  segment: Segment,
  at: number,
  group: AdjustmentGroup,
  unreadable: string[],
): ClaimAdjustment | undefined {
  const reasonCode = reader.text(segment, at) ?? '';
  if (reasonCode === '' && reader.text(segment, at + 1) === undefined) return undefined;
  const amountCents = reader.amount(segment, at + 1);
  if (amountCents === undefined) {
    unreadable.push(`adjustment of segment ${segment.position} (CAS${String(at + 1).padStart(2, '0')})`);
  }
  const quantity = reader.quantity(segment, at + 2);
  return quantity === undefined
    ? { group, reasonCode, amountCents: amountCents ?? zeroCents }
    : { group, reasonCode, amountCents: amountCents ?? zeroCents, quantity };
}

function adjustmentGroup(code: string | undefined): AdjustmentGroup | undefined {
  return code === 'CO' || code === 'OA' || code === 'PI' || code === 'PR' ? code : undefined;
}
