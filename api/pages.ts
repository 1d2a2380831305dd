import { z } from 'zod';
import { type PageCursor, parsePageCursor } from '../db/page-cursor.js';
import { ok, type Result } from '../domain/kernel/result.js';
import { type Problem, problem } from './problem.js';

/** A page of a list: `nextPageToken` asks for the next one and is null after the last. */
export function pageSchema<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item).readonly(), nextPageToken: z.string().nullable() });
}

/** The cursor of a page token, null for the first page, or the problem with it. */
export function readPageToken(
  token: string | undefined,
  orders: readonly string[],
): Result<PageCursor | null, Problem> {
  if (token === undefined) return ok(null);
  const cursor = parsePageCursor(token, orders);
  if (cursor.ok) return cursor;
  const remedy = 'Send the nextPageToken of the page before, with the same sort, or leave it out for the first page.';
  const errors = [{ pointer: '#query/pageToken', code: 'invalid', message: cursor.error, remedy }];
  return { ok: false, error: problem('invalid-parameters', 'The page token is wrong.', { errors }) };
}
