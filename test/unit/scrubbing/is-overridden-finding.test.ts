import { expect, test } from 'vitest';
import { editsOfFinding, isOverriddenFinding } from '../../../domain/scrubbing/is-overridden-finding.js';
import { scrubEdits } from '../../../domain/scrubbing/scrub-edits.js';

const finding = { code: 'repeated-diagnosis', severity: 'error', message: '', byteOffset: 0 } as const;

test('an override of an edit holds for the finding of the same rule, and for no other', () => {
  expect(isOverriddenFinding(finding, ['diagnosis-repeated'])).toBe(true);
  expect(isOverriddenFinding(finding, ['service-in-future'])).toBe(false);
  expect(isOverriddenFinding({ ...finding, code: 'invalid-npi' }, ['diagnosis-repeated'])).toBe(false);
});

test('each edit that may be overridden is one there is', () => {
  const known = new Set(scrubEdits.map((edit) => edit.id));
  expect(
    Object.values(editsOfFinding)
      .flat()
      .filter((id) => !known.has(id)),
  ).toEqual([]);
});
