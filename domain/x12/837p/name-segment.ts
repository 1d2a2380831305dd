import { partySegment } from '../party-segments.js';
import type { Party } from '../party.js';
import type { SegmentValues } from '../write-interchange.js';

/** NM1 as the professional claim wants it: no name prefix (NM106), and no suffix (NM107) of a submitter (`41`). */
export function nameSegment(entity: string, party: Party): SegmentValues {
  if (party.kind === 'organization') return partySegment(entity, party);
  const { prefix: _, ...unprefixed } = party;
  if (entity !== '41') return partySegment(entity, unprefixed);
  const { suffix: __, ...plain } = unprefixed;
  return partySegment(entity, plain);
}
