import type { ErrorRequestHandler } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import { type Problem, problem } from './problem.js';
import { sendProblem } from './send-problem.js';

/** What the body reader (body-parser) throws: its `type` says which. */
const readerErrorSchema = z.object({ type: z.string(), limit: z.number().optional() });
const codeSchema = z.object({ code: z.string() });

/** The last handler: turns what was thrown into a problem, and logs faults of ours without what the request held. */
export function handleErrors(logger: Logger): ErrorRequestHandler {
  return function answerWithProblem(error: unknown, request, response, next): void {
    if (response.headersSent) {
      next(error);
      return;
    }
    const cause = problemOf(error);
    if (cause.code === 'internal-error' || cause.code === 'unavailable') {
      logger.error({ requestId: request.id, fault: faultOf(error) }, 'a request failed');
    }
    sendProblem(request, response, cause);
  };
}

function problemOf(error: unknown): Problem {
  const reader = readerErrorSchema.safeParse(error);
  if (reader.success) return readerProblem(reader.data.type, reader.data.limit);
  if (error instanceof URIError) return problem('invalid-parameters', 'The path is not properly percent-encoded.');
  if (isUnreachable(error)) {
    return problem('unavailable', 'The database can’t be reached at this moment. Try again.', {
      headers: { 'Retry-After': '2' },
    });
  }
  return problem('internal-error', 'The request failed by a fault of ours; it is in our log under this X-Request-Id.');
}

function readerProblem(type: string, limit: number | undefined): Problem {
  switch (type) {
    case 'entity.too.large':
      return problem('body-too-large', `The body is larger than ${limit ?? 0} bytes. Send visits in batches of less.`);
    case 'encoding.unsupported':
      return problem('unsupported-media-type', 'Send the body plain, or with Content-Encoding gzip, deflate or br.');
    case 'request.aborted':
    case 'request.size.invalid':
      return problem('invalid-parameters', 'The body ended before its Content-Length.');
    default:
      return problem('invalid-parameters', 'The body can’t be read.');
  }
}

/** The database refuses or drops connections: socket errors, and SQLSTATE classes 08 and 57P. */
function isUnreachable(error: unknown): boolean {
  const parsed = codeSchema.safeParse(error);
  if (parsed.success) return /^(ECONN|EPIPE|ENOTFOUND|ETIMEDOUT|57P|08|53300)/.test(parsed.data.code);
  return (
    error instanceof Error &&
    /connection (terminated|timeout)|timeout exceeded when trying to connect/i.test(error.message)
  );
}

/** Class, code and stack of a fault; messages of the database and of zod can quote data, so they stay out. */
function faultOf(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = codeSchema.safeParse(error);
  const stack = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return { name: error.name, ...(code.success ? { code: code.data.code } : {}), stack };
}
