import { z } from 'zod';
import { claimStageSchema } from '../domain/claim/claim-status.js';
import { codedClaimSchema } from '../domain/coding/coded-claim.js';
import { plainDateSchema } from '../domain/kernel/schemas.js';
import { claimPrecedence } from '../domain/scrubbing/claim-precedence.js';
import type { OtherClaim } from '../domain/scrubbing/scrub-edit.js';
import type { Visit } from '../domain/visit/visit.js';
import type { PracticeTransaction } from './database.js';
import { patientSha256 } from './patient-sha256.js';
import { type SqlQuery, sql } from './sql.js';

const rowSchema = z.object({
  id: z.string(),
  date_of_service: plainDateSchema,
  npi: z.string(),
  coded: codedClaimSchema,
  stage: claimStageSchema,
  submission_number: z.int(),
  own_stage: claimStageSchema,
  own_submission_number: z.int(),
  came_first: z.boolean(),
});

/** That our own book has no other claim of the patient on the same day, as a condition of a statement. */
export function noOtherClaims(practiceId: string, claimId: string, visit: PatientDay): SqlQuery {
  return sql`not exists (select from claims c where ${sameDay(practiceId, claimId, visit)})`;
}

/**
 * Claims of the same patient on the same day in our own book, for duplicate edits; those that bill nobody are left out.
 * Claims of one patient and day are checked one after the other, to the end of the transaction: checked at one moment, the
 * later one could pass while the earlier one has no codes, which then does not see it go.
 */
export async function findOtherClaims(tx: PracticeTransaction, claimId: string, visit: Visit): Promise<OtherClaim[]> {
  const lock = `same-day:${patientSha256(tx.practiceId, visit.patient)}:${visit.dateOfService}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`);
  const rows = await tx.rows(rowSchema, otherClaimsQuery(tx.practiceId, claimId, visit));
  return rows.map((row) => ({
    claimId: row.id,
    dateOfService: row.date_of_service,
    clinicianNpi: row.npi,
    procedureCodes: row.coded.lines.map((line) => line.procedureCode),
    precedence: claimPrecedence(
      { stage: row.stage, submissionNumber: row.submission_number },
      { stage: row.own_stage, submissionNumber: row.own_submission_number },
      row.came_first,
    ),
  }));
}

type PatientDay = Pick<Visit, 'dateOfService' | 'patient'>;

/** Void claims bill nobody, nor do those written off before they were sent. */
export function otherClaimsQuery(practiceId: string, claimId: string, visit: PatientDay): SqlQuery {
  return sql`
    select c.id, c.date_of_service, v.data #>> '{clinician,npi}' as npi, c.coded, c.stage, c.submission_number,
      own.stage as own_stage, own.submission_number as own_submission_number,
      (c.created_at, c.id) < (own.created_at, own.id) as came_first
    from claims c join visits v on v.id = c.visit_id join claims own on own.id = ${claimId}
    where ${sameDay(practiceId, claimId, visit)}
      and c.coded is not null and c.insurance_outcome <> 'void'
      and (c.insurance_outcome <> 'written_off' or c.submission_number > 0)
    limit 50`;
}

/** Row-level security lets an index serve only what is leakproof, as `=` on text and dates is and taking apart a jsonb is not. */
function sameDay(practiceId: string, claimId: string, { patient, dateOfService }: PatientDay): SqlQuery {
  return sql`c.practice_id = ${practiceId} and c.patient_sha256 = ${patientSha256(practiceId, patient)}
      and c.date_of_service = ${dateOfService} and c.id <> ${claimId}`;
}
