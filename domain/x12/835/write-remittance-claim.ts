import type { Party } from '../party.js';
import { partySegment, referenceSegment, referenceSegments } from '../party-segments.js';
import type { SegmentValues } from '../segment-values.js';
import { amountValue, dateValue, procedureValue, qualifiedSegment, quantityValue } from '../write-values.js';
import type { AdjustmentGroup, ClaimAdjustment, RemittanceClaim, RemittanceLine } from './remittance-advice.js';

/** The segments of loop 2100 with its lines, in the order of the guide. */
export function remittanceClaimSegments(claim: RemittanceClaim): SegmentValues[] {
  const { statementPeriod: period, patientResponsibilityCents: owed } = claim;
  return [
    [
      'CLP',
      claim.patientControlNumber,
      claim.statusCode,
      amountValue(claim.chargeCents),
      amountValue(claim.paidCents),
      owed === 0 ? undefined : amountValue(owed),
      claim.filingIndicator,
      claim.payerClaimControlNumber,
      claim.placeOfService,
      claim.frequency,
    ],
    ...adjustmentSegments(claim.adjustments),
    ...nameSegments(claim),
    ...remarkSegments(claim.remarkCodes),
    ...referenceSegments(inGuideOrder(claim.references, renderingReferences)),
    ...qualifiedSegment('DTM', '232', dateValue(period?.from)),
    ...qualifiedSegment('DTM', '233', dateValue(period?.to)),
    ...qualifiedSegment('DTM', '036', dateValue(claim.coverageExpiredDate)),
    ...qualifiedSegment('DTM', '050', dateValue(claim.receivedDate)),
    ...claim.amounts.flatMap(({ qualifier, amountCents }) =>
      qualifiedSegment('AMT', qualifier, amountValue(amountCents)),
    ),
    ...claim.quantities.flatMap(({ qualifier, quantity }) =>
      qualifiedSegment('QTY', qualifier, quantityValue(quantity)),
    ),
    ...claim.lines.flatMap(lineSegments),
  ];
}

function nameSegments(claim: RemittanceClaim): SegmentValues[] {
  const names: [string, Party | undefined][] = [
    ['QC', claim.patient],
    ['IL', claim.insured],
    ['74', claim.correctedInsured],
    ['82', claim.renderingProvider],
    ['TT', claim.crossoverCarrier],
    ['PR', claim.correctedPriorityPayer],
    ['GB', claim.otherInsured],
  ];
  return names.flatMap(([entity, party]) => (party === undefined ? [] : [partySegment(entity, party)]));
}

/** MOA holds five remark codes; an inpatient MIA takes five more. */
function remarkSegments(codes: readonly string[]): SegmentValues[] {
  if (codes.length === 0) return [];
  const [sixth, ...rest] = codes.slice(5, 10);
  const inpatient: SegmentValues = ['MIA', '0', ...blanks(3), sixth, ...blanks(14), ...rest];
  const outpatient: SegmentValues = ['MOA', undefined, undefined, ...codes.slice(0, 5)];
  return sixth === undefined ? [outpatient] : [inpatient, outpatient];
}

function blanks(count: number): undefined[] {
  return Array.from({ length: count }, () => undefined);
}

/** The segments of loop 2110, in the order of the guide. */
function lineSegments(line: RemittanceLine): SegmentValues[] {
  const { procedureQualifier: qualifier, procedureCode: code, modifiers } = line;
  return [
    [
      'SVC',
      procedureValue({ qualifier, code, modifiers }),
      amountValue(line.chargeCents),
      amountValue(line.paidCents),
      line.revenueCode,
      quantityValue(line.units),
      procedureValue(line.submittedProcedure),
      quantityValue(line.submittedUnits),
    ],
    ...serviceDates(line),
    ...adjustmentSegments(line.adjustments),
    ...lineReferences(line),
    ...qualifiedSegment('AMT', 'B6', amountValue(line.allowedCents)),
    ...line.amounts.flatMap(({ qualifier: kind, amountCents }) =>
      qualifiedSegment('AMT', kind, amountValue(amountCents)),
    ),
    ...line.quantities.flatMap(({ qualifier: kind, quantity }) =>
      qualifiedSegment('QTY', kind, quantityValue(quantity)),
    ),
    ...line.remarkCodes.flatMap((remark) => qualifiedSegment('LQ', 'HE', remark)),
    ...(line.drugRemarkCodes ?? []).flatMap((remark) => qualifiedSegment('LQ', 'RX', remark)),
  ];
}

function serviceDates({ servicePeriod: period }: RemittanceLine): SegmentValues[] {
  if (period === undefined) return [];
  if (period.from === period.to) return qualifiedSegment('DTM', '472', dateValue(period.from));
  return [
    ...qualifiedSegment('DTM', '150', dateValue(period.from)),
    ...qualifiedSegment('DTM', '151', dateValue(period.to)),
  ];
}

const renderingReferences = ['0B', '1A', '1B', '1C', '1D', '1G', '1H', '1J', 'D3', 'G2', 'LU'];
const lineProviderReferences = ['0B', '1A', '1B', '1C', '1D', '1G', '1H', '1J', 'D3', 'G2', 'HPI', 'SY', 'TJ', '0K'];

/** The line control number stands between service identifications and provider identifications. */
function lineReferences(line: RemittanceLine): SegmentValues[] {
  const ofProvider = (qualifier: string): boolean => lineProviderReferences.includes(qualifier);
  const policies = line.references.filter(({ qualifier }) => qualifier === '0K');
  const providers = line.references.filter(({ qualifier }) => qualifier !== '0K' && ofProvider(qualifier));
  return [
    ...referenceSegments(line.references.filter(({ qualifier }) => !ofProvider(qualifier))),
    ...referenceSegment('6R', line.lineControlNumber),
    ...referenceSegments([...providers, ...policies]),
  ];
}

function inGuideOrder<T extends { readonly qualifier: string }>(all: readonly T[], last: readonly string[]): T[] {
  return [
    ...all.filter(({ qualifier }) => !last.includes(qualifier)),
    ...all.filter(({ qualifier }) => last.includes(qualifier)),
  ];
}

/** Up to six adjustments of one group share a CAS. */
function adjustmentSegments(adjustments: readonly ClaimAdjustment[]): SegmentValues[] {
  const runs: { group: AdjustmentGroup; adjustments: ClaimAdjustment[] }[] = [];
  for (const adjustment of adjustments) {
    const run = runs.at(-1);
    if (run !== undefined && run.group === adjustment.group && run.adjustments.length < 6)
      run.adjustments.push(adjustment);
    else runs.push({ group: adjustment.group, adjustments: [adjustment] });
  }
  return runs.map((run) => [
    'CAS',
    run.group,
    ...run.adjustments.flatMap(({ reasonCode, amountCents, quantity }) => [
      reasonCode,
      amountValue(amountCents),
      quantityValue(quantity),
    ]),
  ]);
}
