import { z } from 'zod';
import { codedClaimSchema } from '../domain/coding/coded-claim.js';
import { plainDateSchema } from '../domain/kernel/schemas.js';
import type { OtherClaim } from '../domain/scrubbing/scrub-edit.js';
import type { Visit } from '../domain/visit/visit.js';
import type { PracticeReader } from './database.js';
import { patientSha256 } from './patient-sha256.js';
import { type SqlQuery, sql } from './sql.js';

const rowSchema = z.object({
  id: z.string(),
  date_of_service: plainDateSchema,
  npi: z.string(),
  coded: codedClaimSchema,
});

/** Claims of the same patient on the same day in our own book, voided ones left out; for duplicate edits. */
export async function findOtherClaims(query: PracticeReader, claimId: string, visit: Visit): Promise<OtherClaim[]> {
  const rows = await query.rows(rowSchema, otherClaimsQuery(query.practiceId, claimId, visit));
  return rows.map((row) => ({
    claimId: row.id,
    dateOfService: row.date_of_service,
    clinicianNpi: row.npi,
    procedureCodes: row.coded.lines.map((line) => line.procedureCode),
  }));
}

/** Row-level security lets an index serve only what is leakproof, as `=` on text and dates is and taking apart a jsonb is not. */
export function otherClaimsQuery(
  practiceId: string,
  claimId: string,
  visit: Pick<Visit, 'dateOfService' | 'patient'>,
): SqlQuery {
  return sql`
    select c.id, c.date_of_service, v.data #>> '{clinician,npi}' as npi, c.coded
    from claims c join visits v on v.id = c.visit_id
    where c.practice_id = ${practiceId} and c.patient_sha256 = ${patientSha256(practiceId, visit.patient)}
      and c.date_of_service = ${visit.dateOfService} and c.id <> ${claimId}
      and c.coded is not null and c.insurance_outcome <> 'void'
    limit 50`;
}
