import { z } from 'zod';
import type { PracticeTransaction, Queryable } from './database.js';
import { type OutboxMessage, outboxMessageSchema } from './outbox-message.js';
import { json, sql } from './sql.js';

/** Adds a message to go out after commit; an event id that is there already changes nothing. */
export async function enqueueOutbox(tx: PracticeTransaction, eventId: string, message: OutboxMessage): Promise<void> {
  await tx.execute(sql`
    insert into outbox (practice_id, event_id, message) values (${tx.practiceId}, ${eventId}, ${json(message)})
    on conflict (practice_id, event_id) do nothing`);
}

/** Adds many messages in one statement; event ids that are there already change nothing. */
export async function enqueueOutboxBatch(
  tx: PracticeTransaction,
  messages: readonly { readonly eventId: string; readonly message: OutboxMessage }[],
): Promise<void> {
  if (messages.length === 0) return;
  await tx.execute(sql`
    insert into outbox (practice_id, event_id, message)
    select ${tx.practiceId}, g.item ->> 'eventId', g.item -> 'message'
    from jsonb_array_elements(${json(messages)}::jsonb) with ordinality as g(item, place)
    order by g.place
    on conflict (practice_id, event_id) do nothing`);
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
