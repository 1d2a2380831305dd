import { ClearinghouseError } from './clearinghouse-error.js';

const refusedCodes: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
]);

function textOf(error: unknown): { readonly code: string; readonly message: string } {
  if (!(error instanceof Error)) return { code: '', message: String(error) };
  const code = 'code' in error ? String(error.code) : '';
  return { code, message: error.message };
}

/** Classifies why no SFTP session came about; nothing of ours was sent yet. */
export function connectFailure(error: unknown, host: string, port: number, isTrusted: boolean): ClearinghouseError {
  if (error instanceof ClearinghouseError) return error;
  const where = `SFTP server ${host}:${port}`;
  const { code, message } = textOf(error);
  if (!isTrusted) {
    return new ClearinghouseError(
      'untrusted',
      `${where} shows a host key we do not know; compare it with the clearinghouse before changing the setting`,
      { cause: error },
    );
  }
  if (/authentication/i.test(message)) {
    return new ClearinghouseError(
      'unauthorized',
      `${where} did not accept our user and credentials; check the clearinghouse settings`,
      { cause: error },
    );
  }
  if (code === 'ETIMEDOUT' || /timed out/i.test(message)) {
    return new ClearinghouseError('timeout', `${where} did not answer in time; try again later`, { cause: error });
  }
  const why = refusedCodes.has(code) ? code : 'the connection ended before it was ready';
  return new ClearinghouseError('refused', `${where} refused the connection (${why}); try again later`, {
    cause: error,
  });
}

/** Classifies a fault on an open session: the server's own "no" (SSH_FX codes) or a broken connection. */
export function operationFailure(error: unknown): ClearinghouseError {
  if (error instanceof ClearinghouseError) return error;
  const { code } = textOf(error);
  if (code === '2' || code === 'ENOENT')
    return new ClearinghouseError('not_found', 'no such file in the mailbox', { cause: error });
  if (code === '3' || code === 'EACCES') {
    return new ClearinghouseError(
      'rejected',
      'the clearinghouse does not allow this in the mailbox; check the rights of our user',
      { cause: error },
    );
  }
  if (code === '4' || code === '8' || code === '5') {
    return new ClearinghouseError('rejected', `the SFTP server refused the request (status ${code})`, { cause: error });
  }
  return new ClearinghouseError('dropped', 'the SFTP connection broke during the exchange; try again', {
    cause: error,
  });
}
