import { zeroCents } from '../../kernel/cents.js';
import type { FieldReader } from '../field-reader.js';
import { findSegments, type LoopInstance } from '../loop-instance.js';
import type { Segment } from '../segment.js';
import type { AdjustmentGroup, ClaimAdjustment } from './remittance-advice.js';

/** Reads every triplet of the CAS segments of a loop (2100, 2110). What can't be read is named in `unreadable`. */
export function readClaimAdjustments(
  reader: FieldReader,
  instance: LoopInstance,
  unreadable: string[],
): ClaimAdjustment[] {
  return findSegments(instance, 'CAS').flatMap((segment) => {
    const group = adjustmentGroup(reader.text(segment, 1));
    if (group === undefined) {
      reader.report(
        segment,
        1,
        'invalid-code',
        'An adjustment has no group the guide knows, so its amounts are left out.',
      );
      unreadable.push(`adjustments of segment ${segment.position} (CAS01)`);
      return [];
    }
    return [2, 5, 8, 11, 14, 17].flatMap((at) => readTriplet(reader, segment, at, group, unreadable));
  });
}

function readTriplet(
  reader: FieldReader,
  segment: Segment,
  at: number,
  group: AdjustmentGroup,
  unreadable: string[],
): ClaimAdjustment[] {
  const reasonCode = reader.text(segment, at) ?? '';
  const written = reader.text(segment, at + 1);
  if (reasonCode === '' && written === undefined) return [];
  const amountCents = reader.amount(segment, at + 1);
  if (amountCents === undefined) {
    unreadable.push(`adjustment of segment ${segment.position} (CAS${String(at + 1).padStart(2, '0')})`);
  }
  const quantity = reader.quantity(segment, at + 2);
  return [
    { group, reasonCode, amountCents: amountCents ?? zeroCents, ...(quantity === undefined ? {} : { quantity }) },
  ];
}

function adjustmentGroup(code: string | undefined): AdjustmentGroup | undefined {
  return code === 'CO' || code === 'OA' || code === 'PI' || code === 'PR' ? code : undefined;
}
