import type { Severity } from '../kernel/finding.js';
import type { TransactionSetHeading } from './interchange.js';
import { component, element, elementByteOffset, type Segment } from './segment.js';
import { snipLevelOf } from './snip-level.js';
import type { AcknowledgementCodes, X12Finding, X12FindingCode } from './x12-finding.js';

/** The part of a segment a finding is about; without `element` it is about the whole segment. */
export type FindingPlace = {
  readonly loop?: string | undefined;
  readonly element?: number;
  readonly component?: number;
  readonly repetition?: number;
  /** The offending text; taken from the segment when left out. */
  readonly value?: string;
};

/** Makes a finding about a segment of a transaction set, with its position, byte offset and offending value. */
export function findingAt(
  transactionSet: TransactionSetHeading,
  segment: Segment,
  what: { readonly code: X12FindingCode; readonly severity: Severity; readonly message: string } & AcknowledgementCodes,
  place: FindingPlace = {},
): X12Finding {
  const value = place.value ?? valueAt(segment, place);
  return {
    ...what,
    interchange: transactionSet.interchangeOrdinal,
    group: transactionSet.groupOrdinal,
    transaction: transactionSet.ordinal,
    segmentPosition: segment.position,
    segmentId: segment.id,
    ...(place.loop === undefined ? {} : { loop: place.loop }),
    ...(place.element === undefined ? {} : { element: place.element }),
    ...(place.component === undefined ? {} : { component: place.component }),
    ...(place.repetition === undefined ? {} : { repetition: place.repetition }),
    byteOffset: place.element === undefined ? segment.byteOffset : elementByteOffset(segment, place.element),
    ...(value === undefined || value === '' ? {} : { value }),
    snip: snipLevelOf(what.code),
  };
}

function valueAt(segment: Segment, place: FindingPlace): string | undefined {
  if (place.element === undefined) return undefined;
  if (place.component !== undefined && (place.repetition ?? 1) === 1) {
    return component(segment, place.element, place.component);
  }
  return element(segment, place.element);
}
