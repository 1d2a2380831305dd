import { z } from 'zod';
import type { PracticeTransaction, Queryable } from './database.js';
import { type OutboxMessage, outboxMessageSchema } from './outbox-message.js';
import { json, type SqlQuery, sql } from './sql.js';

/** Adds a message to go out after commit; an event id that is there already changes nothing. */
export async function enqueueOutbox(tx: PracticeTransaction, eventId: string, message: OutboxMessage): Promise<void> {
  await tx.execute(sql`
    insert into outbox (practice_id, event_id, message) values (${tx.practiceId}, ${eventId}, ${json(message)})
    on conflict (practice_id, event_id) do nothing`);
}

/** A message with the id of the event it tells of; the id is in the outbox once. */
export type OutboxEntry = { readonly eventId: string; readonly message: OutboxMessage };

/** Adds many messages in one statement; event ids that are there already change nothing. */
export async function enqueueOutboxBatch(tx: PracticeTransaction, entries: readonly OutboxEntry[]): Promise<void> {
  if (entries.length > 0) await tx.execute(insertEntries(tx.practiceId, entries, sql``));
}

/** Adds messages. For `writeClaimStep`: added only with the claim. */
export function outboxWrites(practiceId: string, entries: readonly OutboxEntry[]): SqlQuery[] {
  return entries.length === 0 ? [] : [insertEntries(practiceId, entries, sql`claim,`)];
}

function insertEntries(practiceId: string, entries: readonly OutboxEntry[], beside: SqlQuery): SqlQuery {
  return sql`
    insert into outbox (practice_id, event_id, message)
    select ${practiceId}, g.item ->> 'eventId', g.item -> 'message'
    from ${beside} jsonb_array_elements(${json(entries)}::jsonb) with ordinality as g(item, place)
    order by g.place
    on conflict (practice_id, event_id) do nothing`;
}

const takenMessageSchema = z.object({
  id: z.number(),
  practice_id: z.string(),
  event_id: z.string(),
  message: outboxMessageSchema,
  attempts: z.number(),
});
export type TakenMessage = z.infer<typeof takenMessageSchema>;

/** Takes the oldest waiting messages of all practices, locked until the surrounding transaction ends. */
export function takeOutbox(system: Queryable, most: number): Promise<TakenMessage[]> {
  return system.rows(takenMessageSchema, sql`select * from take_outbox(${most})`);
}

export async function markOutboxDelivered(system: Queryable, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await system.execute(sql`select mark_outbox_delivered(${ids})`);
}

/** Puts a message off; `error` is our own wording, without patient data. */
export async function markOutboxFailed(
  system: Queryable,
  id: number,
  error: string,
  retryMillis: number,
): Promise<void> {
  await system.execute(sql`select mark_outbox_failed(${id}, ${error}, ${retryMillis})`);
}

/** Leaves messages for later; they count as neither tried nor failed. */
export async function postponeOutbox(system: Queryable, ids: readonly number[], waitMillis: number): Promise<void> {
  if (ids.length > 0) await system.execute(sql`select postpone_outbox(${ids}, ${waitMillis})`);
}

/** Messages not delivered yet, over all practices. */
export async function countOutboxWaiting(system: Queryable): Promise<number> {
  return (await system.one(z.object({ count: z.number() }), sql`select count_outbox_waiting() as count`)).count;
}
