import type { Cents } from '../../kernel/cents.js';
import type { DateRange } from '../date-range.js';
import type { FieldReader } from '../field-reader.js';
import { findSegment, findSegments, firstSegment, type LoopInstance } from '../loop-instance.js';
import type { Mutable } from '../mutable.js';
import { nothing } from '../nothing.js';
import { readReference, readReferences } from '../party-segments.js';
import type { Segment } from '../segment.js';
import { readClaimAdjustments } from './read-claim-adjustments.js';
import { readAmounts, readQuantities } from './read-qualified-values.js';
import type { QualifiedAmount, RemittanceLine } from './remittance-advice.js';

/** Reads loop 2110: one service line. Names of unreadable amounts go to the claim's list. */
export function readRemittanceLine(
  reader: FieldReader,
  instance: LoopInstance,
  lineNumber: number,
  unreadable: string[],
): RemittanceLine | undefined {
  const service = firstSegment(instance);
  if (service === undefined) return undefined;
  const procedure = reader.procedure(service, 1);
  const amounts = readAmounts(reader, instance);
  const allowed = amounts.length === 0 ? undefined : amounts.find(isAllowedAmount);
  const line: Mutable<RemittanceLine> = {
    procedureQualifier: procedure?.qualifier ?? '',
    procedureCode: procedure?.code ?? '',
    modifiers: procedure?.modifiers ?? nothing,
    chargeCents: readCharge(reader, service, lineNumber, unreadable),
    paidCents: readPayment(reader, service, lineNumber, unreadable),
    units: reader.quantity(service, 5) ?? 1,
    adjustments: readClaimAdjustments(reader, instance, unreadable),
    references: readReferences(reader, instance, namedReferences),
    amounts: allowed === undefined ? amounts : withoutAllowed(amounts),
    quantities: readQuantities(reader, instance),
    remarkCodes: remarkCodes(reader, instance, 'HE'),
  };
  const revenueCode = reader.text(service, 4);
  if (revenueCode !== undefined) line.revenueCode = revenueCode;
  const submittedProcedure = reader.procedure(service, 6);
  if (submittedProcedure !== undefined) line.submittedProcedure = submittedProcedure;
  const submittedUnits = reader.quantity(service, 7);
  if (submittedUnits !== undefined) line.submittedUnits = submittedUnits;
  const period = servicePeriod(reader, instance);
  if (period !== undefined) line.servicePeriod = period;
  const lineControlNumber = readReference(reader, instance, '6R');
  if (lineControlNumber !== undefined) line.lineControlNumber = lineControlNumber;
  if (allowed !== undefined) line.allowedCents = allowed.amountCents;
  const drugRemarkCodes = remarkCodes(reader, instance, 'RX');
  if (drugRemarkCodes.length > 0) line.drugRemarkCodes = drugRemarkCodes;
  return line;
}

const namedReferences = ['6R'];

function isAllowedAmount(amount: QualifiedAmount): boolean {
  return amount.qualifier === 'B6';
}

function withoutAllowed(amounts: readonly QualifiedAmount[]): readonly QualifiedAmount[] {
  return amounts.length === 1 ? nothing : amounts.filter((amount) => !isAllowedAmount(amount));
}

// The names are made only for amounts that can't be read.

function readCharge(reader: FieldReader, service: Segment, lineNumber: number, unreadable: string[]): Cents {
  return (
    reader.amount(service, 2) ?? reader.missingAmount(service, 2, `charge of line ${lineNumber} (SVC02)`, unreadable)
  );
}

function readPayment(reader: FieldReader, service: Segment, lineNumber: number, unreadable: string[]): Cents {
  return (
    reader.amount(service, 3) ?? reader.missingAmount(service, 3, `payment of line ${lineNumber} (SVC03)`, unreadable)
  );
}

function servicePeriod(reader: FieldReader, instance: LoopInstance): DateRange | undefined {
  if (findSegment(instance, 'DTM') === undefined) return undefined;
  const day = reader.date(findSegment(instance, 'DTM', '472'), 2);
  const from = reader.date(findSegment(instance, 'DTM', '150'), 2) ?? day;
  const to = reader.date(findSegment(instance, 'DTM', '151'), 2) ?? day;
  const first = from ?? to;
  const last = to ?? from;
  return first === undefined || last === undefined ? undefined : { from: first, to: last };
}

function remarkCodes(reader: FieldReader, instance: LoopInstance, list: 'HE' | 'RX'): readonly string[] {
  const segments = findSegments(instance, 'LQ', list);
  return segments.length === 0 ? nothing : segments.flatMap((segment) => reader.text(segment, 2) ?? []);
}
