import { expect, test } from 'vitest';
import { builtInDiagnosisCodeSet, buildDiagnosisCodeSet } from '../../../domain/coding/diagnosis-code-set.js';
import { externalCodesOf } from '../../../domain/coding/external-codes-of.js';
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
