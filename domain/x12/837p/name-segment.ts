import { partySegment } from '../party-segments.js';
import type { Party } from '../party.js';
import type { SegmentValues } from '../segment-values.js';

/** NM1 as the professional claim wants it: no name prefix (NM106), and no suffix (NM107) of a submitter (`41`). */
export function nameSegment(entity: string, party: Party): SegmentValues {
  if (party.kind === 'organization') return partySegment(entity, party);
  const { lastName, firstName, middleName, suffix, identifier } = party;
  return [
    'NM1',
    entity,
    '1',
    lastName,
    firstName,
    middleName,
    undefined,
    entity === '41' ? undefined : suffix,
    identifier?.qualifier,
    identifier?.value,
  ];
}
