import type { VisitInput } from '../visit.js';
import { decodeBase64 } from './decode-base64.js';
import type { EncounterContext } from './encounter-context.js';
import { type Extracted, fhirFinding } from './extracted.js';

/** SHA-256 of some bytes as 64 hexadecimal digits; given from outside, since business rules hold no cryptography. */
export type Sha256Hex = (bytes: Uint8Array) => string;

/** Whether a note documents the visit, and the hash of the first one that came along as bytes. */
export function documentationOf(
  { encounter, links }: EncounterContext,
  sha256Hex: Sha256Hex,
): Extracted<NonNullable<VisitInput['documentation']>> {
  const documents = links
    .of(encounter, 'DocumentReference')
    .filter(({ resource }) => resource.status !== 'entered-in-error');
  if (documents.length === 0) {
    const message = 'no note documents the visit; payers pay for documented services only';
    const where = `${encounter.location}, Encounter`;
    const finding = fhirFinding(
      'warning',
      'note-missing',
      where,
      message,
      'import the DocumentReference with its note',
    );
    return { value: { present: false }, findings: [finding] };
  }
  for (const { resource } of documents) {
    for (const { attachment } of resource.content ?? []) {
      const bytes = attachment.data === undefined ? undefined : decodeBase64(attachment.data);
      if (bytes && bytes.length > 0) return { value: { present: true, sha256: sha256Hex(bytes) }, findings: [] };
    }
  }
  const message = 'the note is named but its text did not come along, or is no base64';
  const where = `${documents[0]?.location ?? encounter.location}, DocumentReference.content`;
  return { value: { present: true }, findings: [fhirFinding('warning', 'note-unreadable', where, message)] };
}
