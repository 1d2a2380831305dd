import type { FieldReader } from '../field-reader.js';
import { type LoopInstance, nextSegmentIndex } from '../loop-instance.js';
import { nothing } from '../nothing.js';
import type { QualifiedAmount, QualifiedQuantity } from './remittance-advice.js';

/** The amounts for information of a loop (AMT); one that can't be read is reported and left out. */
export function readAmounts(reader: FieldReader, instance: LoopInstance): readonly QualifiedAmount[] {
  let amounts: QualifiedAmount[] | undefined;
  for (let at = nextSegmentIndex(instance, 'AMT', 0); at !== -1; at = nextSegmentIndex(instance, 'AMT', at + 1)) {
    const segment = instance.segmentAt(at);
    const amountCents = reader.amount(segment, 2);
    if (amountCents === undefined) continue;
    const amount = { qualifier: reader.text(segment, 1) ?? '', amountCents };
    if (amounts === undefined) amounts = [amount];
    else amounts.push(amount);
  }
  return amounts ?? nothing;
}

/** The quantities for information of a loop (QTY). */
export function readQuantities(reader: FieldReader, instance: LoopInstance): readonly QualifiedQuantity[] {
  let quantities: QualifiedQuantity[] | undefined;
  for (let at = nextSegmentIndex(instance, 'QTY', 0); at !== -1; at = nextSegmentIndex(instance, 'QTY', at + 1)) {
    const segment = instance.segmentAt(at);
    const quantity = reader.quantity(segment, 2);
    if (quantity === undefined) continue;
    quantities ??= [];
    quantities.push({ qualifier: reader.text(segment, 1) ?? '', quantity });
  }
  return quantities ?? nothing;
}
