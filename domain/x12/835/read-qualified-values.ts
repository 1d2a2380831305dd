import type { FieldReader } from '../field-reader.js';
import { findSegments, type LoopInstance } from '../loop-instance.js';
import { nothing } from '../nothing.js';
import type { QualifiedAmount, QualifiedQuantity } from './remittance-advice.js';

/** The amounts for information of a loop (AMT); one that can't be read is reported and left out. */
export function readAmounts(reader: FieldReader, instance: LoopInstance): readonly QualifiedAmount[] {
  const segments = findSegments(instance, 'AMT');
  if (segments.length === 0) return nothing;
  return segments.flatMap((segment) => {
    const amountCents = reader.amount(segment, 2);
    return amountCents === undefined ? [] : [{ qualifier: reader.text(segment, 1) ?? '', amountCents }];
  });
}

/** The quantities for information of a loop (QTY). */
export function readQuantities(reader: FieldReader, instance: LoopInstance): readonly QualifiedQuantity[] {
  const segments = findSegments(instance, 'QTY');
  if (segments.length === 0) return nothing;
  return segments.flatMap((segment) => {
    const quantity = reader.quantity(segment, 2);
    return quantity === undefined ? [] : [{ qualifier: reader.text(segment, 1) ?? '', quantity }];
  });
}
