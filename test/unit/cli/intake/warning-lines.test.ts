import { describe, expect, test } from 'vitest';
import type { EncounterResult } from '../../../../cli/intake/encounter-result.js';
import { warningLines } from '../../../../cli/intake/warning-lines.js';
import type { Finding } from '../../../../domain/kernel/finding.js';

const ample = { kinds: 20, places: 20 };

function warned(id: number, ...warnings: readonly Finding[]): EncounterResult {
  const place = { encounterRef: `Encounter/${id}`, location: `a.json line ${id}`, category: 'virtual' } as const;
  return { ...place, kind: 'claim', claimId: `clm_${id}`, isNew: true, warnings };
}

function doubt(message: string, more: Partial<Finding> = {}): Finding {
  return { code: 'x', severity: 'warning', message, ...more };
}

describe('warnings of an import', () => {
  test('each is told with file, resource, what is doubtful and what to do', () => {
    const payor = doubt('two payers', { location: 'b.json line 7, Coverage.payor', remedy: 'look it up' });
    expect(warningLines([warned(1, doubt('no note')), warned(2), warned(3, payor)], ample)).toEqual([
      '2 warnings, with which claims go on:',
      'warning  no note',
      '         at Encounter/1 (a.json line 1)',
      'warning  two payers',
      '         → look it up',
      '         at Encounter/3 (b.json line 7, Coverage.payor)',
    ]);
  });

  test('the same warning about many encounters is told one time, so that no other is lost among them', () => {
    const results = [1, 2, 3, 4, 5].map((id) => warned(id, doubt('no note', { remedy: 'send it' })));
    const lines = warningLines([...results, warned(6, doubt('two payers'))], { kinds: 20, places: 2 });
    expect(lines).toEqual([
      '6 warnings, with which claims go on:',
      'warning  no note',
      '         → send it',
      '         at Encounter/1 (a.json line 1)',
      '         at Encounter/2 (a.json line 2)',
      '         and 3 more like it',
      'warning  two payers',
      '         at Encounter/6 (a.json line 6)',
      expect.stringMatching(/^… 3 warnings not shown; .*--json to see all/),
    ]);
  });

  test('more kinds than a person reads are cut, and what was cut is counted', () => {
    const results = [1, 2, 3, 4, 5].map((id) => warned(id, doubt(`doubt ${id}`)));
    const lines = warningLines(results, { kinds: 3, places: 3 });
    expect(lines.filter((line) => line.startsWith('warning  '))).toHaveLength(3);
    expect(lines.at(-1)).toMatch(/^… 2 warnings not shown; /);
    expect(warningLines(results, ample).at(-1)).toBe('         at Encounter/5 (a.json line 5)');
  });

  test('nothing is said when there are none', () => {
    const place = { encounterRef: 'Encounter/2', location: 'a.json line 2', category: 'virtual' } as const;
    const refused: EncounterResult = { ...place, kind: 'finding', findings: [doubt('no date')] };
    expect(warningLines([warned(1), refused], ample)).toEqual([]);
  });
});
