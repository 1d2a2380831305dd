import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { VisitInput } from '../../domain/visit/visit.js';

const itemErrorSchema = z.object({
  pointer: z.string(),
  code: z.string(),
  message: z.string(),
  remedy: z.string().optional(),
});

const resultSchema = z.object({
  index: z.int(),
  outcome: z.enum(['created', 'existing', 'conflict', 'refused']),
  claimId: z.string().nullable(),
  warnings: z.array(itemErrorSchema),
  errors: z.array(itemErrorSchema),
});
const batchSchema = z.object({ items: z.array(resultSchema) });
const problemSchema = z.object({ title: z.string(), detail: z.string() });

/** What the API says became of one visit. */
export type VisitResult = z.infer<typeof resultSchema>;

/** The API of a running product. */
export interface VisitApi {
  readonly url: string;
  readonly key: string;
}

/** The API did not take a batch of visits, and trying again did not help. */
export class VisitApiError extends Error {
  override readonly name = 'VisitApiError';
}

const triesMax = 30;
const pauseMillis = 1_000;

/**
 * Posts visits as one batch and gives what became of each, in order. A lost connection or an API that is being restarted
 * is tried again: visits that arrived already are answered as existing, so nothing is taken in twice.
 */
export async function postVisits(
  api: VisitApi,
  visits: readonly VisitInput[],
  stop: AbortSignal,
): Promise<VisitResult[]> {
  for (let tries = 1; ; tries += 1) {
    const answer = await postOnce(api, visits, stop);
    if (answer.kind === 'answered') return inOrder(answer.items, visits.length);
    if (answer.kind === 'refused' || tries === triesMax) throw new VisitApiError(answer.reason);
    await delay(pauseMillis, undefined, { signal: stop });
  }
}

type Answer =
  | { readonly kind: 'answered'; readonly items: VisitResult[] }
  | { readonly kind: 'refused' | 'try_again'; readonly reason: string };

async function postOnce(api: VisitApi, visits: readonly VisitInput[], stop: AbortSignal): Promise<Answer> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${api.url}/v1/visits:batch`, {
      method: 'POST',
      headers: { authorization: `Bearer ${api.key}`, 'content-type': 'application/json' },
      body: JSON.stringify(visits),
      signal: stop,
    });
    text = await response.text();
  } catch (error) {
    stop.throwIfAborted();
    return { kind: 'try_again', reason: `the API at ${api.url} can't be reached (${reasonOf(error)})` };
  }
  if (response.status === 200) return { kind: 'answered', items: batchSchema.parse(JSON.parse(text)).items };
  const kind = response.status >= 500 || response.status === 429 ? 'try_again' : 'refused';
  return { kind, reason: `the API answered ${response.status}${detailOf(text)}` };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return error.cause instanceof Error ? error.cause.message : error.message;
}

function detailOf(text: string): string {
  try {
    const { title, detail } = problemSchema.parse(JSON.parse(text));
    return `: ${title}. ${detail}`;
  } catch {
    return '';
  }
}

function inOrder(items: readonly VisitResult[], expected: number): VisitResult[] {
  const sorted = [...items].sort((a, b) => a.index - b.index);
  if (sorted.length !== expected || sorted.some((item, index) => item.index !== index)) {
    throw new VisitApiError(`the API answered for ${items.length} of ${expected} visits`);
  }
  return sorted;
}
