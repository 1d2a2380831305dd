import type { DateRange } from '../date-range.js';
import { addressSegments, contactSegments, referenceSegments } from '../party-segments.js';
import type { SegmentValues } from '../write-interchange.js';
import { periodSegment } from '../write-values.js';
import { nameSegment } from './name-segment.js';
import type { Attachment, ClaimProvider, ServiceFacility } from './professional-claim.js';

// What claims (loop 2300) and service lines (loop 2400) hold alike.

/** DTP segments in the order of the guide, whatever the order of the object's keys. */
export function dateSegments<Kind extends string>(
  qualifiers: Readonly<Record<Kind, string>>,
  dates: Readonly<Partial<Record<Kind, DateRange>>>,
): SegmentValues[] {
  const segments: SegmentValues[] = [];
  for (const kind in dates) segments.push(...periodSegment(qualifiers[kind], dates[kind]));
  return segments.length < 2 ? segments : inOrderOf(Object.values<string>(qualifiers), segments);
}

function inOrderOf(qualifiers: readonly string[], segments: SegmentValues[]): SegmentValues[] {
  const place = (segment: SegmentValues): number => qualifiers.findIndex((qualifier) => qualifier === segment[1]);
  return segments.sort((a, b) => place(a) - place(b));
}

export function attachmentSegment(attachment: Attachment): SegmentValues {
  const { reportType, transmission, controlNumber } = attachment;
  const reference = controlNumber === undefined ? [] : ['AC', controlNumber];
  return ['PWK', reportType, transmission, undefined, undefined, ...reference];
}

/** NM1, PRV (rendering only) and REF of a provider's loop. */
export function providerSegments(entity: string, provider: ClaimProvider | undefined): SegmentValues[] {
  if (provider === undefined) return [];
  const segments = [nameSegment(entity, provider.party)];
  if (provider.taxonomyCode !== undefined) segments.push(['PRV', 'PE', 'PXC', provider.taxonomyCode]);
  segments.push(...referenceSegments(provider.references));
  return segments;
}

export function facilitySegments(facility: ServiceFacility | undefined): SegmentValues[] {
  if (facility === undefined) return [];
  return [
    nameSegment('77', facility.party),
    ...addressSegments(facility.address),
    ...referenceSegments(facility.references),
    ...(facility.contact === undefined ? [] : contactSegments([facility.contact])),
  ];
}
