import { expect, it } from 'vitest';
import { addDays } from '../../../domain/kernel/plain-date.js';
import type { ScrubInput } from '../../../domain/scrubbing/scrub-edit.js';
import { aClaim, aLine, aVisit, otherLines } from '../../builders/rules.js';
import { type EditCase, verdictOf } from './edits-firing.js';

/** A claim of some codes beside another of the patient's, two days before it. */
function beside(own: readonly string[], other: readonly string[]): Partial<ScrubInput> {
  const { clinician, dateOfService } = aVisit();
  return {
    claim: aClaim({ lines: own.map((procedureCode, index) => aLine({ lineNumber: index + 1, procedureCode })) }),
    otherClaims: [
      {
        claimId: 'clm_1',
        dateOfService: addDays(dateOfService, -2),
        clinicianNpi: clinician.npi,
        lines: otherLines(...other),
        diagnoses: ['I10'],
        precedence: 'gone',
      },
    ],
  };
}

const [month, days, supply] = [
  'management-once-a-month',
  'digital-visit-once-in-seven-days',
  'device-supply-once-in-thirty-days',
];

const cases: readonly EditCase[] = [
  [month, 'the second of two periods of one length', 'finds', beside(['99457', '99490'], ['99490'])],
  [month, 'the first of the two', 'finds', beside(['99457', '99490'], ['99457'])],
  [month, 'a period that ours bills nothing of', 'passes', beside(['99457', '99490'], ['99484'])],
  [month, 'another code of the second period', 'finds', beside(['99490', '99492'], ['99493'])],
  [supply, 'the review of data beside a supply', 'finds', beside(['99454', '99091'], ['99091'])],
  [supply, 'the supply of the second organ system', 'finds', beside(['98976', '98977'], ['98977'])],
  [supply, 'the supply of a third', 'passes', beside(['98976', '98977'], ['98978'])],
  [days, 'both kinds of digital visit', 'finds', beside(['99421', '98970'], ['98972'])],
];

it.each(cases)('%s: %s, %s', (editId, _, verdict, overrides) => {
  expect(verdictOf(editId, overrides)).toBe(verdict);
});
