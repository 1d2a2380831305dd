import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type PlainDate, plainDate } from '../../../domain/kernel/plain-date.js';
import type { PayerClass } from '../../../domain/payer/payer-profile.js';
import type { ScrubEdit } from '../../../domain/scrubbing/scrub-edit.js';
import { scrubEdits } from '../../../domain/scrubbing/scrub-edits.js';
import { createEditSelector } from '../../../domain/scrubbing/select-edits.js';
import { aClaim, aLine } from '../../builders/rules.js';

const payerClasses: readonly PayerClass[] = ['medicare', 'medicaid', 'commercial', 'self_pay'];

/** One claim that is asked about. */
interface Asked {
  readonly date: PlainDate;
  readonly payerClass: PayerClass;
  readonly codes: readonly string[];
}

/** What the selector must answer, found by looking at each edit. */
function concerning(edits: readonly ScrubEdit[], { date, payerClass, codes }: Asked): readonly string[] {
  return edits
    .filter(({ effectiveFrom, effectiveTo }) => effectiveFrom <= date && (effectiveTo ?? date) >= date)
    .filter((edit) => edit.payerClasses?.includes(payerClass) ?? true)
    .filter((edit) => edit.procedureCodes?.some((code) => codes.includes(code)) ?? true)
    .map((edit) => edit.id);
}

/** An edit of 2025 and 2026 that starts and may end where the others do too. */
const anEdit = fc.record(
  {
    id: fc.uuid(),
    effectiveFrom: fc.constantFrom('2025-01-01', '2025-07-01', '2026-01-01').map(plainDate),
    effectiveTo: fc.constantFrom('2025-12-31', '2026-06-30').map(plainDate),
    payerClasses: fc.subarray([...payerClasses], { minLength: 1 }),
    procedureCodes: fc.subarray(['99213', '90834', 'G2211'], { minLength: 1 }),
  },
  { requiredKeys: ['id', 'effectiveFrom'] },
);

const anAsked: fc.Arbitrary<Asked> = fc.record({
  date: fc
    .constantFrom('2024-12-31', '2025-01-01', '2025-06-30', '2025-07-01', '2025-12-31', '2026-01-01', '2026-06-30')
    .map(plainDate),
  payerClass: fc.constantFrom(...payerClasses),
  codes: fc.array(fc.constantFrom('99213', '90834', 'G2211', '99441'), { maxLength: 3 }),
});

function answers(edits: readonly ScrubEdit[], asked: readonly Asked[]): readonly (readonly string[])[] {
  const selector = createEditSelector(edits);
  return asked.map(({ date, payerClass, codes }) => {
    const lines = codes.map((procedureCode, index) => aLine({ procedureCode, lineNumber: index + 1 }));
    return selector(aClaim({ lines }), date, payerClass).map((edit) => edit.id);
  });
}

it('a claim meets the edits of its date, payer and codes, whatever claims came before', () => {
  fc.assert(
    fc.property(
      fc.array(anEdit, { maxLength: 8 }),
      fc.array(anAsked, { minLength: 1, maxLength: 12 }),
      (drawn, asked) => {
        const edits = drawn.map(
          (edit): ScrubEdit => ({ severity: 'warning', source: 'any', title: 'any', check: () => [], ...edit }),
        );
        expect(answers(edits, asked)).toEqual(asked.map((each) => concerning(edits, each)));
      },
    ),
    { numRuns: 200, seed: 7 },
  );
});

it('the catalogue’s own edits come in its order, on the days before, of and after each change of the rules', () => {
  const days = scrubEdits.flatMap(({ effectiveFrom, effectiveTo }) => [effectiveFrom, effectiveTo ?? []].flat());
  const asked = [...new Set(days)].flatMap((date) =>
    payerClasses.map((payerClass): Asked => ({ date, payerClass, codes: ['99213', '98016'] })),
  );
  expect(answers(scrubEdits, asked)).toEqual(asked.map((each) => concerning(scrubEdits, each)));
});
