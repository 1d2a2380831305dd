/** What can be wrong with a request: the one map from our error codes to HTTP statuses and titles. */
export const problemKinds = {
  'malformed-json': { status: 400, title: 'The body is not JSON' },
  'invalid-parameters': { status: 400, title: 'A parameter of the request is wrong' },
  unauthenticated: { status: 401, title: 'The caller is not known' },
  forbidden: { status: 403, title: 'The caller may not do this' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'method-not-allowed': { status: 405, title: 'This path knows other methods only' },
  'visit-differs': { status: 409, title: 'The visit is there already with other content' },
  'command-refused': { status: 409, title: 'The command can’t be carried out now' },
  'request-in-progress': { status: 409, title: 'The same request is still being done' },
  'version-mismatch': { status: 412, title: 'The claim has changed since it was read' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'batch-too-large': { status: 413, title: 'The batch has too many items' },
  'unsupported-media-type': { status: 415, title: 'The body has a form this path does not read' },
  'invalid-body': { status: 422, title: 'The body can’t be accepted' },
  'visit-refused': { status: 422, title: 'The visit can’t become a claim' },
  'idempotency-key-reused': { status: 422, title: 'The idempotency key belongs to another request' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'internal-error': { status: 500, title: 'Something failed on our side' },
  'claim-not-running': { status: 503, title: 'The claim’s workflow did not answer' },
  unavailable: { status: 503, title: 'A service we need can’t be reached' },
} as const;
export type ProblemCode = keyof typeof problemKinds;

/** One thing wrong within a request: where (RFC 6901 pointer), what, and what to do. No patient data. */
export interface ProblemItem {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
  readonly remedy?: string;
}

/** An answer that says why there is no other one (RFC 9457). */
export interface Problem {
  readonly kind: 'problem';
  readonly code: ProblemCode;
  readonly detail: string;
  readonly errors: readonly ProblemItem[];
  readonly headers: Readonly<Record<string, string>>;
}

export function problem(
  code: ProblemCode,
  detail: string,
  extra: { readonly errors?: readonly ProblemItem[]; readonly headers?: Readonly<Record<string, string>> } = {},
): Problem {
  return { kind: 'problem', code, detail, errors: extra.errors ?? [], headers: extra.headers ?? {} };
}

/** The body of a problem as it goes out; `instance` is the path without its query. */
export function problemDetails(cause: Problem, instance: string) {
  const { status, title } = problemKinds[cause.code];
  return {
    type: `urn:teleclaim:problem:${cause.code}`,
    title,
    status,
    detail: cause.detail,
    instance,
    code: cause.code,
    errors: cause.errors,
  };
}
