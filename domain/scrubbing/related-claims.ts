import { daysBetween } from '../kernel/plain-date.js';
import type { OtherClaim, ScrubInput } from './scrub-edit.js';

/** Other claims with one of these codes, so many days before this one's date of service or after it (negative: before). */
export function claimsWithCodes(
  { otherClaims, visit }: ScrubInput,
  codes: readonly string[],
  days: { readonly from: number; readonly to: number },
): readonly OtherClaim[] {
  if (otherClaims.length === 0) return otherClaims;
  return otherClaims.filter((other) => {
    const distance = daysBetween(visit.dateOfService, other.dateOfService);
    return (
      distance >= days.from && distance <= days.to && other.lines.some((line) => codes.includes(line.procedureCode))
    );
  });
}

/** The ICD-10-CM category: what two services of one problem share although one of them is coded more finely. */
function category(diagnosis: string): string {
  return diagnosis.slice(0, 3);
}

/** Whether both claims are of one clinician and for one problem, as far as diagnoses show it. */
export function isRelated({ claim, visit }: ScrubInput, other: OtherClaim): boolean {
  if (other.clinicianNpi !== visit.clinician.npi) return false;
  const own = new Set(claim.diagnoses.map(category));
  return other.diagnoses.some((diagnosis) => own.has(category(diagnosis)));
}
