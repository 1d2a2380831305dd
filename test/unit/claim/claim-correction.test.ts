import { expect, test } from 'vitest';
import { claimCorrectionSchema, correctCodedClaim, correctVisit } from '../../../domain/claim/claim-correction.js';
import { plainDate } from '../../../domain/kernel/plain-date.js';
import { aClaim, aLine, aVisit } from '../../builders/rules.js';

test('a correction changes what it names and nothing else', () => {
  const visit = aVisit();
  const corrected = correctVisit(visit, [
    { memberId: 'NEW1', patient: { birthDate: plainDate('1971-06-02') }, telehealthConsent: false },
  ]);
  expect(corrected).toEqual({
    ...visit,
    telehealthConsent: false,
    patient: { ...visit.patient, birthDate: '1971-06-02' },
    coverages: [{ ...visit.coverages[0], memberId: 'NEW1' }],
  });
});

test('a later correction stands over an earlier one', () => {
  const corrected = correctVisit(aVisit(), [{ memberId: 'FIRST', groupNumber: 'G1' }, { memberId: 'SECOND' }]);
  expect(corrected.coverages[0]).toMatchObject({ memberId: 'SECOND', groupNumber: 'G1' });
});

test('only the first coverage is corrected, and a visit without coverage gets none', () => {
  const [first] = aVisit().coverages;
  if (first === undefined) throw new Error('the visit has a coverage');
  const visit = aVisit({ coverages: [first, { ...first, rank: 'secondary', memberId: 'OTHER' }] });
  expect(correctVisit(visit, [{ memberId: 'NEW' }]).coverages.map((coverage) => coverage.memberId)).toEqual([
    'NEW',
    'OTHER',
  ]);
  expect(correctVisit(aVisit({ coverages: [] }), [{ memberId: 'NEW' }]).coverages).toEqual([]);
});

test('lines are corrected by number; a line that is not there is passed over', () => {
  const claim = aClaim({ lines: [aLine(), aLine({ lineNumber: 2, procedureCode: '90833' })] });
  const corrected = correctCodedClaim(claim, [
    {
      placeOfService: '02',
      lines: [
        { lineNumber: 2, modifiers: ['GT'] },
        { lineNumber: 9, units: 3 },
      ],
    },
  ]);
  expect(corrected.placeOfService).toBe('02');
  expect(corrected.lines).toEqual([claim.lines[0], { ...claim.lines[1], modifiers: ['GT'] }]);
});

test.each([
  [{ unknownField: 1 }],
  [{ patient: { socialSecurityNumber: '1' } }],
  [{ lines: [{ lineNumber: 1, modifiers: ['95', '25', 'GT', 'GQ', 'FQ'] }] }],
  [{ diagnoses: [] }],
  [{ placeOfService: '99' }],
  [{ dateOfService: '2026-02-30' }],
])('%j is no correction', (data) => {
  expect(claimCorrectionSchema.safeParse(data).success).toBe(false);
});
