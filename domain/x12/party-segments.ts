import { packCode } from './code-list.js';
import type { Contact, ContactNumber } from './contact.js';
import type { FieldReader } from './field-reader.js';
import { findSegment, findSegments, type LoopInstance, nextSegmentIndex } from './loop-instance.js';
import type { Mutable } from './mutable.js';
import { nothing } from './nothing.js';
import { readEach } from './read-each.js';
import type { Identifier, Party, Person } from './party.js';
import type { PostalAddress } from './postal-address.js';
import { isElement, type Segment } from './segment.js';
import type { SegmentValues } from './segment-values.js';

/** Reads a name segment (NM1); undefined when there is none. */
export function readParty(reader: FieldReader, segment: Segment | undefined): Party | undefined {
  if (segment === undefined) return undefined;
  const firstName = reader.text(segment, 4);
  const kind = reader.text(segment, 2);
  const name = reader.text(segment, 3) ?? '';
  const value = reader.text(segment, 9);
  const identifier = value === undefined ? undefined : { qualifier: reader.text(segment, 8) ?? '', value };
  if (kind !== '1' && (kind === '2' || firstName === undefined)) {
    return identifier === undefined ? { kind: 'organization', name } : { kind: 'organization', name, identifier };
  }
  const person: Mutable<Person> = { kind: 'person', lastName: name };
  if (firstName !== undefined) person.firstName = firstName;
  const middleName = reader.text(segment, 5);
  if (middleName !== undefined) person.middleName = middleName;
  const prefix = reader.text(segment, 6);
  if (prefix !== undefined) person.prefix = prefix;
  const suffix = reader.text(segment, 7);
  if (suffix !== undefined) person.suffix = suffix;
  if (identifier !== undefined) person.identifier = identifier;
  return person;
}

/** A party of whom nothing is known: the sender left its segment out, which is a finding of its own. */
export const unnamedParty: Party = { kind: 'organization', name: '' };

/** Writes a name segment with an entity code (NM101). */
export function partySegment(entity: string, party: Party): SegmentValues {
  const qualifier = party.identifier?.qualifier;
  const id = party.identifier?.value;
  if (party.kind === 'organization') {
    return ['NM1', entity, '2', party.name, undefined, undefined, undefined, undefined, qualifier, id];
  }
  const { lastName, firstName, middleName, prefix, suffix } = party;
  return ['NM1', entity, '1', lastName, firstName, middleName, prefix, suffix, qualifier, id];
}

/** Reads N3 and N4 of a loop; undefined when both are absent. */
export function readAddress(reader: FieldReader, instance: LoopInstance): PostalAddress | undefined {
  const street = findSegment(instance, 'N3');
  const place = findSegment(instance, 'N4');
  if (street === undefined && place === undefined) return undefined;
  const line1 = reader.text(street, 1);
  const line2 = reader.text(street, 2);
  const city = reader.text(place, 1);
  const state = reader.text(place, 2);
  const postalCode = reader.text(place, 3);
  const countryCode = reader.text(place, 4);
  if ((line1 ?? line2 ?? city ?? state ?? postalCode ?? countryCode) === undefined) return undefined;
  const address: Mutable<PostalAddress> = {};
  if (line1 !== undefined) address.line1 = line1;
  if (line2 !== undefined) address.line2 = line2;
  if (city !== undefined) address.city = city;
  if (state !== undefined) address.state = state;
  if (postalCode !== undefined) address.postalCode = postalCode;
  if (countryCode !== undefined) address.countryCode = countryCode;
  return address;
}

/** Writes N3 and N4, leaving out what the address does not have. */
export function addressSegments(address: PostalAddress | undefined): SegmentValues[] {
  if (address === undefined) return [];
  const { line1, line2, city, state, postalCode, countryCode } = address;
  const segments: SegmentValues[] = [];
  if (line1 !== undefined || line2 !== undefined) segments.push(['N3', line1, line2]);
  if ((city ?? state ?? postalCode ?? countryCode) !== undefined) {
    segments.push(['N4', city, state, postalCode, countryCode]);
  }
  return segments;
}

/** Reads the references of a loop (REF), leaving out the qualifiers that the caller keeps elsewhere. */
export function readReferences(
  reader: FieldReader,
  instance: LoopInstance,
  except: readonly string[] = nothing,
): readonly Identifier[] {
  let references: Identifier[] | undefined;
  for (let index = nextSegmentIndex(instance, 'REF', 0); index !== -1; ) {
    const segment = instance.segmentAt(index);
    index = nextSegmentIndex(instance, 'REF', index + 1);
    const qualifier = reader.text(segment, 1) ?? '';
    if (except.length > 0 && except.includes(qualifier)) continue;
    const value = reader.text(segment, 2);
    if (value === undefined) continue;
    if (references === undefined) references = [{ qualifier, value }];
    else references.push({ qualifier, value });
  }
  return references ?? nothing;
}

/**
 * The reference of a loop that has no other and it with this qualifier: most claims and lines have just their own
 * number, and need not be looked through for each that they could have.
 */
export function onlyReference(instance: LoopInstance, qualifier: string): Segment | undefined {
  const index = nextSegmentIndex(instance, 'REF', 0);
  if (index === -1 || instance.qualifierAt(index) !== packCode(qualifier)) return undefined;
  if (nextSegmentIndex(instance, 'REF', index + 1) !== -1) return undefined;
  const segment = instance.segmentAt(index);
  return segment !== undefined && isElement(segment, 1, qualifier) ? segment : undefined;
}

/** The value of the reference with a qualifier. */
export function readReference(reader: FieldReader, instance: LoopInstance, qualifier: string): string | undefined {
  return reader.text(findSegment(instance, 'REF', qualifier), 2);
}

export function referenceSegments(references: readonly Identifier[]): SegmentValues[] {
  return references.map(({ qualifier, value }) => ['REF', qualifier, value]);
}

/** Writes one reference, or none when there is no value. */
export function referenceSegment(qualifier: string, value: string | undefined): SegmentValues[] {
  return value === undefined ? [] : [['REF', qualifier, value]];
}

/** Reads the contacts of a loop (PER). */
export function readContacts(reader: FieldReader, instance: LoopInstance): readonly Contact[] {
  return readEach(reader, findSegments(instance, 'PER'), readContact);
}

function readContact(reader: FieldReader, segment: Segment): Contact {
  const name = reader.text(segment, 2);
  const numbers = [3, 5, 7].flatMap((at): ContactNumber[] => {
    const value = reader.text(segment, at + 1);
    return value === undefined ? [] : [{ kind: reader.text(segment, at) ?? '', value }];
  });
  return { functionCode: reader.text(segment, 1) ?? '', ...(name === undefined ? {} : { name }), numbers };
}

export function contactSegments(contacts: readonly Contact[]): SegmentValues[] {
  return contacts.map(({ functionCode, name, numbers }) => [
    'PER',
    functionCode,
    name,
    ...numbers.slice(0, 3).flatMap(({ kind, value }) => [kind, value]),
  ]);
}
