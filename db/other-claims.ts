import type { DateSpan } from '../domain/scrubbing/other-claims-span.js';
import type { OtherClaim } from '../domain/scrubbing/scrub-edit.js';
import type { Visit } from '../domain/visit/visit.js';
import type { PracticeTransaction } from './database.js';
import { billsSomebody, otherClaimColumns, otherClaimOf, otherClaimRow } from './other-claim-row.js';
import { patientSha256 } from './patient-sha256.js';
import { type SqlQuery, sql } from './sql.js';

type PatientDay = Pick<Visit, 'dateOfService' | 'patient'>;

/**
 * That our own book has no other claim of the patient on the same day nor in the span, coded or not, as a condition of a
 * statement. A claim that is received later comes after this one, and is held by it where both would bill one thing.
 */
export function noOtherClaims(practiceId: string, claimId: string, visit: PatientDay, span: DateSpan | null): SqlQuery {
  return sql`not exists (select from claims c where ${ofPatient(practiceId, claimId, visit, span)})`;
}

/**
 * Other claims of the same patient on the same day and in the span, for the edits that look at them; those that bill nobody
 * are left out. Claims of one patient are checked one after the other, to the end of the transaction: checked at one moment,
 * one could pass while the other has no codes yet, which then does not see it go.
 */
export async function findOtherClaims(
  tx: PracticeTransaction,
  claimId: string,
  visit: PatientDay,
  span: DateSpan | null,
): Promise<OtherClaim[]> {
  const lock = `other-claims:${patientSha256(tx.practiceId, visit.patient)}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`);
  const rows = await tx.rows(otherClaimRow, otherClaimsQuery(tx.practiceId, claimId, visit, span));
  return rows.map(otherClaimOf);
}

/** More claims of one patient than a year of daily visits and calls has; a bound, so that no claim reads without end. */
const otherClaimsMax = 500;

/** The nearest days come first; of more claims than the bound the farthest are not looked at, the same ones every time. */
export function otherClaimsQuery(
  practiceId: string,
  claimId: string,
  visit: PatientDay,
  span: DateSpan | null,
): SqlQuery {
  return sql`
    select ${otherClaimColumns}
    from claims c join visits v on v.id = c.visit_id join claims own on own.id = ${claimId}
    where ${ofPatient(practiceId, claimId, visit, span)} and ${billsSomebody}
    order by abs(c.date_of_service - ${visit.dateOfService}::date), c.date_of_service, c.id limit ${otherClaimsMax}`;
}

/** Row-level security lets an index serve only what is leakproof, as `=` on text and dates is and taking apart a jsonb is not. */
function ofPatient(
  practiceId: string,
  claimId: string,
  { patient, dateOfService }: PatientDay,
  span: DateSpan | null,
): SqlQuery {
  const { since, until } = span ?? { since: dateOfService, until: dateOfService };
  return sql`c.practice_id = ${practiceId} and c.patient_sha256 = ${patientSha256(practiceId, patient)}
      and c.date_of_service >= ${since} and c.date_of_service <= ${until} and c.id <> ${claimId}`;
}
