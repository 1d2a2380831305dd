import { addressSegments, contactSegments, partySegment, referenceSegments } from '../party-segments.js';
import type { SegmentValues } from '../segment-values.js';
import { amountValue, periodSegment, procedureValue, quantityValue } from '../write-values.js';
import type { Benefit, BenefitDelivery, BenefitParty, EligibilityRejection } from './eligibility-response.js';

/** The segments of loop 2110, in the order of the guide. */
export function benefitSegments(benefit: Benefit): SegmentValues[] {
  return [
    [
      'EB',
      benefit.informationCode,
      benefit.coverageLevel,
      { repetitions: benefit.serviceTypeCodes },
      benefit.insuranceType,
      benefit.planName,
      benefit.timePeriod,
      amountValue(benefit.amountCents),
      benefit.percentFraction,
      benefit.quantityQualifier,
      quantityValue(benefit.quantity),
      answerCode(benefit.authorizationRequired),
      answerCode(benefit.inNetwork),
      procedureValue(benefit.procedure),
    ],
    ...benefit.deliveries.map(deliverySegment),
    ...referenceSegments(benefit.references),
    ...benefit.dates.flatMap(({ qualifier, period }) => periodSegment(qualifier, period)),
    ...benefit.rejections.map(rejectionSegment),
    ...benefit.messages.map((message): SegmentValues => ['MSG', message]),
    ...benefit.placesOfService.map((place): SegmentValues => ['III', 'ZZ', place]),
    ...relatedSegments(benefit.relatedParties),
  ];
}

/** AAA. */
export function rejectionSegment(rejection: EligibilityRejection): SegmentValues {
  return ['AAA', rejection.requestValid ? 'Y' : 'N', undefined, rejection.reasonCode, rejection.followUpCode];
}

function deliverySegment(delivery: BenefitDelivery): SegmentValues {
  return [
    'HSD',
    delivery.quantityQualifier,
    quantityValue(delivery.quantity),
    delivery.measurementCode,
    quantityValue(delivery.samplePeriods),
    delivery.timePeriod,
    quantityValue(delivery.periodCount),
    delivery.frequencyCode,
    delivery.patternTimeCode,
  ];
}

function relatedSegments(parties: readonly BenefitParty[]): SegmentValues[] {
  if (parties.length === 0) return [];
  return [
    ['LS', '2120'],
    ...parties.flatMap(({ role, party, address, contacts, taxonomyCode }) => [
      partySegment(role, party),
      ...addressSegments(address),
      ...contactSegments(contacts),
      ...(taxonomyCode === undefined ? [] : [['PRV', 'PE', 'PXC', taxonomyCode] as const]),
    ]),
    ['LE', '2120'],
  ];
}

function answerCode(answer: Benefit['inNetwork']): string | undefined {
  switch (answer) {
    case 'yes':
      return 'Y';
    case 'no':
      return 'N';
    case 'unknown':
      return 'U';
    case 'not-applicable':
      return 'W';
    case undefined:
      return undefined;
  }
}
