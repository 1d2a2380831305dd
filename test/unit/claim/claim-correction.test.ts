import { describe, expect, test } from 'vitest';
import { type ClaimCorrection, claimCorrectionSchema, correctVisit } from '../../../domain/claim/claim-correction.js';
import { correctCodedClaim } from '../../../domain/claim/correct-coded-claim.js';
import { cents } from '../../../domain/kernel/cents.js';
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

test('the reason for audio only, where the patient was, who treated and who is insured can be put right', () => {
  const visit = aVisit();
  const { medicalRecordNumber: _, ...subscriber } = { ...visit.patient, firstName: 'Robin' };
  const clinician = { ...visit.clinician, firstName: 'Kim' };
  const patientLocation = { setting: 'other', state: 'TX' } as const;
  const corrected = correctVisit(visit, [
    { audioOnlyReason: 'video_failed', patientLocation, clinician, relationship: 'child', subscriber },
  ]);
  expect(corrected).toEqual({
    ...visit,
    audioOnlyReason: 'video_failed',
    patientLocation,
    clinician,
    coverages: [{ ...visit.coverages[0], relationship: 'child', subscriber }],
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

test('an older correction, which names no code, is laid on by number; a line that is not there is passed over', () => {
  const claim = aClaim({ lines: [aLine(), aLine({ lineNumber: 2, procedureCode: '90833' })] });
  const lines = [
    { lineNumber: 2, modifiers: ['GT'] },
    { lineNumber: 9, units: 3 },
  ];
  expect(correctCodedClaim(claim, [{ placeOfService: '02', lines }], {})).toEqual({
    kind: 'corrected',
    claim: { ...claim, placeOfService: '02', lines: [claim.lines[0], { ...claim.lines[1], modifiers: ['GT'] }] },
  });
});

describe('the charge of a corrected line', () => {
  const claim = aClaim({
    lines: [aLine({ chargeCents: cents(9_999) }), aLine({ lineNumber: 2, procedureCode: '90833' })],
  });
  const fees = { '99213': cents(10_000), '99214': cents(13_000) };
  const chargeAfter = (...corrections: readonly ClaimCorrection[]) => {
    const corrected = correctCodedClaim(claim, corrections, fees);
    return corrected.kind === 'corrected' ? corrected.claim.lines[0]?.chargeCents : corrected;
  };

  test('is the fee of its new code times its new units', () => {
    expect(chargeAfter({ lines: [{ lineNumber: 1, procedureCode: '99214' }] })).toBe(13_000);
    expect(chargeAfter({ lines: [{ lineNumber: 1, units: 3 }] })).toBe(30_000);
    expect(chargeAfter({ lines: [{ lineNumber: 1, procedureCode: '99214', units: 2 }] })).toBe(26_000);
  });

  test('stays when neither code nor units came out different', () => {
    expect(chargeAfter({ lines: [{ lineNumber: 1, procedureCode: '99213', units: 1, modifiers: ['GT'] }] })).toBe(
      9_999,
    );
    expect(chargeAfter({ lines: [{ lineNumber: 1, units: 3 }] }, { lines: [{ lineNumber: 1, units: 1 }] })).toBe(9_999);
  });

  test('is a question when the fee schedule does not have the code', () => {
    expect(chargeAfter({ lines: [{ lineNumber: 1, procedureCode: '99215' }] })).toMatchObject({
      kind: 'needs_coder',
      questions: [{ code: 'charge-missing', message: expect.stringContaining('99215') }],
    });
  });
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
