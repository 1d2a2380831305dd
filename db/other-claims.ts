import type { DateSpan } from '../domain/scrubbing/other-claims-span.js';
import type { OtherClaim } from '../domain/scrubbing/scrub-edit.js';
import type { Visit } from '../domain/visit/visit.js';
import type { PracticeTransaction } from './database.js';
import { billsSomebody, otherClaimColumns, otherClaimOf, otherClaimRow } from './other-claim-row.js';
import { patientSha256 } from './patient-sha256.js';
import { type SqlQuery, sql } from './sql.js';

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
  const rows = await tx.rows(otherClaimRow, otherClaimsQuery(tx.practiceId, claimId, visit));
  return rows.map(otherClaimOf);
}

type PatientDay = Pick<Visit, 'dateOfService' | 'patient'>;

export function otherClaimsQuery(practiceId: string, claimId: string, visit: PatientDay): SqlQuery {
  return sql`
    select ${otherClaimColumns}
    from claims c join visits v on v.id = c.visit_id join claims own on own.id = ${claimId}
    where ${sameDay(practiceId, claimId, visit)} and ${billsSomebody}
    limit 50`;
}

/** More claims of one patient than a year of daily visits and calls has; a bound, so that no claim reads without end. */
const claimsNearMax = 500;

/** Claims of the same patient on the other days of a span, as the rows of `otherClaimRow`. */
export function claimsNearQuery(practiceId: string, claimId: string, visit: PatientDay, span: DateSpan): SqlQuery {
  return sql`
    select ${otherClaimColumns}
    from claims c join visits v on v.id = c.visit_id join claims own on own.id = ${claimId}
    where ${nearby(practiceId, visit, span)}
    order by c.date_of_service desc, c.id limit ${claimsNearMax}`;
}

/**
 * That the other days of a span have so many claims with codes as they had when they were read, as a condition of a
 * statement: of two claims checked at one moment the later one then sees what the earlier one bills.
 */
export function asManyClaimsNear(practiceId: string, visit: PatientDay, span: DateSpan, count: number): SqlQuery {
  return sql`${count} = (select count(*) from (
    select from claims c where ${nearby(practiceId, visit, span)} limit ${claimsNearMax}) near)`;
}

function nearby(practiceId: string, { patient, dateOfService }: PatientDay, { since, until }: DateSpan): SqlQuery {
  return sql`c.practice_id = ${practiceId} and c.patient_sha256 = ${patientSha256(practiceId, patient)}
      and c.date_of_service >= ${since} and c.date_of_service <= ${until} and c.date_of_service <> ${dateOfService}
      and ${billsSomebody}`;
}

/** Row-level security lets an index serve only what is leakproof, as `=` on text and dates is and taking apart a jsonb is not. */
function sameDay(practiceId: string, claimId: string, { patient, dateOfService }: PatientDay): SqlQuery {
  return sql`c.practice_id = ${practiceId} and c.patient_sha256 = ${patientSha256(practiceId, patient)}
      and c.date_of_service = ${dateOfService} and c.id <> ${claimId}`;
}
