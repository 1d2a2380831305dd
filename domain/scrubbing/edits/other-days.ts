import { claimsWithCodes, isRelated } from '../related-claims.js';
import { always } from '../edit-dates.js';
import { findWhen } from '../edit-findings.js';
import type { ScrubEdit } from '../scrub-edit.js';
import { contactReach, digitalVisitCodes, shortContactCodes, visitCodes } from '../service-groups.js';

const { daysAfterVisit, daysBeforeVisit } = contactReach;
const needs = ['clinician', 'diagnoses', 'other_claims'] as const;
const checkInRule =
  'CPT 98016; CY2019 PFS final rule on G2012 and G2010: no related visit in seven days before, nor in 24 hours after';
const digitalRule = 'CPT online digital evaluation and management: a related visit within seven days takes its time in';

/** Short contacts and the visits of other days that pay for them, in our own book. */
export const otherDayEdits: readonly ScrubEdit[] = [
  {
    id: 'check-in-after-related-visit',
    severity: 'blocking',
    effectiveFrom: always,
    source: checkInRule,
    title: 'A check-in does not follow a related visit within seven days',
    needs,
    procedureCodes: shortContactCodes,
    check: (input) => {
      const visit = claimsWithCodes(input, visitCodes, { from: -daysAfterVisit, to: 0 }).find((each) =>
        isRelated(input, each),
      );
      return findWhen(visit !== undefined, {
        message: `claim ${visit?.claimId ?? ''} bills a visit of the same clinician and problem at most seven days before this check-in or image review`,
        location: 'claim.lines',
        remedy:
          'Take the check-in off, the visit pays for it; or set this edit aside when the note shows another problem.',
      });
    },
  },
  {
    id: 'check-in-before-related-visit',
    severity: 'blocking',
    effectiveFrom: always,
    source: checkInRule,
    title: 'A check-in does not lead to a visit on the next day',
    needs,
    procedureCodes: shortContactCodes,
    check: (input) => {
      const visit = claimsWithCodes(input, visitCodes, { from: 1, to: daysBeforeVisit }).find((each) =>
        isRelated(input, each),
      );
      return findWhen(visit !== undefined, {
        message: `claim ${visit?.claimId ?? ''} bills the visit of the next day to which this check-in or image review led`,
        location: 'claim.lines',
        remedy:
          'Take the check-in off, the visit pays for it; or set this edit aside when the note shows another problem.',
      });
    },
  },
  {
    id: 'check-in-near-other-visit',
    severity: 'warning',
    effectiveFrom: always,
    source: checkInRule,
    title: 'A check-in near a visit is for another problem',
    needs,
    procedureCodes: shortContactCodes,
    check: (input) => {
      const near = claimsWithCodes(input, visitCodes, { from: -daysAfterVisit, to: daysBeforeVisit });
      const visit = near.find((each) => !isRelated(input, each));
      return findWhen(visit !== undefined, {
        message: `claim ${visit?.claimId ?? ''} bills a visit of another clinician or problem within the days that a related one would rule this out`,
        location: 'claim.lines',
        remedy: 'Check that the note shows a problem of its own.',
      });
    },
  },
  {
    id: 'digital-visit-near-related-visit',
    severity: 'blocking',
    effectiveFrom: always,
    source: digitalRule,
    title: 'A digital visit does not stand within seven days of a related visit',
    needs,
    procedureCodes: digitalVisitCodes,
    check: (input) => {
      const near = claimsWithCodes(input, visitCodes, { from: -daysAfterVisit, to: daysAfterVisit });
      const visit = near.find((each) => isRelated(input, each));
      return findWhen(visit !== undefined, {
        message: `claim ${visit?.claimId ?? ''} bills a visit of the same clinician and problem within seven days of this digital visit`,
        location: 'claim.lines',
        remedy:
          'Count its time with the visit and take it off; or set this edit aside when the note shows another problem.',
      });
    },
  },
  {
    id: 'visit-after-billed-contact',
    severity: 'warning',
    effectiveFrom: always,
    source: `${checkInRule}; ${digitalRule}`,
    title: 'No short contact that led to the visit is billed beside it',
    needs,
    procedureCodes: visitCodes,
    check: (input) => {
      if (input.otherClaims.length === 0) return [];
      const contact = [
        ...claimsWithCodes(input, shortContactCodes, { from: -daysBeforeVisit, to: -1 }),
        ...claimsWithCodes(input, digitalVisitCodes, { from: -daysAfterVisit, to: -1 }),
      ].find((each) => each.precedence === 'gone' && isRelated(input, each));
      return findWhen(contact !== undefined, {
        message: `claim ${contact?.claimId ?? ''}, billed or ready to be sent, bills a check-in or digital visit for the problem that this visit takes in`,
        location: 'claim.lines',
        remedy: 'Void or replace that claim when both are for one problem; the visit pays for it.',
      });
    },
  },
];
