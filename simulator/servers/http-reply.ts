/** What an HTTP route answers; servers turn it into bytes. */
export interface HttpReply {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export function jsonReply(value: unknown, status = 200): HttpReply {
  return { status, contentType: 'application/json', body: JSON.stringify(value) };
}

export function x12Reply(body: string): HttpReply {
  return { status: 200, contentType: 'application/edi-x12', body };
}

export function problemReply(status: number, title: string, detail: string): HttpReply {
  return { status, contentType: 'application/problem+json', body: JSON.stringify({ status, title, detail }) };
}
