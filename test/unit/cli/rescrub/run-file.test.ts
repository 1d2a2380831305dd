import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { RescrubBatch } from '../../../../cli/rescrub/rescrub-claims.js';
import { openRunFile, type RunHead } from '../../../../cli/rescrub/run-file.js';
import { UsageError } from '../../../../cli/text/usage-error.js';
import { cents } from '../../../../domain/kernel/cents.js';
import { plainDate } from '../../../../domain/kernel/plain-date.js';

const folder = mkdtempSync(join(tmpdir(), 'teleclaim-run-file-'));
afterAll(() => rmSync(folder, { recursive: true }));

const head: RunHead = {
  practiceId: 'prc_1',
  ruleSet: '2026.1',
  options: { since: '2026-01-01', rules: 'candidate', without: ['note-missing'] },
  today: plainDate('2026-03-16'),
};

function batch(claimId: string): RescrubBatch {
  const dateOfService = plainDate('2026-01-31');
  const change = { dateOfService, payerCode: null, kind: 'held_now' as const, before: 'é', after: 'ü' };
  const reasons = [{ code: 'note-missing', message: 'any' }];
  return {
    read: 3,
    compared: 2,
    changes: [{ ...change, claimId, reasons, effectCents: cents(-100) }],
    cursor: { dateOfService, claimId },
  };
}

describe('the file of a run', () => {
  it('gives back each batch that was kept, and the day on which the run began', () => {
    const path = join(folder, 'run');
    const run = openRunFile(path, head);
    expect(run).toMatchObject({ today: '2026-03-16', batches: [] });
    run.keep(batch('clm_1'));
    run.keep(batch('clm_2'));
    expect(openRunFile(path, { ...head, today: plainDate('2026-03-17') })).toMatchObject({
      today: '2026-03-16',
      batches: [batch('clm_1'), batch('clm_2')],
    });
    expect(statSync(path).mode & 0o077).toBe(0);
  });

  it('goes on behind the last whole batch wherever writing broke off', () => {
    const whole = join(folder, 'whole');
    const run = openRunFile(whole, head);
    run.keep(batch('clm_1'));
    const kept = readFileSync(whole);
    run.keep(batch('clm_2'));
    const both = readFileSync(whole);
    for (let length = kept.length; length < both.length; length += 7) {
      const torn = join(folder, `torn-${length}`);
      writeFileSync(torn, both.subarray(0, length));
      const again = openRunFile(torn, head);
      expect(again.batches).toEqual([batch('clm_1')]);
      again.keep(batch('clm_2'));
      expect(readFileSync(torn)).toEqual(both);
    }
  });

  it.each<Partial<RunHead>>([
    { practiceId: 'prc_2' },
    { ruleSet: '2026.2' },
    { options: { ...head.options, without: [] } },
  ])('refuses to mix runs that compare something else: %j', (overrides) => {
    const path = join(folder, 'mixed');
    openRunFile(path, head);
    expect(() => openRunFile(path, { ...head, ...overrides })).toThrow(UsageError);
  });

  it('refuses a file of something else and leaves it as it is', () => {
    const path = join(folder, 'notes');
    const run = join(folder, 'spoilt');
    const line = join(folder, 'line');
    writeFileSync(path, 'my notes\nwithout an end');
    writeFileSync(line, 'my notes without an end');
    openRunFile(run, head);
    appendFileSync(run, '{"read":1}\n');
    for (const each of [path, line, run]) {
      const before = readFileSync(each, 'utf8');
      expect(() => openRunFile(each, head)).toThrow(UsageError);
      expect(readFileSync(each, 'utf8')).toBe(before);
    }
  });
});
