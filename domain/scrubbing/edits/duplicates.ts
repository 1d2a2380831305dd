import { always } from '../edit-dates.js';
import { findWhen } from '../edit-findings.js';
import type { OtherClaim, ScrubEdit, ScrubInput } from '../scrub-edit.js';

function sameDayClaims({ otherClaims, visit }: ScrubInput): readonly OtherClaim[] {
  return otherClaims.filter(
    (other) => other.dateOfService === visit.dateOfService && other.clinicianNpi === visit.clinician.npi,
  );
}

function sharesCode({ claim }: ScrubInput, other: OtherClaim): boolean {
  return claim.lines.some((line) => other.procedureCodes.includes(line.procedureCode));
}

/** Modifiers that tell a payer the second service was a distinct one. */
const distinctModifiers = ['25', '59', '76', '77', 'XE', 'XP', 'XS', 'XU'];

/** Other claims of the same patient in our own book. */
export const duplicateEdits: readonly ScrubEdit[] = [
  {
    id: 'duplicate-claim',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'Pub. 100-04 ch. 1 §120; CARC 18',
    title: 'No other claim bills the same service',
    check: (input) => {
      const marked = input.claim.lines.some((line) => line.modifiers.some((each) => distinctModifiers.includes(each)));
      const duplicate = marked ? undefined : sameDayClaims(input).find((other) => sharesCode(input, other));
      return findWhen(duplicate !== undefined, {
        message: `claim ${duplicate?.claimId ?? ''} bills the same code of the same clinician on the same day`,
        location: 'claim.lines',
        remedy: 'Void one of the two, or mark the second service as distinct when the note shows it.',
      });
    },
  },
  {
    id: 'second-visit-same-day',
    severity: 'warning',
    effectiveFrom: always,
    source: 'CPT E/M guidelines; NCCI Policy Manual ch. 1',
    title: 'The patient had one visit with the clinician on the day',
    check: (input) => {
      const other = sameDayClaims(input).find((each) => !sharesCode(input, each));
      return findWhen(other !== undefined, {
        message: `claim ${other?.claimId ?? ''} bills another service of the same clinician on the same day`,
        location: 'visit.dateOfService',
        remedy: 'Check whether both belong on one claim, and whether a code pair edit applies.',
      });
    },
  },
];
