import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ClaimCorrection, correctVisit } from '../../domain/claim/claim-correction.js';
import { correctCodedClaim } from '../../domain/claim/correct-coded-claim.js';
import type { CodedClaim } from '../../domain/coding/coded-claim.js';
import { aClaim, aLine, aPractice, aVisit } from '../builders/rules.js';

const word = fc.stringMatching(/^[A-Z0-9]{2,12}$/);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const corrections: fc.Arbitrary<ClaimCorrection> = fc.record(
  {
    payerCode: word,
    memberId: word,
    groupNumber: word,
    totalMinutes: fc.integer({ min: 1, max: 1440 }),
    newPatient: fc.boolean(),
    telehealthConsent: fc.boolean(),
    patientLocation: fc.constant({ setting: 'other' as const, state: 'TX' as const }),
    clinicianLocation: fc.constant({ setting: 'home' as const, state: 'NJ' as const }),
    placeOfService: fc.constantFrom('02' as const, '10' as const, '11' as const),
    patient: fc.record({ firstName: word, lastName: word }, { requiredKeys: [] }),
    lines: fc.array(fc.record({ lineNumber: fc.integer({ min: 1, max: 4 }), units: fc.integer({ min: 1, max: 9 }) }), {
      maxLength: 3,
    }),
  },
  { requiredKeys: [] },
);

const visit = aVisit();
const claim = aClaim({ lines: [1, 2, 3].map((lineNumber) => aLine({ lineNumber })) });

const { feeSchedule } = aPractice();

function corrected(coded: CodedClaim, list: readonly ClaimCorrection[]): CodedClaim {
  const outcome = correctCodedClaim(coded, list, feeSchedule);
  if (outcome.kind === 'needs_coder') throw new Error('every code of these claims has a fee');
  return outcome.claim;
}

test('corrections laid over one at a time give the same as all at once', () => {
  fc.assert(
    fc.property(fc.array(corrections, { maxLength: 4 }), fc.array(corrections, { maxLength: 4 }), (first, second) => {
      expect(correctVisit(correctVisit(visit, first), second)).toEqual(correctVisit(visit, [...first, ...second]));
      expect(corrected(corrected(claim, first), second)).toEqual(corrected(claim, [...first, ...second]));
    }),
  );
});

test('the same correction a second time changes nothing, and none at all leaves the visit as it came', () => {
  fc.assert(
    fc.property(corrections, (correction) => {
      expect(correctVisit(visit, [correction, correction])).toEqual(correctVisit(visit, [correction]));
      expect(corrected(claim, [correction, correction])).toEqual(corrected(claim, [correction]));
    }),
  );
  expect(correctVisit(visit, [])).toEqual(visit);
  expect(correctVisit(visit, [{}])).toEqual(visit);
});

test('a correction adds and removes no line and no coverage, and each line is charged by the fee schedule', () => {
  fc.assert(
    fc.property(
      fc.array(corrections, { maxLength: 4 }),
      fc.array(optional(corrections), { maxLength: 2 }),
      (list, more) => {
        const all = [...list, ...more.filter((one) => one !== undefined)];
        const { lines } = corrected(claim, all);
        expect(lines.map((line) => line.lineNumber)).toEqual(claim.lines.map((line) => line.lineNumber));
        for (const line of lines) expect(line.chargeCents).toBe((feeSchedule[line.procedureCode] ?? 0) * line.units);
        expect(correctVisit(visit, all).coverages).toHaveLength(visit.coverages.length);
      },
    ),
  );
});
