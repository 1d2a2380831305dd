import { describe, expect, it } from 'vitest';
import type { ClaimChange } from '../../../../cli/rescrub/rescrub-claims.js';
import { cursorText, parseCursor } from '../../../../cli/rescrub/rescrub-cursor.js';
import { changeLines, totalLines } from '../../../../cli/rescrub/rescrub-lines.js';
import { RescrubReport } from '../../../../cli/rescrub/rescrub-report.js';
import { addBatch, noTotals } from '../../../../cli/rescrub/rescrub-totals.js';
import { cents } from '../../../../domain/kernel/cents.js';
import { plainDate } from '../../../../domain/kernel/plain-date.js';

const cursor = { dateOfService: plainDate('2026-01-31'), claimId: 'clm_1' };

function change(overrides: Partial<ClaimChange>): ClaimChange {
  return {
    claimId: 'clm_1',
    dateOfService: '2026-01-31',
    payerCode: 'medicare',
    kind: 'payable_now',
    reasons: [{ code: 'medicare-waivers-lapsed', message: 'any' }],
    before: 'held: 99213 at 10 for I10',
    after: '99213 at 10 for I10',
    effectCents: cents(10_000),
    ...overrides,
  };
}

describe('a rescrub in text', () => {
  it('has a cursor that reads back, and refuses what is none', () => {
    expect(parseCursor(cursorText(cursor))).toEqual(cursor);
    for (const text of ['', '2026-01-31', '2026-02-30/clm_1', '2026-01-31/vis_1', '2026-01-31/clm_1/x']) {
      expect(parseCursor(text)).toBeNull();
    }
  });

  it('adds up claims and cents by kind of change, and by reason one time a claim', () => {
    const twice = [
      { code: 'note-missing', message: 'a' },
      { code: 'note-missing', message: 'b' },
    ];
    const changes = [change({}), change({ kind: 'held_now', effectCents: cents(-2_500), reasons: twice })];
    const totals = addBatch(addBatch(noTotals, { read: 5, compared: 4, changes, cursor }), {
      read: 1,
      compared: 1,
      changes: [change({})],
      cursor,
    });
    expect(totals).toMatchObject({
      read: 6,
      compared: 5,
      byKind: {
        payable_now: { claims: 2, effectCents: 20_000 },
        held_now: { claims: 1, effectCents: -2_500 },
        recoded: { claims: 0, effectCents: 0 },
      },
      byReason: {
        'medicare-waivers-lapsed': { claims: 2, effectCents: 20_000 },
        'note-missing': { claims: 1, effectCents: -2_500 },
      },
    });
    expect(totalLines(totals).join('\n')).toContain('medicare-waivers-lapsed: 2 claims, $200.00');
  });

  it('shows as many changed claims as asked for and says how many there are more', () => {
    const report = new RescrubReport(1);
    const batch = { read: 2, compared: 2, cursor };
    report.add({ ...batch, changes: [change({}), change({ claimId: 'clm_2' })] });
    report.add({ ...batch, changes: [change({ claimId: 'clm_3' })] });
    const lines = changeLines(report.shown, report.more).join('\n');
    expect(lines).toContain('clm_1');
    expect(lines).not.toMatch(/clm_[23]/);
    expect(lines).toContain('and 2 more');
    expect(report.totals).toMatchObject({ read: 4, byKind: { payable_now: { claims: 3 } } });
  });
});
