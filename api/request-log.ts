import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { findCaller } from './auth.js';
import { routeOf } from './metrics.js';

/** Logs each request by route and ids; paths, queries, headers and bodies stay out, for they can name patients. */
export function logRequests(logger: Logger): RequestHandler {
  return pinoHttp<Request, ServerResponse>({
    logger,
    genReqId: requestId,
    quietReqLogger: true,
    customAttributeKeys: { reqId: 'requestId' },
    autoLogging: { ignore: (request) => isProbe(request.url) },
    serializers: { req: () => undefined, res: () => undefined, err: () => undefined },
    customLogLevel: (_request, response) => (response.statusCode >= 500 ? 'error' : 'info'),
    customSuccessMessage: () => 'request',
    customErrorMessage: () => 'request failed',
    customProps: (request, response) => (response.headersSent ? factsOf(request, response) : {}),
  });
}

/** Health checks and scrapes come every few seconds and say nothing about the business. */
function isProbe(url: string): boolean {
  return url.startsWith('/health/') || url === '/metrics';
}

function factsOf(request: Request, response: ServerResponse): object {
  const caller = findCaller(request);
  return {
    method: request.method,
    route: routeOf(request.route),
    status: response.statusCode,
    ...(caller === undefined ? {} : { practiceId: caller.practiceId, apiKeyId: caller.apiKeyId }),
  };
}

/** The caller's own request id when it is a harmless one; either way it goes back with the answer. */
function requestId(request: IncomingMessage, response: ServerResponse): string {
  const sent = request.headers['x-request-id'];
  const id = typeof sent === 'string' && /^[\w-]{8,64}$/.test(sent) ? sent : randomUUID();
  response.setHeader('X-Request-Id', id);
  return id;
}
