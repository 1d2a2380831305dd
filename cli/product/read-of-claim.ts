import { findClaimId } from '../../db/claim-states.js';
import type { Queryable } from '../../db/database.js';
import { UsageError } from '../text/usage-error.js';
import { choosePractice } from './choose-practice.js';
import { withDatabase } from './with-database.js';

/** Reads something of the claim that a person names by its id or patient control number. */
export async function readOfClaim<T>(
  claim: string,
  { practice }: { readonly practice?: string },
  read: (query: Queryable, claimId: string) => Promise<T | null>,
): Promise<T> {
  return await withDatabase(async (db) =>
    db.read(await choosePractice(db, practice), async (query) => {
      const claimId = await findClaimId(query, claim);
      const found = claimId === null ? null : await read(query, claimId);
      if (found === null) throw new UsageError(`there is no claim ${claim}; teleclaim claims list shows all`);
      return found;
    }),
  );
}
