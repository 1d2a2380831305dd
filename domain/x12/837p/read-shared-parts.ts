import { packCode } from '../code-list.js';
import type { DateRange } from '../date-range.js';
import type { FieldReader } from '../field-reader.js';
import { findSegment, findSegments, type LoopInstance, nextSegmentIndex } from '../loop-instance.js';
import type { Mutable } from '../mutable.js';
import { readAddress, readContacts, readParty, readReferences, unnamedParty } from '../party-segments.js';
import { nothing } from '../nothing.js';
import { readEach } from '../read-each.js';
import { packedComponent, type Segment } from '../segment.js';
import type { Attachment, ClaimNote, ClaimProvider, ServiceFacility } from './professional-claim.js';

// What claims (loop 2300) and service lines (loop 2400) hold alike.

/** The provider's loop of that id whose NM1 has that entity code. */
export function providerLoop(instance: LoopInstance, id: string, entity: string): LoopInstance | undefined {
  for (let child = instance.firstInner; child !== undefined; child = child.nextSibling) {
    if (child.id === id && isNamedAs(child, entity)) return child;
  }
  return undefined;
}

/** The loop names somebody as that entity (NM101). */
export function isNamedAs(instance: LoopInstance, entity: string): boolean {
  return findSegment(instance, 'NM1', entity) !== undefined;
}

export function readProvider(reader: FieldReader, instance: LoopInstance | undefined): ClaimProvider | undefined {
  if (instance === undefined) return undefined;
  const provider: Mutable<ClaimProvider> = {
    party: readParty(reader, findSegment(instance, 'NM1')) ?? unnamedParty,
    references: readReferences(reader, instance),
  };
  const taxonomyCode = reader.text(findSegment(instance, 'PRV'), 3);
  if (taxonomyCode !== undefined) provider.taxonomyCode = taxonomyCode;
  return provider;
}

export function readFacility(reader: FieldReader, instance: LoopInstance): ServiceFacility {
  const facility: Mutable<ServiceFacility> = {
    party: readParty(reader, findSegment(instance, 'NM1')) ?? unnamedParty,
    address: readAddress(reader, instance) ?? {},
    references: readReferences(reader, instance),
  };
  const [contact] = readContacts(reader, instance);
  if (contact !== undefined) facility.contact = contact;
  return facility;
}

/** Kinds of dates by their DTP01 as `packCode` gives it. */
export type DateKinds<Kind extends string> = ReadonlyMap<number, Kind>;

/** The table of date qualifiers in the form `readDates` takes. */
export function dateKinds<Kind extends string>(qualifiers: Readonly<Record<Kind, string>>): DateKinds<Kind> {
  const kinds = new Map<number, Kind>();
  for (const kind in qualifiers) kinds.set(packCode(qualifiers[kind]) ?? 0, kind);
  return kinds;
}

/** Dates by what happened then, the first of each kind; a DTP the table does not know is left to the findings. */
export function readDates<Kind extends string>(
  reader: FieldReader,
  instance: LoopInstance,
  kinds: DateKinds<Kind>,
): Readonly<Partial<Record<Kind, DateRange>>> {
  let dates: Partial<Record<Kind, DateRange>> | undefined;
  for (let index = nextSegmentIndex(instance, 'DTP', 0); index !== -1; ) {
    const segment = instance.segmentAt(index);
    index = nextSegmentIndex(instance, 'DTP', index + 1);
    const kind = segment === undefined ? undefined : kinds.get(packedComponent(segment, 1, 1));
    if (kind === undefined || dates?.[kind] !== undefined) continue;
    const period = reader.period(segment, 2);
    if (period === undefined) continue;
    dates ??= {};
    dates[kind] = period;
  }
  return dates ?? noDates;
}

/** One for all that have none, as `nothing` is for lists. */
const noDates = Object.freeze({});

export function readAttachments(reader: FieldReader, instance: LoopInstance): readonly Attachment[] {
  return readEach(reader, findSegments(instance, 'PWK'), readAttachment);
}

function readAttachment(reader: FieldReader, segment: Segment): Attachment {
  const controlNumber = reader.text(segment, 6);
  const attachment = { reportType: reader.text(segment, 1) ?? '', transmission: reader.text(segment, 2) ?? '' };
  return controlNumber === undefined ? attachment : { ...attachment, controlNumber };
}

export function readFixedFormat(reader: FieldReader, instance: LoopInstance): readonly string[] {
  const segments = findSegments(instance, 'K3');
  return segments.length === 0 ? nothing : readTexts(reader, segments);
}

function readTexts(reader: FieldReader, segments: readonly Segment[]): string[] {
  return segments.flatMap((segment) => reader.text(segment, 1) ?? []);
}

export function readNotes(reader: FieldReader, instance: LoopInstance): readonly ClaimNote[] {
  return readEach(reader, findSegments(instance, 'NTE'), readNote);
}

function readNote(reader: FieldReader, segment: Segment): ClaimNote {
  return { code: reader.text(segment, 1) ?? '', text: reader.text(segment, 2) ?? '' };
}
