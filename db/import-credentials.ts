import type { Credential } from '../domain/credential/credential.js';
import { mergeCredentials } from '../domain/credential/merge-credentials.js';
import type { Instant } from '../domain/kernel/instant.js';
import {
  findClinicianCredentials,
  lockClinicianCredentials,
  recordClinicianCredentials,
} from './clinician-credentials.js';
import type { Database } from './database.js';

/** What an import did, or would do. */
export type CredentialImport = {
  readonly clinicians: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
};

/** Lays credentials over what is recorded of each clinician, one transaction a clinician; what stands already makes no new version. */
export async function importCredentials(
  db: Database,
  practiceId: string,
  byClinician: ReadonlyMap<string, readonly Credential[]>,
  options: { readonly at: Instant; readonly actor: string; readonly dryRun: boolean },
): Promise<CredentialImport> {
  const sum = { clinicians: 0, added: 0, changed: 0, unchanged: 0 };
  for (const [npi, incoming] of byClinician) {
    const { added, changed, unchanged } = await db.inPractice(practiceId, async (tx) => {
      await lockClinicianCredentials(tx, npi);
      const known = await findClinicianCredentials(tx, npi);
      const merged = mergeCredentials(known?.credentials ?? [], incoming);
      if (!options.dryRun && merged.added + merged.changed > 0) {
        await recordClinicianCredentials(tx, {
          npi,
          credentials: merged.credentials,
          at: options.at,
          actor: options.actor,
        });
      }
      return merged;
    });
    sum.clinicians += 1;
    sum.added += added;
    sum.changed += changed;
    sum.unchanged += unchanged;
  }
  return sum;
}
