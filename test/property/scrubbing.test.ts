import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codedClaimSchema } from '../../domain/coding/coded-claim.js';
import { addDays, plainDate } from '../../domain/kernel/plain-date.js';
import { scrubAndFixClaim } from '../../domain/scrubbing/scrub-and-fix-claim.js';
import { scrubClaim } from '../../domain/scrubbing/scrub-claim.js';
import type { ScrubEdit, ScrubInput } from '../../domain/scrubbing/scrub-edit.js';
import { scrubEdits } from '../../domain/scrubbing/scrub-edits.js';
import { aScrubInput, aVisit } from '../builders/rules.js';
import { anyDay, anyScrubInput } from '../builders/any-scrub-input.js';
import { editExamples } from '../unit/scrubbing/examples/edit-examples.js';

function modifiersOf({ claim }: Pick<ScrubInput, 'claim'>): readonly string[] {
  return claim.lines
    .flatMap((each, index) => [...new Set(each.modifiers)].map((modifier) => `${index} ${modifier}`))
    .sort();
}

function edit(overrides: Partial<ScrubEdit>): ScrubEdit {
  return {
    id: 'always-found',
    severity: 'warning',
    effectiveFrom: plainDate('2000-01-01'),
    source: 'the test',
    title: 'Always found',
    check: () => [{ message: 'found', location: 'claim', remedy: 'none' }],
    ...overrides,
  };
}

test('fixes come to an end, and a claim without one left stays as it is', () => {
  fc.assert(
    fc.property(anyScrubInput, (input) => {
      const once = scrubAndFixClaim(input);
      expect(once.applied.length).toBeLessThan(20);
      const again = scrubAndFixClaim({ ...input, claim: once.claim });
      expect(again.applied).toEqual([]);
      expect(again.claim).toEqual(once.claim);
      expect(codedClaimSchema.safeParse(once.claim).success).toBe(true);
    }),
    { numRuns: 500 },
  );
}, 60_000);

test('no fix loses a modifier of the source unless it says so, and none adds one that it does not name', () => {
  fc.assert(
    fc.property(anyScrubInput, (input) => {
      const { claim, applied } = scrubAndFixClaim(input);
      const changes = applied.flatMap((fix) => fix.changes);
      const named = (kind: 'add_modifier' | 'remove_modifier') =>
        changes.flatMap((change) => (change.kind === kind ? `${change.lineIndex} ${change.modifier}` : []));
      const before = modifiersOf(input);
      const after = modifiersOf({ claim });
      for (const modifier of before) {
        if (!after.includes(modifier)) expect(named('remove_modifier')).toContain(modifier);
      }
      for (const modifier of after) {
        if (!before.includes(modifier)) expect(named('add_modifier')).toContain(modifier);
      }
    }),
    { numRuns: 300 },
  );
}, 60_000);

test('the same input gives the same fixes and findings, and the input stays as it was', () => {
  fc.assert(
    fc.property(anyScrubInput, (input) => {
      const copy = structuredClone({ visit: input.visit, claim: input.claim });
      const first = scrubAndFixClaim(input);
      expect({ visit: input.visit, claim: input.claim }).toEqual(copy);
      expect(scrubAndFixClaim({ ...input, ...copy })).toEqual(first);
    }),
  );
}, 30_000);

test('what is sorted out ahead could have found nothing: each edit in force for the payer and the codes runs, in order', () => {
  fc.assert(
    fc.property(anyScrubInput, (input) => {
      const { dateOfService } = input.visit;
      const codes = input.claim.lines.map((each) => each.procedureCode);
      const oneByOne = scrubEdits
        .filter((each) => each.effectiveFrom <= dateOfService && dateOfService <= (each.effectiveTo ?? '9999-12-31'))
        .filter((each) => each.payerClasses?.includes(input.payer.payerClass) ?? true)
        .filter((each) => each.procedureCodes?.some((code) => codes.includes(code)) ?? true)
        .flatMap((each) => each.check(input).map((finding) => ({ ...finding, editId: each.id, source: each.source })));
      const found = scrubClaim(input).findings.map(({ blocking: _, overridden: __, ...finding }) => finding);
      expect(found).toEqual(oneByOne);
      expect(found.every((finding) => finding.source.length > 3)).toBe(true);
    }),
  );
}, 30_000);

test('an edit that waits for codes finds nothing on a claim without them', () => {
  const waiting = scrubEdits.filter((each) => each.procedureCodes !== undefined);
  for (const each of waiting) {
    for (const { fails } of editExamples[each.id] ?? []) {
      const codes = aScrubInput(fails).claim.lines.map((billed) => billed.procedureCode);
      expect(each.procedureCodes?.some((code) => codes.includes(code))).toBe(true);
    }
  }
});

test('an edit finds nothing outside of its dates, whatever the claim', () => {
  fc.assert(
    fc.property(anyScrubInput, anyDay, anyDay, (input, one, other) => {
      const [effectiveFrom, effectiveTo] = one <= other ? [one, other] : [other, one];
      const { dateOfService } = input.visit;
      const found = scrubClaim(input, [edit({ effectiveFrom, effectiveTo })]).findings.length > 0;
      expect(found).toBe(effectiveFrom <= dateOfService && dateOfService <= effectiveTo);
    }),
  );
});

test('the days on both sides of an edit’s first and last date are told apart, whichever claim comes first', () => {
  const [first, last] = [plainDate('2025-01-01'), plainDate('2025-12-31')];
  const days = [addDays(first, -1), first, last, addDays(last, 1)];
  for (const order of [days, [...days].reverse()]) {
    const edits = [edit({ effectiveFrom: first, effectiveTo: last })];
    const found = order.filter((dateOfService) => {
      const input = aScrubInput({ visit: { ...aVisit(), dateOfService } });
      return scrubClaim(input, edits).findings.length > 0;
    });
    expect([...found].sort()).toEqual([first, last]);
  }
});

test('a warning that is added changes neither the claim nor what other edits find', () => {
  fc.assert(
    fc.property(anyScrubInput, (input) => {
      const before = scrubAndFixClaim(input);
      const after = scrubAndFixClaim(input, undefined, [edit({}), ...scrubEdits]);
      expect(after.claim).toEqual(before.claim);
      expect(after.applied).toEqual(before.applied);
      expect(after.findings.filter((finding) => finding.editId !== 'always-found')).toEqual(before.findings);
    }),
  );
}, 30_000);
