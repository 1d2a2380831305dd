import type { Clearinghouse } from './clearinghouse.js';
import { ClearinghouseError } from './clearinghouse-error.js';
import type { ClearinghouseSettings } from './clearinghouse-settings.js';

/** The real-time side of the clearinghouse: raw X12 in, raw X12 out, basic authentication. */
export function createHttpInquiries(
  settings: ClearinghouseSettings['http'],
): Pick<Clearinghouse, 'checkEligibility' | 'inquireStatus'> {
  return {
    checkEligibility: (x12) => post(settings, '/x12/270', x12),
    inquireStatus: (x12) => post(settings, '/x12/276', x12),
  };
}

async function post(settings: ClearinghouseSettings['http'], path: string, x12: string): Promise<string> {
  const credentials = Buffer.from(`${settings.user}:${settings.password}`).toString('base64');
  try {
    const response = await fetch(new URL(path, settings.baseUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/edi-x12', authorization: `Basic ${credentials}` },
      body: x12,
      signal: AbortSignal.timeout(settings.timeoutMillis),
    });
    const body = await response.text();
    if (!response.ok) throw statusFailure(response.status, path);
    return body;
  } catch (error) {
    throw exchangeFailure(error, settings, path);
  }
}

function statusFailure(status: number, path: string): ClearinghouseError {
  if (status === 401 || status === 403) {
    return new ClearinghouseError(
      'unauthorized',
      `the clearinghouse did not accept our credentials for ${path} (HTTP ${status})`,
    );
  }
  if (status === 408 || status === 429 || status >= 500) {
    return new ClearinghouseError(
      'unavailable',
      `the clearinghouse can not serve ${path} now (HTTP ${status}); try again later`,
    );
  }
  return new ClearinghouseError('rejected', `the clearinghouse refused our request to ${path} (HTTP ${status})`);
}

function exchangeFailure(error: unknown, settings: ClearinghouseSettings['http'], path: string): ClearinghouseError {
  if (error instanceof ClearinghouseError) return error;
  if (error instanceof Error && error.name === 'TimeoutError') {
    return new ClearinghouseError(
      'timeout',
      `no answer to ${path} within ${settings.timeoutMillis} ms; try again later`,
      { cause: error },
    );
  }
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const isRefused = code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'EHOSTUNREACH';
  return isRefused
    ? new ClearinghouseError('refused', `the clearinghouse refused the connection (${code}); try again later`, {
        cause: error,
      })
    : new ClearinghouseError('dropped', `the connection broke while asking ${path}; try again`, { cause: error });
}
