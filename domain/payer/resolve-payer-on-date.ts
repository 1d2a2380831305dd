import type { Finding } from '../kernel/finding.js';
import type { PlainDate } from '../kernel/plain-date.js';
import type { PayerProfile } from './payer-profile.js';
import { isInForce, nearestProfiles } from './profile-in-force.js';
import { type PayerReference, resolvePayer } from './resolve-payer.js';

/** Who a reference means on a date of service: a payer with its profile, one without a profile for that day, or nobody we know. */
export type ResolvedPayer =
  | { readonly kind: 'in_force'; readonly profile: PayerProfile }
  | { readonly kind: 'not_in_force'; readonly payerCode: string; readonly finding: Finding }
  | { readonly kind: 'unknown'; readonly finding: Finding };

/** Resolves among the versions in force on the date; a payer that has none then is still named. */
export function resolvePayerOnDate(
  versions: readonly PayerProfile[],
  reference: PayerReference,
  on: PlainDate,
): ResolvedPayer {
  const inForce = resolvePayer(
    versions.filter((version) => isInForce(version, on)),
    reference,
  );
  if (inForce.ok) return { kind: 'in_force', profile: inForce.value };
  if (inForce.error.code === 'payer-ambiguous') return { kind: 'unknown', finding: inForce.error };
  const ever = resolvePayer(nearestProfiles(versions, on), reference);
  if (!ever.ok) return { kind: 'unknown', finding: inForce.error };
  return { kind: 'not_in_force', payerCode: ever.value.code, finding: notInForce(ever.value.code, on, inForce.error) };
}

function notInForce(payerCode: string, on: PlainDate, { location = '' }: Finding): Finding {
  return {
    code: 'payer-not-in-force',
    severity: 'error',
    message: `no version of the profile ${payerCode} is in force on the date of service ${on}`,
    location,
    remedy: `Load a version of ${payerCode} for that date (teleclaim payers load), or correct the date of service.`,
    source: 'the practice’s payer profiles',
  };
}
