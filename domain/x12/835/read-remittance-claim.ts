import { compact } from '../compact.js';
import type { DateRange } from '../date-range.js';
import type { FieldReader } from '../field-reader.js';
import { childLoops, findSegment, firstSegment, type LoopInstance } from '../loop-instance.js';
import { readParty, readReferences } from '../party-segments.js';
import { readClaimAdjustments } from './read-claim-adjustments.js';
import { readAmounts, readQuantities } from './read-qualified-values.js';
import { readRemittanceLine } from './read-remittance-line.js';
import type { RemittanceClaim } from './remittance-advice.js';

/** Reads loop 2100: one claim with its lines. What is missing or unreadable never loses the claim. */
export function readRemittanceClaim(reader: FieldReader, instance: LoopInstance): RemittanceClaim[] {
  const payment = firstSegment(instance);
  if (payment === undefined) return [];
  const unreadable: string[] = [];
  const name = (entity: string) => readParty(reader, findSegment(instance, 'NM1', entity));
  const claim: RemittanceClaim = compact({
    patientControlNumber: reader.text(payment, 1) ?? '',
    statusCode: reader.text(payment, 2) ?? '',
    chargeCents: reader.requiredAmount(payment, 3, 'charge (CLP03)', unreadable),
    paidCents: reader.requiredAmount(payment, 4, 'payment (CLP04)', unreadable),
    patientResponsibilityCents: reader.amountOrZero(payment, 5, 'patient responsibility (CLP05)', unreadable),
    filingIndicator: reader.text(payment, 6),
    payerClaimControlNumber: reader.text(payment, 7),
    placeOfService: reader.text(payment, 8),
    frequency: reader.text(payment, 9),
    adjustments: readClaimAdjustments(reader, instance, unreadable),
    patient: name('QC'),
    insured: name('IL'),
    correctedInsured: name('74'),
    renderingProvider: name('82'),
    crossoverCarrier: name('TT'),
    correctedPriorityPayer: name('PR'),
    otherInsured: name('GB'),
    remarkCodes: remarkCodes(reader, instance),
    references: readReferences(reader, instance),
    statementPeriod: statementPeriod(reader, instance),
    receivedDate: reader.date(findSegment(instance, 'DTM', '050'), 2),
    coverageExpiredDate: reader.date(findSegment(instance, 'DTM', '036'), 2),
    amounts: readAmounts(reader, instance),
    quantities: readQuantities(reader, instance),
    lines: childLoops(instance, '2110').flatMap((line, index) =>
      readRemittanceLine(reader, line, index + 1, unreadable),
    ),
    unreadableAmounts: unreadable.length === 0 ? undefined : unreadable,
  });
  return [claim];
}

/** Outpatient remarks (MOA03–07), then inpatient ones (MIA05, MIA20–23). */
function remarkCodes(reader: FieldReader, instance: LoopInstance): string[] {
  const outpatient = findSegment(instance, 'MOA');
  const inpatient = findSegment(instance, 'MIA');
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
