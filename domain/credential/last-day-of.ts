import { addDays, type PlainDate } from '../kernel/plain-date.js';
import type { Credential } from './credential.js';
import { credentialSubject } from './credential-key.js';
import { covers } from './spans-on.js';

/** The last day of a credential unless a span of the same subject goes on with it; null when no end is in sight. */
export function lastDayOf(credential: Credential, all: readonly Credential[]): PlainDate | null {
  const subject = credentialSubject(credential);
  const spans = all.filter((each) => credentialSubject(each) === subject && each.status === credential.status);
  let end = credential.to;
  while (end !== undefined) {
    const next = addDays(end, 1);
    const following = spans.find((each) => covers(each, next));
    if (following === undefined) return end;
    end = following.to;
  }
  return null;
}
