import type { EligibilityMember } from './270/eligibility-inquiry.js';
import type { AnsweredMember } from './271/eligibility-response.js';
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

/** INS03 and INS04 of a 271 where the payer's name, id or birth date of a person are not those of the question. */
const changedIdentity = { maintenance: '001', reason: '25' } as const;

/** Reads a subscriber or dependent of a 271. */
export function readAnsweredMember(reader: FieldReader, instance: LoopInstance): AnsweredMember {
  const member = readEligibilityMember(reader, instance);
  const relationship = findSegment(instance, 'INS');
  const { maintenance, reason } = changedIdentity;
  const identityChanged = reader.text(relationship, 3) === maintenance && reader.text(relationship, 4) === reason;
  return identityChanged ? { ...member, identityChanged } : member;
}

/** DMG and INS of a member. */
export function memberDetailSegments(entity: 'IL' | '03', member: AnsweredMember): SegmentValues[] {
  const { relationshipCode, identityChanged } = member;
  if (relationshipCode === undefined) return demographicsSegment(member);
  const change = identityChanged === true ? [changedIdentity.maintenance, changedIdentity.reason] : [];
  return [...demographicsSegment(member), ['INS', entity === 'IL' ? 'Y' : 'N', relationshipCode, ...change]];
}
