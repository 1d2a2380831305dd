import { z } from 'zod';
import { err, ok, type Result } from '../domain/kernel/result.js';

/** Where a page ended: the sort key of its last row and the row's id. Opaque to callers, valid for one order only. */
export interface PageCursor {
  readonly order: string;
  readonly key: string;
  readonly id: string;
}

/** A page and how to ask for the next one; null after the last. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextPageToken: string | null;
}

const cursorSchema = z.tuple([
  z.string().max(20),
  z.string().regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}\.\d{3}Z)?$/),
  z.string().regex(/^[a-z]{3}_[0-9a-z]{26}$/),
]);

export function printPageCursor(cursor: PageCursor): string {
  return Buffer.from(JSON.stringify([cursor.order, cursor.key, cursor.id])).toString('base64url');
}

/** Reads a token of ours; anything else, or one of another order, is an error in plain words. */
export function parsePageCursor(token: string, orders: readonly string[]): Result<PageCursor, string> {
  const parsed = cursorSchema.safeParse(readJson(Buffer.from(token, 'base64url').toString()));
  if (!parsed.success || Number.isNaN(Date.parse(parsed.data[1]))) return err('not a page token of this list');
  const [order, key, id] = parsed.data;
  return orders.includes(order)
    ? ok({ order, key, id })
    : err('a page token of another list, or of another order of it');
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Cuts one row too many off a page and makes the token from the last row that stays. */
export function pageOf<T>(rows: readonly T[], size: number, cursorOf: (row: T) => PageCursor): Page<T> {
  const items = rows.slice(0, size);
  const last = items.at(-1);
  const more = rows.length > size && last !== undefined;
  return { items, nextPageToken: more ? printPageCursor(cursorOf(last)) : null };
}
