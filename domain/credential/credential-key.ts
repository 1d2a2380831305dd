import type { Credential } from './credential.js';

/** What stays the same over the spans of one licence, privilege or enrolment. */
export function credentialSubject(credential: Credential): string {
  switch (credential.kind) {
    case 'licence':
      return `licence ${credential.state} ${credential.profession}`;
    case 'compact_privilege':
      return `compact_privilege ${credential.compact} ${credential.state ?? '*'}`;
    case 'telehealth_registration':
    case 'state_exception':
      return `${credential.kind} ${credential.state}`;
    case 'payer_enrolment':
      return `payer_enrolment ${credential.payerCode} ${credential.state ?? '*'}`;
  }
}

/** The natural key of a credential among those of one clinician: what it is about and its first day. */
export function credentialKey(credential: Credential): string {
  return `${credentialSubject(credential)} ${credential.from}`;
}
