import { describe, expect, test } from 'vitest';
import { claimCorrectionSchema } from '../../../domain/claim/claim-correction.js';
import { correctCodedClaim } from '../../../domain/claim/correct-coded-claim.js';
import { correctLines } from '../../../domain/claim/correct-lines.js';
import type { LineCorrection } from '../../../domain/claim/line-correction.js';
import { missingLines, nameCorrectedCodes } from '../../../domain/claim/name-corrected-codes.js';
import { setByCorrections } from '../../../domain/claim/set-by-corrections.js';
import { aClaim, aLine } from '../../builders/rules.js';

const linesOf = (...codes: readonly string[]) =>
  codes.map((procedureCode, index) => aLine({ lineNumber: index + 1, procedureCode, modifiers: [] }));

/** The lines in words, as `99213-GT x2`. */
function laid(codes: readonly string[], ...corrections: readonly LineCorrection[]) {
  const { lines, stranded } = correctLines(linesOf(...codes), corrections);
  const told = lines.map((line) => [line.procedureCode, ...line.modifiers].join('-') + (line.units > 1 ? ' +' : ''));
  return { lines: told, stranded: stranded.map(({ lineNumber, forProcedureCode }) => [lineNumber, forProcedureCode]) };
}

describe('a correction is laid on the line with the code it was made for', () => {
  const gt = { lineNumber: 2, forProcedureCode: '90833', modifiers: ['GT'] };

  test('also when coding has put a line before it', () => {
    expect(laid(['99215', '99417', '90833'], gt)).toEqual({ lines: ['99215', '99417', '90833-GT'], stranded: [] });
  });

  test('that of its number among several with the code; when none has the number a person must say which', () => {
    expect(laid(['90833', '90833'], gt)).toEqual({ lines: ['90833', '90833-GT'], stranded: [] });
    expect(laid(['90833', '99215', '90833'], gt)).toEqual({
      lines: ['90833', '99215', '90833'],
      stranded: [[2, '90833']],
    });
  });

  test('nowhere when no line has the code any more', () => {
    expect(laid(['99215', '99417'], gt)).toEqual({ lines: ['99215', '99417'], stranded: [[2, '90833']] });
  });

  test('also when an earlier correction has changed the code since', () => {
    const to = { lineNumber: 1, forProcedureCode: '99213', procedureCode: '99214' };
    const units = { lineNumber: 1, forProcedureCode: '99213', units: 2 };
    const later = { lineNumber: 1, forProcedureCode: '99214', modifiers: ['25'] };
    expect(laid(['99213', '99213'], to, to, units, later)).toEqual({ lines: ['99214-25 +', '99213'], stranded: [] });
    expect(laid(['90833', '99213'], to, later)).toEqual({ lines: ['90833', '99214-25'], stranded: [] });
  });

  test('also when coding came to the wanted code by itself', () => {
    const to = { lineNumber: 1, forProcedureCode: '99213', procedureCode: '99214', modifiers: ['25'] };
    expect(laid(['99214', '99417'], to)).toEqual({ lines: ['99214-25', '99417'], stranded: [] });
  });

  test('also when a safe fix had shown the line under its office code', () => {
    expect(laid(['98006'], { lineNumber: 1, forProcedureCode: '99214', modifiers: ['25'] })).toEqual({
      lines: ['98006-25'],
      stranded: [],
    });
  });
});

describe('a correction without a line', () => {
  const gt = { lineNumber: 2, forProcedureCode: '90833', modifiers: ['GT'] };

  test('is a question that names what there is, and the claim does not go on', () => {
    const claim = aClaim({ lines: linesOf('99215', '99417') });
    expect(correctCodedClaim(claim, [{ lines: [gt] }], {})).toMatchObject({
      kind: 'needs_coder',
      questions: [
        {
          code: 'correction-without-line',
          severity: 'error',
          message: 'line 2 was corrected as 90833, and coding now gives 1 99215, 2 99417',
        },
      ],
    });
  });

  test('is answered by a later one of its number that finds a line, or that only names the number', () => {
    const answer = { lineNumber: 2, forProcedureCode: '99417', modifiers: ['GT'] };
    expect(laid(['99215', '99417'], gt, answer)).toEqual({ lines: ['99215', '99417-GT'], stranded: [] });
    expect(laid(['99215'], gt, { lineNumber: 2 })).toEqual({ lines: ['99215'], stranded: [] });
    expect(laid(['99215'], gt, { lineNumber: 1, units: 2 })).toEqual({ lines: ['99215 +'], stranded: [[2, '90833']] });
    expect(laid(['99215'], { lineNumber: 2 }, gt).stranded).toEqual([[2, '90833']]);
  });
});

describe('the code a correction is made for', () => {
  const claim = aClaim({ lines: linesOf('99215', '90833') });

  test('is that of the line as the claim is coded when it comes into force, unless a person has named one', () => {
    const lines = [
      { lineNumber: 2, units: 2 },
      { lineNumber: 1, forProcedureCode: '99214' },
    ];
    expect(nameCorrectedCodes({ memberId: 'NEW1', lines }, claim)).toEqual({
      memberId: 'NEW1',
      lines: [{ lineNumber: 2, forProcedureCode: '90833', units: 2 }, lines[1]],
    });
    expect(nameCorrectedCodes({ lines }, null)).toEqual({ lines });
    expect(nameCorrectedCodes({ memberId: 'NEW1' }, claim)).toEqual({ memberId: 'NEW1' });
  });

  test('is asked for when the claim has no such line', () => {
    const lines = [
      { lineNumber: 3, units: 2 },
      { lineNumber: 4 },
      { lineNumber: 5, forProcedureCode: '99417', units: 2 },
    ];
    expect(missingLines({ lines }, claim)).toEqual([3]);
    expect(missingLines({ lines }, null)).toEqual([]);
    expect(missingLines({}, claim)).toEqual([]);
  });

  test('is a procedure code', () => {
    expect(claimCorrectionSchema.safeParse({ lines: [{ lineNumber: 1, forProcedureCode: '992' }] }).success).toBe(
      false,
    );
  });
});

test('a fix leaves alone the line that a correction was laid on, by its number of now', () => {
  const corrections = [
    { lines: [{ lineNumber: 2, forProcedureCode: '90833', modifiers: ['GT'] }] },
    { lines: [{ lineNumber: 1 }] },
  ];
  const lines = linesOf('99215', '99417', '90833');
  expect(setByCorrections(corrections, lines)).toEqual({ placeOfService: false, lineNumbers: new Set([3]) });
  expect(setByCorrections([{ placeOfService: '02', lines: [{ lineNumber: 2, units: 1 }] }], lines)).toEqual({
    placeOfService: true,
    lineNumbers: new Set([2]),
  });
});
