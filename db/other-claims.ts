import { z } from 'zod';
import { codedClaimSchema } from '../domain/coding/coded-claim.js';
import { plainDateSchema } from '../domain/kernel/schemas.js';
import type { OtherClaim } from '../domain/scrubbing/scrub-edit.js';
import type { Visit } from '../domain/visit/visit.js';
import type { PracticeTransaction } from './database.js';
import { sql } from './sql.js';

const rowSchema = z.object({
  id: z.string(),
  date_of_service: plainDateSchema,
  npi: z.string(),
  coded: codedClaimSchema,
});

/** Claims of the same patient on the same day in our own book, voided ones left out; for duplicate edits. */
export async function findOtherClaims(tx: PracticeTransaction, claimId: string, visit: Visit): Promise<OtherClaim[]> {
  const rows = await tx.rows(
    rowSchema,
    sql`
      select c.id, c.date_of_service, v.data #>> '{clinician,npi}' as npi, c.coded
      from claims c join visits v on v.id = c.visit_id
      where c.practice_id = ${tx.practiceId} and c.date_of_service = ${visit.dateOfService} and c.id <> ${claimId}
        and c.coded is not null and c.insurance_outcome <> 'void'
        and v.data #>> '{patient,lastName}' = ${visit.patient.lastName}
        and v.data #>> '{patient,firstName}' = ${visit.patient.firstName}
        and v.data #>> '{patient,birthDate}' = ${visit.patient.birthDate}
      limit 50`,
  );
  return rows.map((row) => ({
    claimId: row.id,
    dateOfService: row.date_of_service,
    clinicianNpi: row.npi,
    procedureCodes: row.coded.lines.map((line) => line.procedureCode),
  }));
}
