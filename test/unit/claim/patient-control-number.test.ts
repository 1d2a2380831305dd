import fc from 'fast-check';
import { expect, test } from 'vitest';
import { patientControlNumber } from '../../../domain/claim/patient-control-number.js';

const hash = fc.uint8Array({ minLength: 16, maxLength: 32 });

test('it has fourteen capitals and digits, none that could be read as another', () => {
  fc.assert(
    fc.property(hash, (bytes) => {
      expect(patientControlNumber(bytes)).toMatch(/^[0-9A-HJKMNP-TV-Z]{14}$/);
    }),
  );
});

test('the same hash gives the same number, and a change in its last bits another', () => {
  const bytes = new Uint8Array(32).fill(7);
  const changed = bytes.with(15, 8);
  expect(patientControlNumber(bytes)).toBe(patientControlNumber(bytes));
  expect(patientControlNumber(changed)).not.toBe(patientControlNumber(bytes));
});

test('too short a hash is refused', () => {
  expect(() => patientControlNumber(new Uint8Array(15))).toThrow(RangeError);
});
