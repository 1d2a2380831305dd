import type { EligibilityMember } from './270/eligibility-inquiry.js';
import { compact } from './compact.js';
import type { FieldReader } from './field-reader.js';
import { findSegment, type LoopInstance } from './loop-instance.js';
import {
  addressSegments,
  partySegment,
  readAddress,
  readParty,
  readReferences,
  referenceSegments,
  unnamedParty,
} from './party-segments.js';
import { demographicsSegment, gender } from './status-hierarchy.js';
import type { SegmentValues } from './segment-values.js';

/** Reads who a subscriber (2100C) or dependent (2100D) is. */
export function readEligibilityMember(reader: FieldReader, instance: LoopInstance): EligibilityMember {
  const demographics = findSegment(instance, 'DMG');
  return compact({
    party: readParty(reader, findSegment(instance, 'NM1')) ?? unnamedParty,
    address: readAddress(reader, instance),
    birthDate: reader.period(demographics, 1)?.from,
    gender: gender(reader.text(demographics, 3)),
    relationshipCode: reader.text(findSegment(instance, 'INS'), 2),
    references: readReferences(reader, instance),
  });
}

/** NM1, REF, N3 and N4 of a member; in a 271 the rejections (AAA) follow before the rest. */
export function memberNameSegments(entity: 'IL' | '03', member: EligibilityMember): SegmentValues[] {
  return [
    partySegment(entity, member.party),
    ...referenceSegments(member.references),
    ...addressSegments(member.address),
  ];
}

/** DMG and INS of a member. */
export function memberDetailSegments(entity: 'IL' | '03', member: EligibilityMember): SegmentValues[] {
  const { relationshipCode } = member;
  const relationship: SegmentValues[] =
    relationshipCode === undefined ? [] : [['INS', entity === 'IL' ? 'Y' : 'N', relationshipCode]];
  return [...demographicsSegment(member), ...relationship];
}
