import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCodePairs } from '../../../../domain/scrubbing/ncci/read-code-pairs.js';
import { readUnitLimits } from '../../../../domain/scrubbing/ncci/read-unit-limits.js';

const pairHeading = [
  'CPT only copyright American Medical Association. All rights reserved.',
  '',
  'Column1/Column2 Edits',
  'Column 1\tColumn 2\t*=in existence prior to 1996\tEffective Date\tDeletion Date *=no data\tModifier 0=not allowed 1=allowed 9=not applicable\tPTP Edit Rationale',
];

function pairsOf(text: string) {
  return [...readCodePairs(text, 'ccipra.txt')];
}

describe('the CMS table of code pairs', () => {
  it('is read below its heading, with the dates and the indicator of each pair', () => {
    const text = [
      ...pairHeading,
      '99213\t96127\t\t20150101\t*\t1\tMisuse of column two code',
      '99214\t36415\t*\t19960101\t20031231\t0\tMore extensive procedure',
      '',
    ].join('\r\n');
    expect(pairsOf(text)).toEqual([
      {
        kind: 'entry',
        entry: { columnOne: '99213', columnTwo: '96127', effectiveFrom: '2015-01-01', modifierIndicator: 1 },
      },
      {
        kind: 'entry',
        entry: {
          columnOne: '99214',
          columnTwo: '36415',
          effectiveFrom: '1996-01-01',
          effectiveTo: '2003-12-31',
          modifierIndicator: 0,
        },
      },
    ]);
  });

  it('is read the same with commas and quotes, and with a heading cell that is broken over lines', () => {
    const text =
      '"Column\n1","Column\n2",,"Effective\nDate"\n"99213","96127","","20150101","*","9","Standards, of practice"\n';
    expect(pairsOf(text)).toMatchObject([{ kind: 'entry', entry: { columnTwo: '96127', modifierIndicator: 9 } }]);
  });

  it.each([
    ['99213\tX\t\t20150101\t*\t1', 'not two procedure codes'],
    ['99213\t96127\t\t20151301\t*\t1', 'effective date'],
    ['99213\t96127\t\t20150101\tnever\t1', 'deletion date'],
    ['99213\t96127\t\t20150101\t20141231\t1', 'before the effective date'],
    ['99213\t96127\t\t20150101\t*\t2', 'modifier indicator'],
  ])('gives a finding with file, line and reason for %j, and the lines around it are read', (line, reason) => {
    const good = '99213\t96127\t\t20150101\t*\t1\tany';
    const read = pairsOf([...pairHeading, good, line, good].join('\n'));
    expect(read.map(({ kind }) => kind)).toEqual(['entry', 'finding', 'entry']);
    const bad = read[1];
    expect(bad).toMatchObject({ finding: { location: 'ccipra.txt:6' } });
    expect(bad?.kind === 'finding' ? bad.finding.message : '').toContain(reason);
  });

  it('gives one finding for a file without any line of data', () => {
    expect(pairsOf('only a heading\n')).toMatchObject([{ kind: 'finding', finding: { location: 'ccipra.txt' } }]);
  });
});

describe('the CMS table of medically unlikely edits', () => {
  it('is read with units, indicator and rationale, and a bad line is told', () => {
    const text = [
      'CPT only copyright,,,',
      '"HCPCS/CPT Code",Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale',
      '99213,2,3 Date of Service Edit: Clinical,"Nature of Service/Procedure"',
      '96127,2,1 Line Edit,"Clinical: Data"',
      '90791,one,2 Date of Service Edit: Policy,',
      '90792,1,,',
    ].join('\n');
    expect([...readUnitLimits(text, 'mue.csv')]).toMatchObject([
      { entry: { code: '99213', unitsMax: 2, adjudicationIndicator: 3, rationale: 'Nature of Service/Procedure' } },
      { entry: { code: '96127', unitsMax: 2, adjudicationIndicator: 1, rationale: 'Clinical: Data' } },
      { finding: { location: 'mue.csv:5' } },
      { finding: { location: 'mue.csv:6' } },
    ]);
  });

  it('takes any text at all without failing: each line after the heading is an entry or a finding', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const read of [...readUnitLimits(text, 'x'), ...readCodePairs(text, 'x')]) {
          expect(['entry', 'finding']).toContain(read.kind);
        }
      }),
    );
  });
});
