import { expect, test } from 'vitest';
import { correctCodedClaim } from '../../../domain/claim/claim-correction.js';
import { correctionBetween } from '../../../domain/claim/correction-between.js';
import { cents } from '../../../domain/kernel/cents.js';
import { aClaim, aLine } from '../../builders/rules.js';

const claim = aClaim({ lines: [aLine(), aLine({ lineNumber: 2, procedureCode: '90833' })] });

test('only what a rule changed is kept: modifiers of the changed lines, place of service', () => {
  const [first = aLine(), second = aLine()] = claim.lines;
  const after = { ...claim, lines: [first, { ...second, modifiers: ['GT'] }] };
  expect(correctionBetween(claim, after)).toEqual({ lines: [{ lineNumber: 2, modifiers: ['GT'] }] });
  expect(correctionBetween(claim, { ...claim, placeOfService: '02' })).toEqual({ placeOfService: '02' });
  expect(correctionBetween(claim, claim)).toEqual({});
});

test('codes, units and charges of a later coding are left as they are', () => {
  const corrected = correctionBetween(claim, {
    ...claim,
    lines: claim.lines.map((line) => ({ ...line, modifiers: ['GT'] })),
  });
  const codedAnew = aClaim({ lines: [aLine({ procedureCode: '99214', units: 2, chargeCents: cents(20_000) })] });
  expect(correctCodedClaim(codedAnew, [corrected], {})).toEqual({
    kind: 'corrected',
    claim: { ...codedAnew, lines: codedAnew.lines.map((line) => ({ ...line, modifiers: ['GT'] })) },
  });
});
