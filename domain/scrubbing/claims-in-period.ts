import type { OtherClaim, ScrubInput } from './scrub-edit.js';
import { inOnePeriod, type ServicePeriod } from './service-period.js';

/** Another claim that uses the period of one of ours, and by which code. */
export interface PeriodTaken {
  readonly other: OtherClaim;
  readonly code: string;
}

/**
 * The claim that goes before this one and bills what counts one time in a period that this one bills too. One of the same
 * clinician, day and code is a duplicate and told as such.
 */
export function periodTaken(
  { claim, otherClaims, visit }: ScrubInput,
  periods: readonly ServicePeriod[],
): PeriodTaken | undefined {
  if (otherClaims.length === 0) return undefined;
  const own = new Set(claim.lines.map((line) => line.procedureCode));
  const billed = periods.filter(({ codes }) => codes.some((code) => own.has(code)));
  for (const other of otherClaims) {
    if (other.precedence === 'behind') continue;
    const sameClinician = other.clinicianNpi === visit.clinician.npi;
    const sameDay = other.dateOfService === visit.dateOfService && sameClinician;
    // One claim can bill of several periods at once, and the other one may share any of them.
    const taken = billed
      .filter(({ length, ofOneClinician }) => {
        return (sameClinician || !ofOneClinician) && inOnePeriod(length, other.dateOfService, visit.dateOfService);
      })
      .flatMap(({ codes }) => codes);
    const line = other.lines.find(({ procedureCode: code }) => taken.includes(code) && !(sameDay && own.has(code)));
    if (line !== undefined) return { other, code: line.procedureCode };
  }
  return undefined;
}
