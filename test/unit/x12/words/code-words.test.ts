import { describe, expect, test } from 'vitest';
import type { LoopRule, SegmentRule } from '../../../../domain/x12/guide.js';
import { guides, transactionKinds } from '../../../../domain/x12/transaction-kind.js';
import { acknowledgementCodeLists } from '../../../../domain/x12/words/acknowledgement-code-words.js';
import { claimCodeLists } from '../../../../domain/x12/words/claim-code-words.js';
import { wordsOfCode } from '../../../../domain/x12/words/code-words.js';
import { eligibilityCodeLists } from '../../../../domain/x12/words/eligibility-code-words.js';
import { remittanceCodeLists } from '../../../../domain/x12/words/remittance-code-words.js';
import { statusCodeLists } from '../../../../domain/x12/words/status-code-words.js';

function segmentsOf(rule: LoopRule): SegmentRule[] {
  return rule.parts.flatMap((part) => (part.kind === 'loop' ? segmentsOf(part) : [part]));
}

const referenceAt = new Map<string, string>();
/** The codes the guides allow at each place, and for each data element by its number. */
const guideCodes = new Map<string, Set<string>>();
for (const segment of transactionKinds.flatMap((kind) => segmentsOf(guides[kind].root))) {
  segment.elements.forEach((element, index) => {
    const place = `${segment.id}${String(index + 1).padStart(2, '0')}`;
    const parts = element.kind === 'simple' ? [[place, element] as const] : [];
    const components =
      element.kind === 'composite'
        ? element.components.map((component, at) => [`${place}-${at + 1}`, component] as const)
        : [];
    for (const [name, { codes, reference }] of [...parts, ...components]) {
      referenceAt.set(name, reference);
      for (const key of [name, reference]) {
        const known = guideCodes.get(key) ?? new Set();
        for (const code of codes ?? []) known.add(code);
        guideCodes.set(key, known);
      }
    }
  });
}

const lists = Object.entries({
  ...claimCodeLists,
  ...remittanceCodeLists,
  ...statusCodeLists,
  ...eligibilityCodeLists,
  ...acknowledgementCodeLists,
});

describe('words of codes', () => {
  test.each(lists)('%s: stand for codes the guides have there', (place, words) => {
    const [here, anywhere] = [guideCodes.get(place), guideCodes.get(referenceAt.get(place) ?? '')];
    expect(here).toBeDefined();
    if (here === undefined || here.size === 0) return;
    expect(Object.keys(words).filter((code) => !here.has(code) && anywhere?.has(code) !== true)).toEqual([]);
  });

  test('tell reason codes and places of service wherever they stand, and a bill type of a hospital from neither', () => {
    expect(wordsOfCode('CAS05', '1034', '253')).toBe('sequestration');
    expect(wordsOfCode('SV105', '1331', '10')).toBe('telehealth, patient at home');
    expect(wordsOfCode('CLP08', '1331', '11')).toBeUndefined();
    expect(wordsOfCode('CAS02', '1034', 'constructor')).toBeUndefined();
  });
});
