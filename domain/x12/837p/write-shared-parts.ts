import { append } from '../append.js';
import type { DateRange } from '../date-range.js';
import { addressSegments, contactSegments, referenceSegments } from '../party-segments.js';
import type { SegmentValues } from '../segment-values.js';
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
  for (const kind in dates) append(segments, periodSegment(qualifiers[kind], dates[kind]));
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

/** Adds NM1, PRV (rendering only) and REF of a provider's loop. */
export function addProvider(segments: SegmentValues[], entity: string, provider: ClaimProvider | undefined): void {
  if (provider === undefined) return;
  segments.push(nameSegment(entity, provider.party));
  addTaxonomyAndReferences(segments, provider);
}

export function addTaxonomyAndReferences(segments: SegmentValues[], provider: ClaimProvider): void {
  if (provider.taxonomyCode !== undefined) segments.push(['PRV', 'PE', 'PXC', provider.taxonomyCode]);
  append(segments, referenceSegments(provider.references));
}

export function addFacility(segments: SegmentValues[], facility: ServiceFacility | undefined): void {
  if (facility === undefined) return;
  segments.push(nameSegment('77', facility.party));
  append(segments, addressSegments(facility.address));
  append(segments, referenceSegments(facility.references));
  if (facility.contact !== undefined) append(segments, contactSegments([facility.contact]));
}
