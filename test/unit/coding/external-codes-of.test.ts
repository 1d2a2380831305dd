import { expect, test } from 'vitest';
import { builtInDiagnosisCodeSet, buildDiagnosisCodeSet } from '../../../domain/coding/diagnosis-code-set.js';
import { externalCodesOf } from '../../../domain/coding/external-codes-of.js';
import { parseCalendarQuarter } from '../../../domain/coding/calendar-quarter.js';
import { buildProcedureCodeSet } from '../../../domain/coding/procedure-code-set.js';
import { plainDate } from '../../../domain/kernel/plain-date.js';

const day = plainDate('2026-01-05');
const whole = externalCodesOf(buildDiagnosisCodeSet([{ fiscalYear: 2026, codes: ['J029'] }]));

test('a diagnosis is judged by the whole set of its year, and not by our subset', () => {
  expect(whole.isDiagnosis?.('J029', day)).toBe(true);
  expect(whole.isDiagnosis?.('Q999', day)).toBe(false);
  expect(externalCodesOf(builtInDiagnosisCodeSet).isDiagnosis?.('Q999', day)).toBeUndefined();
});

test('a procedure is judged by the dates we know of it, and not when we know nothing', () => {
  expect(whole.isProcedure?.('99213', day)).toBe(true);
  expect(whole.isProcedure?.('99201', day)).toBe(false);
  expect(whole.isProcedure?.('99201', plainDate('2020-12-31'))).toBe(true);
  expect(whole.isProcedure?.('12001', day)).toBeUndefined();
});

test('a HCPCS code that is missing from the loaded list of its quarter is refused, and no other quarter is judged by it', () => {
  const quarter = parseCalendarQuarter('2026q1');
  const quarters = quarter === null ? [] : [{ quarter, revision: 1, codes: ['G2211'] }];
  const listed = externalCodesOf(builtInDiagnosisCodeSet, buildProcedureCodeSet(quarters));
  expect(listed.isProcedure?.('G2211', day)).toBe(true);
  expect(listed.isProcedure?.('G9999', day)).toBe(false);
  expect(listed.isProcedure?.('G9999', plainDate('2026-04-01'))).toBeUndefined();
  expect(listed.isProcedure?.('12001', day)).toBeUndefined();
});
