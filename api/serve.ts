import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A listening HTTP server: where it is, and how to end it after its open requests. */
export interface RunningServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Requests that are still open this long after the end was asked for are cut off. */
const lastRequestsMillis = 10_000;

/** Listens on a host and port; port 0 takes a free one. Rejects when the address is taken. */
export async function serve(listener: RequestListener, host: string, port: number): Promise<RunningServer> {
  const server = createServer({ requestTimeout: 60_000, headersTimeout: 15_000 }, listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return { url: urlOf(host, address), close: () => close(server) };
}

function urlOf(host: string, address: AddressInfo): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
}

async function close(server: Server): Promise<void> {
  const cutOff = setTimeout(() => server.closeAllConnections(), lastRequestsMillis);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearTimeout(cutOff);
}
