import type { Finding } from '../kernel/finding.js';
import type { Credential } from './credential.js';

/** A warning for each payer code of an enrolment that no payer profile of the practice has: such an enrolment never counts. */
export function unknownPayerCodes(
  byClinician: ReadonlyMap<string, readonly Credential[]>,
  payerCodes: readonly string[],
): readonly Finding[] {
  const named = [...byClinician.values()]
    .flat()
    .flatMap((each) => (each.kind === 'payer_enrolment' ? each.payerCode : []));
  return [...new Set(named)]
    .filter((code) => !payerCodes.includes(code))
    .map((code) => ({
      code: 'enrolment-payer-unknown',
      severity: 'warning',
      message: `no payer profile has the code ${code}: enrolments with it count for no claim`,
      remedy: 'Correct the code, or make the profile.',
    }));
}
