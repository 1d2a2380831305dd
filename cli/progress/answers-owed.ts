import { z } from 'zod';
import { countHeldFiles } from '../../db/practice-progress.js';
import type { Queryable } from '../../db/database.js';
import { addMillis, dayMillis, instant } from '../../domain/kernel/instant.js';

const answersSchema = z.object({
  delivered: z.array(z.object({ names: z.array(z.string()) })),
  pending: z.array(z.unknown()),
});
const claimsSchema = z.object({
  claims: z.array(z.object({ settleAt: z.string().nullish(), remittanceTraceNumber: z.string().nullish() })),
});
const clockSchema = z.object({ now: z.string() });

/**
 * How many answers the simulated clearinghouse and payers still owe: answers not yet due, settlements to come, and files
 * that lie in the mailbox. A settlement five days overdue is one they have given up.
 */
export async function countAnswersOwed(simulatorUrl: string, query: Queryable): Promise<number> {
  const [answers, { claims }, { now }] = await Promise.all([
    ask(simulatorUrl, 'answers', answersSchema),
    ask(simulatorUrl, 'claims', claimsSchema),
    ask(simulatorUrl, 'clock', clockSchema),
  ]);
  const names = answers.delivered.flatMap((answer) => answer.names);
  const unfetched = names.length - (await countHeldFiles(query, names));
  const overdue = addMillis(instant(now), -5 * dayMillis);
  const unsettled = claims.filter(
    (claim) => claim.settleAt != null && claim.remittanceTraceNumber == null && instant(claim.settleAt) > overdue,
  );
  return answers.pending.length + unfetched + unsettled.length;
}

async function ask<T>(simulatorUrl: string, page: string, schema: z.ZodType<T>): Promise<T> {
  const response = await fetch(`${simulatorUrl}/admin/${page}`, { signal: AbortSignal.timeout(5_000) });
  return schema.parse(await response.json());
}
