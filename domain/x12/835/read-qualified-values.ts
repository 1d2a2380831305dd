import type { FieldReader } from '../field-reader.js';
import { findSegments, type LoopInstance } from '../loop-instance.js';
import type { QualifiedAmount, QualifiedQuantity } from './remittance-advice.js';

/** The amounts for information of a loop (AMT); one that can't be read is reported and left out. */
export function readAmounts(reader: FieldReader, instance: LoopInstance): QualifiedAmount[] {
  return findSegments(instance, 'AMT').flatMap((segment) => {
    const amountCents = reader.amount(segment, 2);
    return amountCents === undefined ? [] : [{ qualifier: reader.text(segment, 1) ?? '', amountCents }];
  });
}

/** The quantities for information of a loop (QTY). */
export function readQuantities(reader: FieldReader, instance: LoopInstance): QualifiedQuantity[] {
  return findSegments(instance, 'QTY').flatMap((segment) => {
    const quantity = reader.quantity(segment, 2);
    return quantity === undefined ? [] : [{ qualifier: reader.text(segment, 1) ?? '', quantity }];
  });
}
