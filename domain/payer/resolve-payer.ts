import type { Finding } from '../kernel/finding.js';
import { err, ok, type Result } from '../kernel/result.js';
import type { UsState } from '../kernel/us-state.js';
import type { PayerProfile } from './payer-profile.js';

/** How a source names a payer. `state` decides between the Medicaid programs when the name is just "Medicaid". */
export interface PayerReference {
  readonly payerCode?: string | undefined;
  readonly payerName: string;
  readonly state?: UsState | undefined;
}

const source = 'the practice’s payer profiles';

function comparable(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

function hasName(profile: PayerProfile, name: string): boolean {
  return [profile.name, profile.code, profile.electronicPayerId, ...profile.aliases].some(
    (alias) => comparable(alias) === name,
  );
}

function unknownPayer(payerCode: string | undefined): Finding {
  const byCode = payerCode !== undefined;
  return {
    code: 'payer-unknown',
    severity: 'error',
    message: byCode
      ? 'no payer profile has this payer code or electronic payer id'
      : 'no payer profile has this name among its name and aliases',
    location: byCode ? 'coverages[].payerCode' : 'coverages[].payerName',
    remedy: byCode
      ? 'Correct the payer code, or add a payer profile with it.'
      : 'Add the name as an alias of the payer’s profile, or send payerCode.',
    source,
  };
}

function ambiguousPayer(candidates: readonly PayerProfile[]): Finding {
  const codes = candidates.map((profile) => profile.code);
  return {
    code: 'payer-ambiguous',
    severity: 'error',
    message: `the payer’s name fits several profiles: ${codes.join(', ')}`,
    location: 'coverages[].payerName',
    remedy: 'Send payerCode, or the state of the program.',
    source,
  };
}

/** Finds the one profile a reference means; a code that is given must match, a name is compared without case and punctuation. */
export function resolvePayer(
  profiles: readonly PayerProfile[],
  reference: PayerReference,
): Result<PayerProfile, Finding> {
  const { payerCode, payerName, state } = reference;
  if (payerCode !== undefined) {
    const wanted = payerCode.trim().toLowerCase();
    const found =
      profiles.find((profile) => profile.code === wanted) ??
      profiles.find((profile) => profile.electronicPayerId.toLowerCase() === wanted);
    return found ? ok(found) : err(unknownPayer(payerCode));
  }
  const name = comparable(payerName);
  const candidates = profiles.filter((profile) => hasName(profile, name));
  const inState = candidates.filter((profile) => profile.state === state);
  const [only, ...others] = candidates.length > 1 && state !== undefined && inState.length > 0 ? inState : candidates;
  if (!only) return err(unknownPayer(undefined));
  return others.length === 0 ? ok(only) : err(ambiguousPayer([only, ...others]));
}
