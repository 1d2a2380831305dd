import type { PlainDate } from '../kernel/plain-date.js';
import type { Credential } from './credential.js';
import { credentialSubject } from './credential-key.js';

/** Whether a span has a day; both its ends count. */
export function covers({ from, to }: Pick<Credential, 'from' | 'to'>, day: PlainDate): boolean {
  return from <= day && (to === undefined || day <= to);
}

/**
 * What counts on a day: of each subject, among its spans with that day, the one that began last. So a suspension outweighs
 * the licence around it; what is pending (a renewal, a revalidation) takes nothing away from what is in force meanwhile.
 */
export function spansOn<C extends Credential>(credentials: readonly C[], day: PlainDate): readonly C[] {
  const latest = new Map<string, C>();
  for (const credential of credentials) {
    if (!covers(credential, day)) continue;
    const subject = credentialSubject(credential);
    const known = latest.get(subject);
    if (known === undefined || outweighs(credential, known)) latest.set(subject, credential);
  }
  return [...latest.values()];
}

function outweighs(one: Credential, other: Credential): boolean {
  if ((one.status === 'pending') !== (other.status === 'pending')) return other.status === 'pending';
  return other.from < one.from;
}
