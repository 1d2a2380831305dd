import { expect, it } from 'vitest';
import { plainDate } from '../../../domain/kernel/plain-date.js';
import { isInNewPatientWindow } from '../../../domain/visit/new-patient-window.js';

it.each([
  ['2023-03-10', '2026-03-10', true],
  ['2023-03-09', '2026-03-10', false],
  ['2026-03-09', '2026-03-10', true],
  ['2026-03-10', '2026-03-10', false],
  ['2025-02-28', '2028-02-29', false],
  ['2025-03-01', '2028-02-29', true],
])('a service of %s before a visit of %s is within three years: %s', (earlier, visit, expected) => {
  expect(isInNewPatientWindow(plainDate(earlier), plainDate(visit))).toBe(expected);
});
