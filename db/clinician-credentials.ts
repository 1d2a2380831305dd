import { z } from 'zod';
import { type Credential, credentialSchema } from '../domain/credential/credential.js';
import { inOrderOfKeys } from '../domain/credential/merge-credentials.js';
import type { Instant } from '../domain/kernel/instant.js';
import { instantColumn } from './claim-row.js';
import type { PracticeTransaction, Queryable } from './database.js';
import { json, type SqlQuery, sql } from './sql.js';

/** The credentials of one clinician as they stand, with who recorded them last. */
export type ClinicianCredentials = {
  readonly npi: string;
  readonly version: number;
  readonly credentials: readonly Credential[];
  readonly recordedAt: Instant;
  readonly recordedBy: string;
};

const rowSchema = z.object({
  npi: z.string(),
  version: z.int(),
  credentials: z.array(credentialSchema),
  recorded_at: instantColumn,
  recorded_by: z.string(),
});

function standing({ recorded_at, recorded_by, ...row }: z.infer<typeof rowSchema>): ClinicianCredentials {
  return { ...row, recordedAt: recorded_at, recordedBy: recorded_by };
}

/** What is recorded of a clinician, or null when nothing ever was. */
export async function findClinicianCredentials(query: Queryable, npi: string): Promise<ClinicianCredentials | null> {
  const row = await query.maybeOne(
    rowSchema,
    sql`select npi, version, credentials, recorded_at, recorded_by from clinician_credentials
      where npi = ${npi} order by version desc limit 1`,
  );
  return row === null ? null : standing(row);
}

/** What is recorded of every clinician of the practice, by NPI. */
export async function listClinicianCredentials(query: Queryable): Promise<ClinicianCredentials[]> {
  const rows = await query.rows(
    rowSchema,
    sql`select distinct on (npi) npi, version, credentials, recorded_at, recorded_by from clinician_credentials
      order by npi, version desc`,
  );
  return rows.map(standing);
}

/** The columns of `selectCredentialsToCheck`. */
export const credentialsToCheckColumns = {
  credentials: z.array(credentialSchema).nullable(),
  keeps_credentials: z.boolean(),
};

/** What a clinician's claims are checked by, as columns of a statement. */
export function selectCredentialsToCheck(practiceId: string, npi: string): SqlQuery {
  return sql`(select credentials from clinician_credentials where practice_id = ${practiceId} and npi = ${npi}
      order by version desc limit 1) as credentials,
    exists (select from clinician_credentials where practice_id = ${practiceId}) as keeps_credentials`;
}

/** What is recorded of the clinician; none where the practice keeps credentials of others, and undefined where it keeps none at all. */
export function credentialsToCheck(row: {
  readonly credentials: readonly Credential[] | null;
  readonly keeps_credentials: boolean;
}): readonly Credential[] | undefined {
  return row.credentials ?? (row.keeps_credentials ? [] : undefined);
}

/** Keeps changes of one clinician apart to the end of the transaction; taken before what is there is read. */
export async function lockClinicianCredentials(tx: PracticeTransaction, npi: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`credentials:${tx.practiceId}:${npi}`}, 0))`);
}

/** Records a clinician's credentials in place of those before, as the next version. */
export async function recordClinicianCredentials(
  tx: PracticeTransaction,
  change: {
    readonly npi: string;
    readonly credentials: readonly Credential[];
    readonly at: Instant;
    readonly actor: string;
  },
): Promise<ClinicianCredentials> {
  const { npi, at, actor } = change;
  const row = await tx.one(
    rowSchema,
    sql`insert into clinician_credentials (practice_id, npi, version, credentials, recorded_at, recorded_by)
      select ${tx.practiceId}, ${npi}, coalesce(max(version), 0) + 1, ${json(inOrderOfKeys(change.credentials))}, ${at}, ${actor}
      from clinician_credentials where practice_id = ${tx.practiceId} and npi = ${npi}
      returning npi, version, credentials, recorded_at, recorded_by`,
  );
  return standing(row);
}
