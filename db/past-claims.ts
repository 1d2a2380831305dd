import { z } from 'zod';
import { claimCorrectionSchema, correctVisit } from '../domain/claim/claim-correction.js';
import { type CodedClaim, codedClaimSchema } from '../domain/coding/coded-claim.js';
import { settleVisitFacts } from '../domain/coding/settle-visit-facts.js';
import type { DiagnosisCodeSet } from '../domain/coding/diagnosis-code-set.js';
import { eligibilityVerdictSchema } from '../domain/coverage/eligibility-verdict.js';
import { findDeniedLines } from '../domain/denial/find-denied-lines.js';
import { sumCents, zeroCents } from '../domain/kernel/cents.js';
import type { PlainDate } from '../domain/kernel/plain-date.js';
import { payerOfClaim } from '../domain/payer/payer-of-claim.js';
import { payerProfileSchema } from '../domain/payer/payer-profile.js';
import { selfPayProfile } from '../domain/payer/self-pay-profile.js';
import type { PastClaim } from '../domain/practice-rule/past-claim.js';
import { practiceSchema } from '../domain/practice/practice.js';
import type { AdjudicatedClaim } from '../domain/remittance/adjudicated-claim.js';
import { visitSchema } from '../domain/visit/visit.js';
import { adjudicatedClaimColumn } from './adjudicated-claim-column.js';
import { centsColumn } from './claim-row.js';
import type { Queryable } from './database.js';
import { type SqlQuery, sql } from './sql.js';

/** Which claims are looked at: by date of service, both ends inclusive. */
export interface PastClaimSpan {
  readonly since: PlainDate;
  readonly until: PlainDate;
}

/** What every claim of a run has in common. */
export interface PastClaimContext {
  readonly diagnosisCodes: DiagnosisCodeSet;
  readonly today: PlainDate;
}

const rowSchema = z.object({
  id: z.string(),
  frequency_code: z.enum(['1', '7', '8']),
  coded: codedClaimSchema,
  charge_cents: centsColumn,
  eligibility: eligibilityVerdictSchema.nullable(),
  visit: visitSchema,
  practice: practiceSchema,
  payer: payerProfileSchema.nullable(),
  payer_code: z.string().nullable(),
  corrections: z.array(claimCorrectionSchema),
  advice: adjudicatedClaimColumn.nullable(),
});

const batchSize = 500;

/** How many claims of the span have codes. */
export async function countPastClaims(query: Queryable, span: PastClaimSpan): Promise<number> {
  const { count } = await query.one(
    z.object({ count: z.coerce.number() }),
    sql`select count(*) as count from claims c where ${inSpan(span)}`,
  );
  return count;
}

/** The coded claims of a span in batches by id, each as it was first sent, with the first decision of its payer. */
export async function* pastClaims(
  query: Queryable,
  span: PastClaimSpan,
  context: PastClaimContext,
): AsyncGenerator<readonly PastClaim[]> {
  let after = '';
  for (;;) {
    const rows = await query.rows(rowSchema, batchQuery(span, after));
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.flatMap((row) => pastClaim(row, context) ?? []);
    after = last.id;
  }
}

function inSpan({ since, until }: PastClaimSpan): SqlQuery {
  return sql`c.coded is not null and c.date_of_service between ${since} and ${until}`;
}

function batchQuery(span: PastClaimSpan, after: string): SqlQuery {
  return sql`
    select c.id, c.eligibility, coalesce(s.payer_code, c.payer_code) as payer_code, v.data as visit, p.data as practice, pp.data as payer,
      coalesce(s.coded, c.coded) as coded, coalesce(s.charge_cents, c.charge_cents) as charge_cents,
      coalesce(s.frequency_code, c.frequency_code) as frequency_code,
      coalesce((select jsonb_agg(cc.data order by cc.created_at, cc.id) from claim_corrections cc
        where cc.claim_id = c.id and cc.applied_at <= coalesce(s.ready_at, 'infinity')), '[]'::jsonb) as corrections,
      (select rc.data from remittance_claims rc join remittances r on r.id = rc.remittance_id
        where rc.claim_id = c.id and rc.status_code <> '22' order by r.payment_date, r.id, rc.ordinal limit 1) as advice
    from claims c
    join visits v on v.id = c.visit_id
    join practices p on p.id = c.practice_id
    left join claim_submissions s on s.claim_id = c.id and s.submission_number = 1
    left join payer_profiles pp on pp.practice_id = c.practice_id and pp.code = coalesce(s.payer_code, c.payer_code)
      and c.date_of_service between pp.effective_from and pp.effective_to
    where ${inSpan(span)} and c.id > ${after}
    order by c.id limit ${batchSize}`;
}

/** Null for a claim whose payer the practice has no profile of on that day: nobody can say what a rule finds. */
function pastClaim(row: z.infer<typeof rowSchema>, { diagnosisCodes, today }: PastClaimContext): PastClaim | null {
  const visit = settleVisitFacts(correctVisit(row.visit, row.corrections), row.practice.npi).value;
  const payer = payerOfClaim(row.payer_code, row.payer, visit);
  if (payer === null) return null;
  return {
    claimId: row.id,
    chargeCents: row.charge_cents,
    ...decisionOf(row.advice, row.coded),
    input: {
      visit: payer.code === selfPayProfile.code ? { ...visit, coverages: [] } : visit,
      claim: row.coded,
      payer,
      practice: row.practice,
      eligibility: row.eligibility,
      frequencyCode: row.frequency_code,
      otherClaims: [],
      diagnosisCodes,
      today,
      overriddenEditIds: [],
    },
  };
}

function decisionOf(advice: AdjudicatedClaim | null, claim: CodedClaim): Pick<PastClaim, 'decision' | 'deniedCents'> {
  if (advice === null) return { decision: 'undecided', deniedCents: zeroCents };
  const denied = findDeniedLines(advice, claim);
  if (denied.length === 0) return { decision: 'paid', deniedCents: zeroCents };
  return { decision: 'denied', deniedCents: sumCents(denied.map((line) => line.adjustment.amountCents)) };
}
