import type { Credential, PayerEnrolment } from '../../domain/credential/credential.js';
import { plainDate } from '../../domain/kernel/plain-date.js';

type Kind<K extends Credential['kind']> = Extract<Credential, { readonly kind: K }>;

const long = { status: 'active', from: plainDate('2020-01-01') } as const;

/** A physician's licence in New York without an end. */
export function aLicence(overrides: Partial<Kind<'licence'>> = {}): Kind<'licence'> {
  return { kind: 'licence', state: 'NY', profession: 'physician', ...long, ...overrides };
}

/** A psychologist's authority under PSYPACT with home in New Jersey. */
export function aPrivilege(overrides: Partial<Kind<'compact_privilege'>> = {}): Kind<'compact_privilege'> {
  return { kind: 'compact_privilege', compact: 'PSYPACT', homeState: 'NJ', ...long, ...overrides };
}

export function aRegistration(
  overrides: Partial<Kind<'telehealth_registration'>> = {},
): Kind<'telehealth_registration'> {
  return { kind: 'telehealth_registration', state: 'NY', ...long, ...overrides };
}

/** An enrolment with the payer of the clean claim, whatever the state. */
export function anEnrolment(overrides: Partial<PayerEnrolment> = {}): PayerEnrolment {
  return { kind: 'payer_enrolment', payerCode: 'summit-health', ...long, ...overrides };
}
