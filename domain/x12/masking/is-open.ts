import type { SimpleElementRule } from '../guide.js';
import type { TransactionKind } from '../transaction-kind.js';
import {
  businessEntities,
  closedSegments,
  openDateElements,
  openDates,
  openElements,
  openIdentifications,
  openReferences,
  openTraces,
  partyElements,
  personalIdQualifiers,
  possibleHomes,
} from './open-data.js';

/** Where a value stands. */
export type ValuePlace = {
  readonly kind: TransactionKind;
  readonly loop: string;
  /** NM101 or N101 of the party the segment tells about; undefined when it tells of none. */
  readonly entity: string | undefined;
  /** Values of the segment may stand in each other's places: nothing but codes of the guide is open. */
  readonly isDoubtful: boolean;
  readonly segmentId: string;
  /** The first element: REF01, DTP01, DTM01. */
  readonly qualifier: string;
  /** Number of the element, from 1. */
  readonly element: number;
  /** The element before, which says what kind of id or date this is (NM108, PRV02). */
  readonly before: string;
};

/** True when the value tells nothing of who a patient is, by the tables of `open-data.ts`; in doubt it is false. */
export function isOpen(place: ValuePlace, rule: SimpleElementRule, value: string): boolean {
  const { segmentId, element } = place;
  const closed = closedSegments.get(segmentId);
  if (closed !== undefined && !closed.includes(element)) return false;
  if (rule.usage === 'N') return false;
  if (rule.codeSet !== undefined) return rule.codeSet.has(value);
  if (place.isDoubtful) return false;
  if (partyElements.has(rule.reference)) return isOfBusiness(place, rule);
  switch (rule.reference) {
    case '127':
      return isOpenReference(place, value);
    case '373':
      return isOpenDate(place) && /^\d{8}$/.test(value);
    case '1251':
      return isOpenDate(place) && /^\d{8}(-\d{8}|\d{4})?$/.test(value);
    default:
      return openElements.get(rule.reference)?.test(value) ?? false;
  }
}

function isOfBusiness({ segmentId, element, entity, before, kind }: ValuePlace, rule: SimpleElementRule): boolean {
  // SVD01 is the id of the other payer.
  if (segmentId === 'SVD' && element === 1) return true;
  if (kind === '835' && segmentId === 'PER') return true;
  if (!['NM1', 'N1', 'N3', 'N4', 'PER', 'RDM'].includes(segmentId)) return false;
  if (entity === undefined || !businessEntities.has(entity)) return false;
  if (rule.reference === '67' && personalIdQualifiers.has(before)) return false;
  return !(possibleHomes.has(entity) && (segmentId === 'N3' || segmentId === 'N4'));
}

function isOpenReference(
  { segmentId, element, entity, qualifier, kind, loop, before }: ValuePlace,
  value: string,
): boolean {
  if (segmentId === 'REF') {
    const isPerson = entity !== undefined && !businessEntities.has(entity);
    return element === 2 && !isPerson && openReferences.has(qualifier);
  }
  if (segmentId === 'TRN') return element === 2 && openTraces.has(`${kind} ${loop}`);
  if (segmentId === 'PRV' && before !== 'PXC') return false;
  return openIdentifications.get(`${segmentId}${String(element).padStart(2, '0')}`)?.test(value) ?? false;
}

function isOpenDate({ segmentId, qualifier, element }: ValuePlace): boolean {
  if (segmentId === 'DTP' || segmentId === 'DTM') return openDates.has(qualifier);
  return openDateElements.has(`${segmentId}${String(element).padStart(2, '0')}`);
}
