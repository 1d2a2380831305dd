import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Mailbox } from '../config/simulator-config.js';
import { type AdminDesk, serveAdmin } from './admin-routes.js';
import { mailboxOfBasicHeader } from './credentials.js';
import type { FaultSwitchboard } from './fault-switchboard.js';
import { type HttpReply, jsonReply, problemReply, x12Reply } from './http-reply.js';
import { readBody } from './read-body.js';

/** Answers one real-time transaction of a mailbox; undefined when the body holds none of that kind. */
type RealTimeService = (mailbox: Mailbox, x12: string) => string | undefined;

export interface HttpServerOptions {
  readonly mailboxes: readonly Mailbox[];
  readonly faults: FaultSwitchboard;
  readonly adminToken: string | undefined;
  readonly services: Readonly<Record<'/x12/270' | '/x12/276', RealTimeService>>;
  readonly desk: AdminDesk;
}

const bodyBytesMax = 1_000_000;

/** The clearinghouse's real-time service, and the desk from which tests look into the simulator and play faults. */
export function createHttpServer(options: HttpServerOptions): Server {
  return createServer((request, response) => {
    serve(options, request, response).catch(() => {
      if (!response.headersSent) send(response, problemReply(500, 'fault in the simulator', 'see its log'));
    });
  });
}

async function serve(options: HttpServerOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://simulator');
  if (url.pathname === '/health') return send(response, jsonReply({ status: 'ok' }));
  if (url.pathname.startsWith('/admin/')) return send(response, await admin(options, request, url));
  if (url.pathname !== '/x12/270' && url.pathname !== '/x12/276') {
    return send(response, problemReply(404, 'no such address', 'POST /x12/270 or POST /x12/276'));
  }
  if (options.faults.strikes('http_refuse')) {
    request.socket.resetAndDestroy();
    return;
  }
  if (options.faults.strikes('http_timeout')) return;
  if (options.faults.strikes('http_unavailable')) {
    return send(response, problemReply(503, 'not available', 'try again later'));
  }
  send(response, await realTime(options, request, url.pathname));
}

async function realTime(
  options: HttpServerOptions,
  request: IncomingMessage,
  path: '/x12/270' | '/x12/276',
): Promise<HttpReply> {
  if (request.method !== 'POST') return problemReply(405, 'method not allowed', 'use POST');
  const mailbox = mailboxOfBasicHeader(options.mailboxes, request.headers.authorization);
  if (!mailbox) {
    const refusal = problemReply(401, 'not authorized', 'send user and password of a mailbox (basic authentication)');
    return { ...refusal, headers: { 'www-authenticate': 'Basic realm="clearinghouse"' } };
  }
  const body = await readBody(request, bodyBytesMax);
  if (body === undefined) return problemReply(413, 'too large', `at most ${bodyBytesMax} bytes`);
  const answer = options.services[path](mailbox, body);
  if (answer !== undefined) return x12Reply(answer);
  return problemReply(400, 'not understood', `the body must be one X12 interchange with a ${path.slice(-3)} in it`);
}

async function admin(options: HttpServerOptions, request: IncomingMessage, url: URL): Promise<HttpReply> {
  if (!isAdmin(options, request))
    return problemReply(403, 'forbidden', 'the desk is for this machine or its token only');
  const body = await readBody(request, bodyBytesMax);
  return serveAdmin(options.desk, request.method ?? 'GET', url, body ?? '');
}

/** With a token set the token decides; without one, only this machine may look in. */
function isAdmin(options: HttpServerOptions, request: IncomingMessage): boolean {
  if (options.adminToken !== undefined) return request.headers.authorization === `Bearer ${options.adminToken}`;
  const from = request.socket.remoteAddress ?? '';
  return from === '::1' || from.startsWith('127.') || from.startsWith('::ffff:127.');
}

function send(response: ServerResponse, reply: HttpReply): void {
  response.writeHead(reply.status, { 'content-type': reply.contentType, ...reply.headers });
  response.end(reply.body);
}
