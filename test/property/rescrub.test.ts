import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainDate } from '../../domain/kernel/plain-date.js';
import { judgeByBoth, pairRules } from '../../domain/rescrub/judge-by-both.js';
import { type JudgingRules, judgeClaim, type StoredClaim } from '../../domain/rescrub/judge-claim.js';
import { candidateEdits } from '../../domain/scrubbing/candidate-edits.js';
import { scrubAndFixClaim } from '../../domain/scrubbing/scrub-and-fix-claim.js';
import type { ScrubInput } from '../../domain/scrubbing/scrub-edit.js';
import { scrubEdits } from '../../domain/scrubbing/scrub-edits.js';
import { anyScrubInput } from '../builders/any-scrub-input.js';

const knownOn = plainDate('2026-03-16');
const current: JudgingRules = { edits: scrubEdits, knownOn };
const fixing = scrubEdits.filter((edit) => edit.fix !== undefined).map((edit) => edit.id);
const ids = scrubEdits.map((edit) => edit.id);
const someIds = fc
  .tuple(fc.subarray(fixing, { maxLength: 8 }), fc.subarray(ids, { maxLength: 30 }))
  .map((lists) => lists.flat());
const corrections: fc.Arbitrary<StoredClaim['corrections']> = fc.constantFrom(
  [],
  [{ placeOfService: '10' as const }],
  [{ lines: [{ lineNumber: 1 }] }],
);

function candidates(block: readonly string[], without: readonly string[]): JudgingRules {
  const edits = candidateEdits({ block, without });
  if (!edits.ok) throw new Error(edits.error);
  return { edits: edits.value, knownOn };
}

function coded({ claim }: ScrubInput) {
  return { kind: 'coded' as const, claim, warnings: [], trace: [] };
}

test('what is spared of the second judgement gives the verdicts of judging two times', () => {
  fc.assert(
    fc.property(
      anyScrubInput,
      corrections,
      someIds,
      someIds,
      fc.boolean(),
      (input, corrected, block, without, isLater) => {
        const stored = { ...input, corrections: corrected };
        const candidate = candidates(block, without);
        const [before, after] = isLater ? [current, candidate] : [candidate, current];
        expect(judgeByBoth(stored, coded(input), pairRules(before, after))).toEqual({
          before: judgeClaim(stored, coded(input), before).verdict,
          after: judgeClaim(stored, coded(input), after).verdict,
        });
      },
    ),
    { numRuns: 200 },
  );
}, 60_000);

test('a claim is judged as scrubbing judges it', () => {
  fc.assert(
    fc.property(anyScrubInput, (input) => {
      const { verdict } = judgeClaim({ ...input, corrections: [] }, coded(input), current);
      const { claim, findings } = scrubAndFixClaim({ ...input, knownOn });
      const reasons = findings
        .filter((finding) => finding.blocking)
        .map(({ editId, message }) => ({ code: editId, message }));
      expect(verdict).toEqual(reasons.length === 0 ? { kind: 'payable', claim } : { kind: 'held', claim, reasons });
    }),
    { numRuns: 100 },
  );
}, 60_000);
