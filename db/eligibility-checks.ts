import { z } from 'zod';
import { type EligibilityVerdict, eligibilityVerdictSchema } from '../domain/coverage/eligibility-verdict.js';
import type { Instant } from '../domain/kernel/instant.js';
import type { PlainDate } from '../domain/kernel/plain-date.js';
import { instantColumn } from './claim-row.js';
import type { PracticeReader } from './database.js';
import { newId, sha256Hex } from './new-id.js';
import { json, type SqlQuery, sql } from './sql.js';

/** Whom and when an eligibility answer is about; the member enters as a hash only. */
export type EligibilityKey = {
  readonly payerCode: string;
  readonly memberId: string;
  readonly birthDate: PlainDate;
  readonly dateOfService: PlainDate;
};

export type CachedVerdict = { readonly verdict: EligibilityVerdict; readonly checkedAt: Instant };

/** The newest answer about a member for a date of service that is no older than `since`. */
export async function findRecentVerdict(
  query: PracticeReader,
  key: EligibilityKey,
  since: Instant,
): Promise<CachedVerdict | null> {
  const row = await query.maybeOne(
    z.object({ verdict: eligibilityVerdictSchema, checked_at: instantColumn }),
    sql`
      select verdict, checked_at from eligibility_checks
      where practice_id = ${query.practiceId} and payer_code = ${key.payerCode} and member_sha256 = ${memberHash(query.practiceId, key)}
        and date_of_service = ${key.dateOfService} and checked_at >= ${since}
      order by checked_at desc limit 1`,
  );
  return row === null ? null : { verdict: row.verdict, checkedAt: row.checked_at };
}

export type EligibilityAnswerInput = {
  readonly key: EligibilityKey;
  readonly verdict: EligibilityVerdict;
  readonly checkedAt: Instant;
  readonly requestX12: string;
  readonly responseX12: string;
};

/** Keeps an answer with its question as they went over the wire. For `writeClaimStep`: written only with the claim. */
export function eligibilityCheckWrite(practiceId: string, input: EligibilityAnswerInput): SqlQuery {
  return sql`
    insert into eligibility_checks (id, practice_id, payer_code, member_sha256, date_of_service, checked_at, verdict,
      request_x12, response_x12)
    select ${newId('eligibilityCheck')}, ${practiceId}, ${input.key.payerCode}, ${memberHash(practiceId, input.key)},
      ${input.key.dateOfService}, ${input.checkedAt}, ${json(input.verdict)}, ${input.requestX12}, ${input.responseX12}
    from claim`;
}

function memberHash(practiceId: string, key: EligibilityKey): string {
  return sha256Hex([practiceId, key.memberId.toUpperCase(), key.birthDate].join('\u0000'));
}
