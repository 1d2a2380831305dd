/**
 * What went wrong on the way to the clearinghouse.
 * - `refused`: no connection could be made; nothing was sent
 * - `timeout`: no answer in time
 * - `dropped`: the connection broke while we were talking
 * - `unavailable`: it answered that it can't serve now (HTTP 5xx)
 * - `rejected`: it understood and said no; the same request will be refused again
 * - `unauthorized`: user, password or key not accepted
 * - `untrusted`: the server's host key is not the one we know
 * - `not_found`: the file asked for isn't there
 */
export type ClearinghouseErrorCode =
  | 'refused'
  | 'timeout'
  | 'dropped'
  | 'unavailable'
  | 'rejected'
  | 'unauthorized'
  | 'untrusted'
  | 'not_found';

const retryableCodes: ReadonlySet<ClearinghouseErrorCode> = new Set(['refused', 'timeout', 'dropped', 'unavailable']);

/** A fault between us and the clearinghouse. Holds no file content and no patient data. */
export class ClearinghouseError extends Error {
  override readonly name = 'ClearinghouseError';
  readonly code: ClearinghouseErrorCode;
  /** Whether the same call may succeed later. */
  readonly retryable: boolean;
  /** True when the file may have arrived although we were not told: settle it with findUpload, don't send again blindly. */
  readonly outcomeUnknown: boolean;

  constructor(
    code: ClearinghouseErrorCode,
    message: string,
    options: { readonly outcomeUnknown?: boolean; readonly cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.retryable = retryableCodes.has(code);
    this.outcomeUnknown = options.outcomeUnknown ?? false;
  }
}
