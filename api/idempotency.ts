import { z } from 'zod';
import type { Database } from '../db/database.js';
import {
  beginIdempotentRequest,
  finishIdempotentRequest,
  releaseIdempotentRequest,
  takeOverAfterSeconds,
} from '../db/idempotency-records.js';
import { sha256Hex } from '../db/new-id.js';
import { err, ok, type Result } from '../domain/kernel/result.js';
import type { Answer } from './answer.js';
import { type Problem, problem, problemKinds } from './problem.js';

/** A key of the caller's choice; visible ASCII, so that it can stand in a header. */
export function readIdempotencyKey(header: string | undefined): Result<string | null, Problem> {
  if (header === undefined) return ok(null);
  if (/^[\x21-\x7e]{1,255}$/.test(header)) return ok(header);
  const detail = 'Idempotency-Key must be 1 to 255 visible ASCII characters, such as a UUID.';
  return err(problem('invalid-parameters', detail));
}

const itemSchema = z.object({
  pointer: z.string(),
  code: z.string(),
  message: z.string(),
  remedy: z.string().exactOptional(),
});
const headersSchema = z.record(z.string(), z.string());
const storedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reply'), status: z.int(), headers: headersSchema, body: z.unknown() }),
  z.object({
    kind: z.literal('problem'),
    code: z.string().refine((code): code is Problem['code'] => code in problemKinds),
    detail: z.string(),
    headers: headersSchema,
    errors: z.array(itemSchema),
  }),
]);

/** Does a request once for its key: a repeat gets the first answer, another body under the key is refused. */
export async function doOnce(
  db: Database,
  request: { readonly practiceId: string; readonly key: string; readonly route: string; readonly body: Uint8Array },
  work: () => Promise<Answer>,
): Promise<Answer> {
  const { practiceId, key } = request;
  const fingerprint = sha256Hex(Buffer.concat([Buffer.from(`${request.route}\n`), request.body]));
  const known = await beginIdempotentRequest(db, practiceId, key, fingerprint);
  switch (known.kind) {
    case 'other_request':
      return problem('idempotency-key-reused', 'This Idempotency-Key was sent with another request. Use a new key.');
    case 'running':
      return problem(
        'request-in-progress',
        'The request with this Idempotency-Key is still being done. Ask again soon.',
        {
          headers: { 'Retry-After': String(Math.min(2, takeOverAfterSeconds)) },
        },
      );
    case 'done':
      return replayed(storedSchema.parse(known.response));
    case 'to_do':
      return doAndKeep(db, practiceId, key, work);
  }
}

async function doAndKeep(db: Database, practiceId: string, key: string, work: () => Promise<Answer>): Promise<Answer> {
  let answer: Answer;
  try {
    answer = await work();
  } catch (error) {
    await releaseIdempotentRequest(db, practiceId, key).catch(() => undefined);
    throw error;
  }
  const status = answer.kind === 'problem' ? problemKinds[answer.code].status : answer.status;
  if (status >= 500) await releaseIdempotentRequest(db, practiceId, key);
  else await finishIdempotentRequest(db, practiceId, key, { status, response: answer });
  return answer;
}

function replayed(answer: Answer): Answer {
  return { ...answer, headers: { ...answer.headers, 'Idempotent-Replayed': 'true' } };
}
