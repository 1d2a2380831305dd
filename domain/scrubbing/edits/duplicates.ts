import type { ServiceLine } from '../../coding/coded-claim.js';
import { isVisitCode } from '../../coding/procedure-facts.js';
import { always } from '../edit-dates.js';
import { findWhen } from '../edit-findings.js';
import type { EditFinding, OtherClaim, ScrubEdit, ScrubInput } from '../scrub-edit.js';

function sameDayClaims({ otherClaims, visit }: ScrubInput): readonly OtherClaim[] {
  return otherClaims.filter(
    (other) => other.dateOfService === visit.dateOfService && other.clinicianNpi === visit.clinician.npi,
  );
}

function sharesCode({ claim }: ScrubInput, other: OtherClaim): boolean {
  return claim.lines.some((line) => other.lines.some((theirs) => theirs.procedureCode === line.procedureCode));
}

const whereItIs = {
  gone: 'billed or ready to be sent',
  ahead: 'received before this one and not sent either',
} as const;

/**
 * Modifiers that tell a payer that a service is not the one billed before. 25 is not among them: it parts a visit from what
 * else was done on the day, not from the same visit sent again.
 */
const distinctModifiers = ['59', '76', '77', 'XE', 'XP', 'XS', 'XU'];

function distinctMarks({ modifiers }: Pick<ServiceLine, 'modifiers'>): string {
  return modifiers
    .filter((each) => distinctModifiers.includes(each))
    .sort()
    .join();
}

/** Whether a line of ours is one of theirs again: the same code, marked as distinct on both claims in the same way or on neither. */
function sharesService({ claim }: ScrubInput, other: OtherClaim): boolean {
  return claim.lines.some((line) =>
    other.lines.some(
      (theirs) => theirs.procedureCode === line.procedureCode && distinctMarks(theirs) === distinctMarks(line),
    ),
  );
}

/** Of two claims that wait, the one that came first goes, so that no two ever hold each other up. */
function findDuplicates(input: ScrubInput): readonly EditFinding[] {
  const alike = sameDayClaims(input).filter((other) => sharesService(input, other));
  const first =
    alike.find(({ precedence }) => precedence === 'gone') ?? alike.find(({ precedence }) => precedence === 'ahead');
  if (first === undefined || first.precedence === 'behind') return [];
  const place = whereItIs[first.precedence];
  return [
    {
      message: `claim ${first.claimId}, ${place}, bills the same code of the same clinician on the same day`,
      location: 'claim.lines',
      remedy:
        'When both are for one service, void the one that is not to go, then retry this step if this one is to; mark the line of a second service as distinct (59, 76, 77, XE, XP, XS, XU) when the note shows it.',
    },
  ];
}

/** Other claims of the same patient in our own book. */
export const duplicateEdits: readonly ScrubEdit[] = [
  {
    id: 'duplicate-claim',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'Pub. 100-04 ch. 1 §120; CARC 18',
    title: 'No claim before this one bills the same service',
    needs: ['clinician', 'other_claims'],
    check: findDuplicates,
  },
  {
    id: 'second-visit-same-day',
    severity: 'warning',
    effectiveFrom: always,
    source: 'CPT E/M guidelines; NCCI Policy Manual ch. 1',
    title: 'The patient had one visit with the clinician on the day',
    needs: ['clinician', 'other_claims'],
    check: (input) => {
      const other = sameDayClaims(input).find((each) => !sharesCode(input, each));
      return findWhen(other !== undefined, {
        message: `claim ${other?.claimId ?? ''} bills another service of the same clinician on the same day`,
        location: 'visit.dateOfService',
        remedy: 'Check whether both belong on one claim, and whether a code pair edit applies.',
      });
    },
  },
  {
    id: 'visit-of-other-clinician-same-day',
    severity: 'warning',
    effectiveFrom: always,
    source: 'Pub. 100-04 ch. 12 §30.6.5: one visit a day for clinicians of one group and specialty',
    title: 'No colleague bills a visit of the same patient and day',
    needs: ['clinician', 'other_claims'],
    check: ({ claim, otherClaims, visit }) => {
      if (otherClaims.length === 0 || !claim.lines.some((line) => isVisitCode(line.procedureCode))) return [];
      const other = otherClaims.find(
        (each) =>
          each.dateOfService === visit.dateOfService &&
          each.clinicianNpi !== visit.clinician.npi &&
          each.lines.some((line) => isVisitCode(line.procedureCode)),
      );
      return findWhen(other !== undefined, {
        message: `claim ${other?.claimId ?? ''} bills a visit of another clinician of the practice on the same day`,
        location: 'claim.lines',
        remedy: 'With one specialty report one visit for both; else check that the problems differ.',
      });
    },
  },
];
