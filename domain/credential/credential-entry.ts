import type { PlainDate } from '../kernel/plain-date.js';
import type { UsState } from '../kernel/us-state.js';
import type { Credential } from './credential.js';
import { lastDayOf } from './last-day-of.js';

/** A credential as a list shows it. */
export interface CredentialEntry {
  readonly npi: string;
  /** In words: `physician licence`, `PSYPACT privilege, home NJ`, `enrolment with medicare`. */
  readonly what: string;
  /** Null when it holds in more than one state. */
  readonly state: UsState | null;
  /** With the spans that go on with it; null when no end is recorded. */
  readonly lastDay: PlainDate | null;
  readonly credential: Credential;
}

/** A clinician's credentials as a list shows them. */
export function credentialEntries(npi: string, credentials: readonly Credential[]): readonly CredentialEntry[] {
  return credentials.map((credential) => ({
    npi,
    what: wordsOf(credential),
    state: credential.state ?? null,
    lastDay: lastDayOf(credential, credentials),
    credential,
  }));
}

/** Whether a credential that is in force ends within two days, both counted, with nothing recorded that goes on with it. */
export function endsBetween({ credential, lastDay }: CredentialEntry, first: PlainDate, last: PlainDate): boolean {
  const { status, from } = credential;
  const inForce = (status === 'active' || status === 'probation') && from <= last;
  return inForce && credential.to === lastDay && lastDay !== null && first <= lastDay && lastDay <= last;
}

function wordsOf(credential: Credential): string {
  switch (credential.kind) {
    case 'licence':
      return `${credential.profession.replaceAll('_', ' ')} licence`;
    case 'compact_privilege':
      return `${credential.compact} privilege, home ${credential.homeState}`;
    case 'telehealth_registration':
      return 'telehealth registration';
    case 'state_exception':
      return 'exception by state law';
    case 'payer_enrolment':
      return `enrolment with ${credential.payerCode}`;
  }
}
