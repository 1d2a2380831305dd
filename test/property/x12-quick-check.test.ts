import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ElementRule, LoopRule, SegmentRule, SimpleElementRule } from '../../domain/x12/guide.js';
import { compileQuickCheck, isGoodAtFirstLook } from '../../domain/x12/quick-check.js';
import type { Segment } from '../../domain/x12/segment.js';
import { guides } from '../../domain/x12/transaction-kind.js';
import { validateElements } from '../../domain/x12/validate-elements.js';
import { interchangeText, onlyTransactionSet } from '../builders/x12-texts.js';

const rules = Object.values(guides).flatMap(({ root }) => segmentsOf(root));
const anyValue = fc.constantFrom(
  '',
  ' ',
  'A',
  'ZZZZ',
  '12',
  '0',
  '-1.5',
  '.',
  '-',
  '20260230',
  '20261231',
  '2400',
  'D8:X',
  'A^B',
  '\u0001',
);

test('what passes at the first look has nothing wrong at the second, in every segment of every guide', () => {
  let passed = 0;
  for (const rule of rules) {
    const check = compileQuickCheck(rule);
    fc.assert(
      fc.property(segmentTexts(rule), fc.constantFrom(':', '>', '.', '2', '-'), (text, separator) => {
        const segment = segmentOf(text.replaceAll(':', separator), separator);
        if (segment === undefined || !isGoodAtFirstLook(check, segment)) return;
        passed += 1;
        const wrong: unknown[] = [];
        validateElements(rule, segment, (what) => wrong.push(what));
        expect(wrong).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }
  // Else nothing was held against anything.
  expect(passed).toBeGreaterThan(rules.length * 2);
}, 120_000);

function segmentsOf(loop: LoopRule): SegmentRule[] {
  return loop.parts.flatMap((part) => (part.kind === 'loop' ? segmentsOf(part) : [part]));
}

/** Mostly good elements, now and then anything, a surplus one or one that is left out. */
function segmentTexts(rule: SegmentRule): fc.Arbitrary<string> {
  const elements = fc.tuple(...rule.elements.map((element, index) => elementTexts(element, rule.elements[index - 1])));
  return fc
    .tuple(elements, fc.nat({ max: rule.elements.length }), fc.option(anyValue, { freq: 8 }))
    .map(([values, count, more]) => {
      const kept = count === 0 ? values : values.slice(0, Math.max(count, rule.elements.length - 2));
      return [rule.id, ...kept, ...(more === null ? [] : [more])].join('*');
    });
}

function elementTexts(rule: ElementRule, before: ElementRule | undefined): fc.Arbitrary<string> {
  if (rule.usage === 'N')
    return fc.oneof({ weight: 20, arbitrary: fc.constant('') }, { weight: 1, arbitrary: anyValue });
  const good =
    rule.kind === 'composite'
      ? fc
          .tuple(...rule.components.map((part) => elementTexts(part, undefined)))
          .map((parts) => parts.join(':').replace(/:+$/, ''))
      : simpleTexts(rule, before);
  const weights = rule.usage === 'R' ? { empty: 1 } : { empty: 12 };
  return fc.oneof(
    { weight: 24, arbitrary: good },
    { weight: weights.empty, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: anyValue },
  );
}

function simpleTexts(rule: SimpleElementRule, before: ElementRule | undefined): fc.Arbitrary<string> {
  if (rule.codes !== undefined) return fc.constantFrom(...rule.codes);
  if (rule.reference === '1251') {
    const day = fc.constantFrom('20260131', '20240229', '20230229', '20261301');
    return before === undefined
      ? day
      : fc.oneof(
          day,
          fc.tuple(day, day).map((ends) => ends.join('-')),
        );
  }
  switch (rule.type) {
    case 'AN':
    case 'ID': {
      const most = Math.min(rule.maxLength, 20);
      return fc.stringMatching(new RegExp(`^[A-Z0-9 ]{${Math.min(rule.minLength, most)},${most}}$`));
    }
    case 'R':
      return fc.constantFrom('0', '12', '-3.5', '0.05', '.5', '7.', '123456789012345678901');
    case 'N0':
    case 'N2':
      return fc.constantFrom('0', '1', '-12', '1234567890');
    case 'DT':
      return fc.constantFrom('20260131', '20240229', '20230229', '260131', '20261301');
    case 'TM':
      return fc.constantFrom('0930', '2359', '2400', '093059', '09305999');
  }
}

/** The segment alone in a transaction set; undefined where its text is cut up or begins another one. */
function segmentOf(text: string, separator: string): Segment | undefined {
  const { segments } = onlyTransactionSet(interchangeText([text]).replace('*T*:~', `*T*${separator}~`));
  const [, segment] = segments;
  return segments.length === 3 && segment?.id === text.split('*')[0] ? segment : undefined;
}
