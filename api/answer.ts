import type { Problem } from './problem.js';

/** An answer with a body. */
export interface Reply<B = unknown> {
  readonly kind: 'reply';
  readonly status: number;
  readonly body: B;
  readonly headers: Readonly<Record<string, string>>;
}
export type Answer<B = unknown> = Reply<B> | Problem;

export function reply<B>(status: number, body: B, headers: Readonly<Record<string, string>> = {}): Reply<B> {
  return { kind: 'reply', status, body, headers };
}
