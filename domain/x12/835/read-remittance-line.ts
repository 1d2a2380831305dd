import { compact } from '../compact.js';
import type { DateRange } from '../date-range.js';
import type { FieldReader } from '../field-reader.js';
import { findSegment, findSegments, firstSegment, type LoopInstance } from '../loop-instance.js';
import { readReference, readReferences } from '../party-segments.js';
import { readClaimAdjustments } from './read-claim-adjustments.js';
import { readAmounts, readQuantities } from './read-qualified-values.js';
import type { RemittanceLine } from './remittance-advice.js';

/** Reads loop 2110: one service line. Names of unreadable amounts go to the claim's list. */
export function readRemittanceLine(
  reader: FieldReader,
  instance: LoopInstance,
  lineNumber: number,
  unreadable: string[],
): RemittanceLine[] {
  const service = firstSegment(instance);
  if (service === undefined) return [];
  const procedure = reader.procedure(service, 1);
  const amounts = readAmounts(reader, instance);
  const drugRemarkCodes = remarkCodes(reader, instance, 'RX');
  const line: RemittanceLine = compact({
    procedureQualifier: procedure?.qualifier ?? '',
    procedureCode: procedure?.code ?? '',
    modifiers: procedure?.modifiers ?? [],
    chargeCents: reader.requiredAmount(service, 2, `charge of line ${lineNumber} (SVC02)`, unreadable),
    paidCents: reader.requiredAmount(service, 3, `payment of line ${lineNumber} (SVC03)`, unreadable),
    revenueCode: reader.text(service, 4),
    units: reader.quantity(service, 5) ?? 1,
    submittedProcedure: reader.procedure(service, 6),
    submittedUnits: reader.quantity(service, 7),
    servicePeriod: servicePeriod(reader, instance),
    adjustments: readClaimAdjustments(reader, instance, unreadable),
    lineControlNumber: readReference(reader, instance, '6R'),
    references: readReferences(reader, instance, ['6R']),
    allowedCents: amounts.find((amount) => amount.qualifier === 'B6')?.amountCents,
    amounts: amounts.filter((amount) => amount.qualifier !== 'B6'),
    quantities: readQuantities(reader, instance),
    remarkCodes: remarkCodes(reader, instance, 'HE'),
    drugRemarkCodes: drugRemarkCodes.length === 0 ? undefined : drugRemarkCodes,
  });
  return [line];
}

function servicePeriod(reader: FieldReader, instance: LoopInstance): DateRange | undefined {
  const day = reader.date(findSegment(instance, 'DTM', '472'), 2);
  const from = reader.date(findSegment(instance, 'DTM', '150'), 2) ?? day;
  const to = reader.date(findSegment(instance, 'DTM', '151'), 2) ?? day;
  const first = from ?? to;
  const last = to ?? from;
  return first === undefined || last === undefined ? undefined : { from: first, to: last };
}

function remarkCodes(reader: FieldReader, instance: LoopInstance, list: 'HE' | 'RX'): string[] {
  return findSegments(instance, 'LQ', list).flatMap((segment) => reader.text(segment, 2) ?? []);
}
