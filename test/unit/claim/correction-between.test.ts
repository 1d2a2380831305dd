import { expect, test } from 'vitest';
import { correctCodedClaim } from '../../../domain/claim/correct-coded-claim.js';
import { correctionBetween } from '../../../domain/claim/correction-between.js';
import { cents } from '../../../domain/kernel/cents.js';
import { aClaim, aLine } from '../../builders/rules.js';

const claim = aClaim({ lines: [aLine(), aLine({ lineNumber: 2, procedureCode: '90833' })] });

test('only what a rule changed is kept: modifiers of the changed lines, place of service', () => {
  const [first = aLine(), second = aLine()] = claim.lines;
  const after = { ...claim, lines: [first, { ...second, modifiers: ['GT'] }] };
  expect(correctionBetween(claim, after)).toEqual({
    lines: [{ lineNumber: 2, forProcedureCode: '90833', modifiers: ['GT'] }],
  });
  expect(correctionBetween(claim, { ...claim, placeOfService: '02' })).toEqual({ placeOfService: '02' });
  expect(correctionBetween(claim, claim)).toEqual({});
});

test('units and charges of a later coding are left as they are, wherever the line stands then', () => {
  const [, second = aLine()] = claim.lines;
  const correction = correctionBetween(claim, {
    ...claim,
    lines: claim.lines.map((line) => (line.lineNumber === 2 ? { ...line, modifiers: ['GT'] } : line)),
  });
  const inserted = aLine({ lineNumber: 2, procedureCode: '99417', chargeCents: cents(20_000) });
  const codedAnew = aClaim({ lines: [aLine(), inserted, { ...second, lineNumber: 3, units: 2 }] });
  expect(correctCodedClaim(codedAnew, [correction], {})).toEqual({
    kind: 'corrected',
    claim: { ...codedAnew, lines: [aLine(), inserted, { ...second, lineNumber: 3, units: 2, modifiers: ['GT'] }] },
  });
});
