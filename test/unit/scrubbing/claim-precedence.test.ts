import { describe, expect, it } from 'vitest';
import { claimStages } from '../../../domain/claim/claim-stage.js';
import { type ClaimProgress, claimPrecedence } from '../../../domain/scrubbing/claim-precedence.js';

const waiting = { stage: 'scrubbing', submissionNumber: 0 } as const;
const ready = { stage: 'submission', submissionNumber: 0 } as const;
const sent = { stage: 'adjudication', submissionNumber: 1 } as const;
/** Sent, and back for a correction. */
const comeBack = { stage: 'scrubbing', submissionNumber: 1 } as const;

describe('the order of two claims', () => {
  it.each<[string, ClaimProgress, ClaimProgress, boolean, string]>([
    ['a claim that was sent', sent, waiting, false, 'gone'],
    ['one that passed its last check', ready, waiting, false, 'gone'],
    ['one that was sent and came back', comeBack, waiting, false, 'gone'],
    ['one received before, when neither was sent', waiting, waiting, true, 'ahead'],
    ['one received after, when neither was sent', waiting, waiting, false, 'behind'],
    ['one received before that waits, for a claim that was sent itself', waiting, comeBack, true, 'behind'],
  ])('%s', (_, other, own, otherCameFirst, expected) => {
    expect(claimPrecedence(other, own, otherCameFirst)).toBe(expected);
  });

  it('lets exactly one of two claims go before the other, wherever they are, unless both have gone', () => {
    const places = claimStages.flatMap((stage) =>
      [0, 1].map((submissionNumber): ClaimProgress => ({ stage, submissionNumber })),
    );
    for (const one of places) {
      for (const other of places) {
        const orders = [claimPrecedence(one, other, true), claimPrecedence(other, one, false)];
        const yields = orders.filter((order) => order === 'behind').length;
        expect(yields).toBe(orders.every((order) => order === 'gone') ? 0 : 1);
      }
    }
  });
});
