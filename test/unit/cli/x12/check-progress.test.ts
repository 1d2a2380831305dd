import { expect, test } from 'vitest';
import { CheckProgress } from '../../../../cli/x12/check-progress.js';

function progressOn(isTTY: boolean) {
  const written: string[] = [];
  let now = 1_000;
  const output = { write: (text: string) => written.push(text), isTTY };
  const progress = new CheckProgress(output, { fileCount: 4, bytes: 40_000_000 }, () => now);
  const pass = (millis: number) => {
    now += millis;
  };
  return { progress, written, pass };
}

test('tells files, rate and time left on a terminal, and takes the line away', () => {
  const { progress, written, pass } = progressOn(true);
  pass(500);
  progress.fileDone(10_000_000);
  progress.clear();
  expect(written).toEqual(['\r\u001b[K1 of 4 files, 10.0 MB, 20.0 MB/s, 2 s left', '\r\u001b[K']);
});

test('does not draw for each of many small files', () => {
  const { progress, written, pass } = progressOn(true);
  pass(10);
  progress.fileDone(1_000);
  progress.fileDone(1_000);
  expect(written).toEqual([]);
});

test('is silent where no terminal listens', () => {
  const { progress, written, pass } = progressOn(false);
  pass(5_000);
  progress.fileDone(10_000_000);
  progress.clear();
  expect(written).toEqual([]);
});

test('counts the pieces of a large file before it is done, and counts none of them again then', () => {
  const { progress, written, pass } = progressOn(true);
  pass(1_000);
  progress.bytesRead(20_000_000);
  pass(1_000);
  progress.fileDone(40_000_000);
  expect(written).toEqual([
    '\r\u001b[K0 of 4 files, 20.0 MB, 20.0 MB/s, 1 s left',
    '\r\u001b[K1 of 4 files, 40.0 MB, 20.0 MB/s, 0 s left',
  ]);
});
