import { describe, expect, it } from 'vitest';
import { ClaimProgress, progressLine } from '../../../../cli/progress/claim-progress.js';

/** What is written in a run that ends a batch of 100 claims each second. */
function written(isTTY: boolean, seconds: number): string[] {
  const texts: string[] = [];
  let now = 0;
  const progress = new ClaimProgress({ isTTY, write: (text) => texts.push(text) }, () => now);
  for (let second = 1; second <= seconds; second += 1) {
    now = second * 1000;
    progress.show(second * 100, 1200);
  }
  progress.clear();
  return texts;
}

describe('the progress of a run over many claims', () => {
  it('tells how far it is, how fast, and how long it will take', () => {
    expect(progressLine(1_000, 4_000, 2_000)).toBe('1000 of 4000 claims, 500 claims/s, 6 s left');
    expect(progressLine(0, 4_000, 0)).toBe('0 of 4000 claims, 0 claims/s, ? s left');
  });

  it('draws one line anew on a terminal, and takes it away', () => {
    expect(written(true, 2)).toEqual([
      '\r\u001b[K100 of 1200 claims, 100 claims/s, 11 s left',
      '\r\u001b[K200 of 1200 claims, 100 claims/s, 10 s left',
      '\r\u001b[K',
    ]);
  });

  it('writes plain lines into a log, few of them, and none of a run that is soon done', () => {
    expect(written(false, 12)).toEqual([
      '500 of 1200 claims, 100 claims/s, 7 s left\n',
      '1000 of 1200 claims, 100 claims/s, 2 s left\n',
    ]);
    expect(written(false, 4)).toEqual([]);
  });
});
