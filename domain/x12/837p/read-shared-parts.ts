import { compact } from '../compact.js';
import type { DateRange } from '../date-range.js';
import type { FieldReader } from '../field-reader.js';
import { childLoops, findSegment, findSegments, type LoopInstance } from '../loop-instance.js';
import { readAddress, readContacts, readParty, readReferences, unnamedParty } from '../party-segments.js';
import type { Attachment, ClaimNote, ClaimProvider, ServiceFacility } from './professional-claim.js';

// What claims (loop 2300) and service lines (loop 2400) hold alike.

/** The provider's loop of that id whose NM1 has that entity code. */
export function providerLoop(instance: LoopInstance, id: string, entity: string): LoopInstance | undefined {
  return childLoops(instance, id).find((child) => findSegment(child, 'NM1', entity) !== undefined);
}

export function readProvider(reader: FieldReader, instance: LoopInstance | undefined): ClaimProvider | undefined {
  if (instance === undefined) return undefined;
  return {
    party: readParty(reader, findSegment(instance, 'NM1')) ?? unnamedParty,
    references: readReferences(reader, instance),
    ...compact({ taxonomyCode: reader.text(findSegment(instance, 'PRV'), 3) }),
  };
}

export function readFacility(reader: FieldReader, instance: LoopInstance): ServiceFacility {
  return {
    party: readParty(reader, findSegment(instance, 'NM1')) ?? unnamedParty,
    address: readAddress(reader, instance) ?? {},
    references: readReferences(reader, instance),
    ...compact({ contact: readContacts(reader, instance)[0] }),
  };
}

/** Dates by what happened then; a DTP the table does not know is left to the findings. */
export function readDates<Kind extends string>(
  reader: FieldReader,
  instance: LoopInstance,
  qualifiers: Readonly<Record<Kind, string>>,
): Partial<Record<Kind, DateRange>> {
  const dates: Partial<Record<Kind, DateRange>> = {};
  for (const kind in qualifiers) {
    const period = reader.period(findSegment(instance, 'DTP', qualifiers[kind]), 2);
    if (period !== undefined) dates[kind] = period;
  }
  return dates;
}

export function readAttachments(reader: FieldReader, instance: LoopInstance): Attachment[] {
  return findSegments(instance, 'PWK').map((segment) => ({
    reportType: reader.text(segment, 1) ?? '',
    transmission: reader.text(segment, 2) ?? '',
    ...compact({ controlNumber: reader.text(segment, 6) }),
  }));
}

export function readFixedFormat(reader: FieldReader, instance: LoopInstance): string[] {
  return findSegments(instance, 'K3').flatMap((segment) => reader.text(segment, 1) ?? []);
}

export function readNotes(reader: FieldReader, instance: LoopInstance): ClaimNote[] {
  return findSegments(instance, 'NTE').map((segment) => ({
    code: reader.text(segment, 1) ?? '',
    text: reader.text(segment, 2) ?? '',
  }));
}
