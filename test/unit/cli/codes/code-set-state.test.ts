import { describe, expect, it } from 'vitest';
import { missingCodeSets } from '../../../../cli/codes/code-set-state.js';
import { plainDate } from '../../../../domain/kernel/plain-date.js';

const today = plainDate('2026-10-01');

function loaded(codeSet: 'icd-10-cm' | 'hcpcs' | 'ncci-pairs' | 'ncci-units', edition: string) {
  return { codeSet, edition, revision: 1, entries: 1, fileNames: [], loadedAt: '', isInUse: true };
}

describe('what is told of code sets', () => {
  it('without any is that the built-in subset serves for all four, and how to load each', () => {
    const missing = missingCodeSets([], today);
    expect(missing.map(({ codeSet, edition }) => [codeSet, edition])).toEqual([
      ['icd-10-cm', '2027'],
      ['hcpcs', '2026q4'],
      ['ncci-pairs', '2026q4'],
      ['ncci-units', '2026q4'],
    ]);
    expect(missing.every(({ message }) => message.includes('the built-in subset serves'))).toBe(true);
    expect(missing[1]?.message).toContain('codes load <file> --hcpcs 2026q4');
  });

  it('is nothing when today’s editions are loaded', () => {
    const all = [
      loaded('icd-10-cm', '2027'),
      loaded('hcpcs', '2026q4'),
      loaded('ncci-pairs', '2026q4'),
      loaded('ncci-units', '2026q4'),
    ];
    expect(missingCodeSets(all, today)).toEqual([]);
  });

  it('after a new quarter has begun says that the quarter before serves for pairs and units, and for codes the subset', () => {
    const before = [loaded('hcpcs', '2026q3'), loaded('ncci-pairs', '2026q3')];
    const messageOf = (codeSet: string) =>
      missingCodeSets(before, today).find((one) => one.codeSet === codeSet)?.message;
    expect(messageOf('ncci-pairs')).toContain('the nearest loaded quarter serves');
    expect(messageOf('hcpcs')).toContain('the built-in subset serves');
  });
});
