import { describe, expect, it } from 'vitest';
import { addDays, plainDate } from '../../../domain/kernel/plain-date.js';
import { pairRules } from '../../../domain/rescrub/judge-by-both.js';
import { candidateEdits } from '../../../domain/scrubbing/candidate-edits.js';
import type { ScrubEdit } from '../../../domain/scrubbing/scrub-edit.js';
import { scrubEdits } from '../../../domain/scrubbing/scrub-edits.js';

const knownOn = plainDate('2026-03-16');

function editsOf(changes: Parameters<typeof candidateEdits>[0]): readonly ScrubEdit[] {
  const edits = candidateEdits(changes);
  if (!edits.ok) throw new Error(edits.error);
  return edits.value;
}

function differing(edits: readonly ScrubEdit[], knownAfter = knownOn): string[] | undefined {
  const { differing: ids } = pairRules({ edits: scrubEdits, knownOn }, { edits, knownOn: knownAfter });
  return ids === undefined ? undefined : [...ids].sort();
}

describe('what two sets of rules differ in', () => {
  it('is the edits that would not run or would block, and nothing between the same', () => {
    expect(differing(scrubEdits)).toEqual([]);
    expect(differing(editsOf({ block: ['eligibility-not-verified'], without: ['note-missing'] }))).toEqual([
      'eligibility-not-verified',
      'note-missing',
    ]);
  });

  it('is the same whichever comes first', () => {
    const { differing: ids } = pairRules(
      { edits: editsOf({ block: [], without: ['note-missing'] }), knownOn },
      { edits: scrubEdits, knownOn },
    );
    expect([...(ids ?? [])]).toEqual(['note-missing']);
  });

  it.each<[string, readonly ScrubEdit[]]>([
    [
      'an edit finds something else',
      scrubEdits.map((edit, index) => (index === 3 ? { ...edit, check: () => [] } : edit)),
    ],
    [
      'an edit holds from another day',
      scrubEdits.map((edit, index) =>
        index === 3 ? { ...edit, effectiveFrom: addDays(edit.effectiveFrom, 1) } : edit,
      ),
    ],
    ['the order is another', scrubEdits.toReversed()],
    [
      'each lacks an edit of the other',
      [...scrubEdits.slice(1), ...scrubEdits.slice(0, 1).map((edit) => ({ ...edit, id: 'new' }))],
    ],
  ])('is not known when %s: then claims are judged two times', (_, edits) => {
    expect(differing(edits)).toBeUndefined();
  });

  it('is not known when the day whose knowledge of the law counts is another', () => {
    expect(differing(scrubEdits, addDays(knownOn, 1))).toBeUndefined();
  });
});
