import type { Request, Response } from 'express';
import { type Problem, problemDetails, problemKinds } from './problem.js';

/** Writes a problem as the answer (RFC 9457). */
export function sendProblem(request: Request, response: Response, cause: Problem): void {
  const instance = request.originalUrl.split('?', 1)[0] ?? '';
  response
    .status(problemKinds[cause.code].status)
    .set(cause.headers)
    .type('application/problem+json')
    .send(JSON.stringify(problemDetails(cause, instance)));
}
