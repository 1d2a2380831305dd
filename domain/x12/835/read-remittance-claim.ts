import { packCode } from '../code-list.js';
import type { DateRange } from '../date-range.js';
import type { FieldReader } from '../field-reader.js';
import { findSegment, firstSegment, type LoopInstance, nextSegmentIndex } from '../loop-instance.js';
import type { Mutable } from '../mutable.js';
import { nothing } from '../nothing.js';
import { readParty, readReferences } from '../party-segments.js';
import { packedComponent } from '../segment.js';
import { readClaimAdjustments } from './read-claim-adjustments.js';
import { readAmounts, readQuantities } from './read-qualified-values.js';
import { readRemittanceLine } from './read-remittance-line.js';
import type { RemittanceClaim, RemittanceLine } from './remittance-advice.js';

/** Reads loop 2100: one claim with its lines. What is missing or unreadable never loses the claim. */
export function readRemittanceClaim(reader: FieldReader, instance: LoopInstance): RemittanceClaim | undefined {
  const payment = firstSegment(instance);
  if (payment === undefined) return undefined;
  const unreadable: string[] = [];
  const claim: Mutable<RemittanceClaim> = {
    patientControlNumber: reader.text(payment, 1) ?? '',
    statusCode: reader.text(payment, 2) ?? '',
    chargeCents: reader.requiredAmount(payment, 3, 'charge (CLP03)', unreadable),
    paidCents: reader.requiredAmount(payment, 4, 'payment (CLP04)', unreadable),
    patientResponsibilityCents: reader.amountOrZero(payment, 5, 'patient responsibility (CLP05)', unreadable),
    adjustments: readClaimAdjustments(reader, instance, unreadable),
    remarkCodes: remarkCodes(reader, instance),
    references: readReferences(reader, instance),
    amounts: readAmounts(reader, instance),
    quantities: readQuantities(reader, instance),
    lines: readLines(reader, instance, unreadable),
  };
  const filingIndicator = reader.text(payment, 6);
  if (filingIndicator !== undefined) claim.filingIndicator = filingIndicator;
  const payerClaimControlNumber = reader.text(payment, 7);
  if (payerClaimControlNumber !== undefined) claim.payerClaimControlNumber = payerClaimControlNumber;
  const placeOfService = reader.text(payment, 8);
  if (placeOfService !== undefined) claim.placeOfService = placeOfService;
  const frequency = reader.text(payment, 9);
  if (frequency !== undefined) claim.frequency = frequency;
  addParties(reader, instance, claim);
  addDates(reader, instance, claim);
  if (unreadable.length > 0) claim.unreadableAmounts = unreadable;
  return claim;
}

function readLines(reader: FieldReader, instance: LoopInstance, unreadable: string[]): readonly RemittanceLine[] {
  let lines: RemittanceLine[] | undefined;
  for (let loop = instance.firstInner; loop !== undefined; loop = loop.nextSibling) {
    if (loop.id !== '2110') continue;
    const line = readRemittanceLine(reader, loop, (lines?.length ?? 0) + 1, unreadable);
    if (line === undefined) continue;
    if (lines === undefined) lines = [line];
    else lines.push(line);
  }
  return lines ?? nothing;
}

function addParties(reader: FieldReader, instance: LoopInstance, claim: Mutable<RemittanceClaim>): void {
  for (let index = nextSegmentIndex(instance, 'NM1', 0); index !== -1; ) {
    const segment = instance.segmentAt(index);
    index = nextSegmentIndex(instance, 'NM1', index + 1);
    const place = segment && partyPlaces.get(packedComponent(segment, 1, 1));
    if (place === undefined || claim[place] !== undefined) continue;
    const party = readParty(reader, segment);
    if (party !== undefined) claim[place] = party;
  }
}

/** Where a name of the claim belongs, by its entity (NM101). */
const partyPlaces = new Map(
  (
    [
      ['QC', 'patient'],
      ['IL', 'insured'],
      ['74', 'correctedInsured'],
      ['82', 'renderingProvider'],
      ['TT', 'crossoverCarrier'],
      ['PR', 'correctedPriorityPayer'],
      ['GB', 'otherInsured'],
    ] as const
  ).map(([entity, place]) => [packCode(entity) ?? 0, place]),
);

function addDates(reader: FieldReader, instance: LoopInstance, claim: Mutable<RemittanceClaim>): void {
  if (findSegment(instance, 'DTM') === undefined) return;
  const period = statementPeriod(reader, instance);
  if (period !== undefined) claim.statementPeriod = period;
  const receivedDate = reader.date(findSegment(instance, 'DTM', '050'), 2);
  if (receivedDate !== undefined) claim.receivedDate = receivedDate;
  const coverageExpiredDate = reader.date(findSegment(instance, 'DTM', '036'), 2);
  if (coverageExpiredDate !== undefined) claim.coverageExpiredDate = coverageExpiredDate;
}

/** Outpatient remarks (MOA03–07), then inpatient ones (MIA05, MIA20–23). */
function remarkCodes(reader: FieldReader, instance: LoopInstance): readonly string[] {
  const outpatient = findSegment(instance, 'MOA');
  const inpatient = findSegment(instance, 'MIA');
  if (outpatient === undefined && inpatient === undefined) return nothing;
  return [
    ...[3, 4, 5, 6, 7].map((number) => reader.text(outpatient, number)),
    ...[5, 20, 21, 22, 23].map((number) => reader.text(inpatient, number)),
  ].flatMap((code) => code ?? []);
}

function statementPeriod(reader: FieldReader, instance: LoopInstance): DateRange | undefined {
  const start = reader.date(findSegment(instance, 'DTM', '232'), 2);
  const end = reader.date(findSegment(instance, 'DTM', '233'), 2);
  const from = start ?? end;
  const to = end ?? start;
  return from === undefined || to === undefined ? undefined : { from, to };
}
