import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAmount } from '../../domain/kernel/cents.js';
import { parseX12Date } from '../../domain/kernel/plain-date.js';
import { quickAmount, quickDate, quickWhole } from '../../domain/x12/quick-values.js';
import type { SegmentSource } from '../../domain/x12/segment.js';
import { elementEnd, elementStart } from '../../domain/x12/segment.js';
import { interchangeText, onlyTransactionSet } from '../builders/x12-texts.js';

const numberLike = fc.oneof(
  fc.stringMatching(/^-?\d{0,13}(\.\d{0,3})?$/),
  fc.stringMatching(/^[-+0-9. A]{0,6}$/),
  fc.constantFrom('', '-', '.', '-.', '-0', '0.00', '00012', '999999999999', '9999999999.99', '1.005', '1-2', '1.2.3'),
);
const dateLike = fc.oneof(
  fc
    .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10).replaceAll('-', '')),
  fc.stringMatching(/^\d{6,9}$/),
  fc.constantFrom('20260229', '20240229', '20260431', '00000000', '20261301', '2026 101'),
);

/** The value where it stands in a file, as the readers meet it. */
function placed(value: string): [source: SegmentSource, start: number, end: number] {
  const [, segment] = onlyTransactionSet(interchangeText([`NTE*ADD*${value}*X`])).segments;
  if (segment === undefined) throw new Error('the text has no segment');
  return [segment.source, elementStart(segment, 2), elementEnd(segment, 2)];
}

test('an amount read where it stands is the amount its text says, or is left to that', () => {
  fc.assert(
    fc.property(numberLike, (value) => {
      const quick = quickAmount(...placed(value));
      const parsed = parseAmount(value);
      if (quick !== undefined) expect(parsed).toEqual({ ok: true, value: quick });
      if (/^-?\d{1,9}(\.\d{1,2})?$/.test(value)) expect(quick).toBeDefined();
    }),
    { numRuns: 1_000 },
  );
});

test('a whole number read where it stands is the number its text says', () => {
  fc.assert(
    fc.property(numberLike, (value) => {
      const quick = quickWhole(...placed(value));
      expect(quick).toBe(/^\d{1,9}$/.test(value) ? Number(value) : undefined);
    }),
    { numRuns: 500 },
  );
});

test('a day read where it stands is the day its text says, first and again', () => {
  fc.assert(
    fc.property(dateLike, (value) => {
      const parsed = value.length === 8 ? parseX12Date(value) : undefined;
      const day = parsed?.ok === true ? parsed.value : undefined;
      expect(quickDate(...placed(value))).toBe(day);
      expect(quickDate(...placed(value))).toBe(day);
    }),
    { numRuns: 1_000 },
  );
});
