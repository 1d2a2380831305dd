import { z } from 'zod';
import { type SqlQuery, sql } from '../../db/sql.js';
import type { Moment } from '../support/demonstration-run.js';

const seenSchema = z.object({ seen: z.boolean() });

function whenTrue(query: SqlQuery): Moment {
  return async (queryable) => (await queryable.one(seenSchema, query)).seen;
}

/** Spots at which a sudden death would hurt if the product did not mind it. */
export const moments = {
  'the visits are about to be taken in': whenTrue(sql`select true as seen`),
  'visits are being taken in': whenTrue(sql`select exists (select from visits) as seen`),
  'coverage is being verified': whenTrue(sql`
    select count(*) >= 2 and exists (select from claims where stage = 'eligibility') as seen from eligibility_checks`),
  'a file is on its way': whenTrue(sql`select exists (select from submissions where state = 'sending') as seen`),
  'files of the clearinghouse are being read': whenTrue(
    sql`select exists (select from inbound_files where state in ('stored', 'in_intake')) as seen`,
  ),
  'a remittance is being posted': whenTrue(sql`select exists (select from remittances where state = 'proved') as seen`),
} as const;
export type MomentName = keyof typeof moments;

/** When claims have gone through this many steps in all. */
export function afterSteps(steps: number): Moment {
  return whenTrue(sql`select count(*) >= ${steps} as seen from claim_events`);
}
