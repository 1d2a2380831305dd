import type { StoredClaimCursor } from '../../db/stored-claims.js';
import { parsePlainDate } from '../../domain/kernel/plain-date.js';

/** A cursor as people copy it: `2026-01-31/clm_…`. */
export function cursorText({ dateOfService, claimId }: StoredClaimCursor): string {
  return `${dateOfService}/${claimId}`;
}

/** Reads a cursor; null for what is none. */
export function parseCursor(text: string): StoredClaimCursor | null {
  const [dateText = '', claimId = '', ...rest] = text.split('/');
  const date = parsePlainDate(dateText);
  return date.ok && /^clm_[0-9a-z]+$/.test(claimId) && rest.length === 0
    ? { dateOfService: date.value, claimId }
    : null;
}
