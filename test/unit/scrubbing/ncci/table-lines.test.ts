import { describe, expect, it } from 'vitest';
import { readCodePairs } from '../../../../domain/scrubbing/ncci/read-code-pairs.js';
import { readUnitLimits } from '../../../../domain/scrubbing/ncci/read-unit-limits.js';

/** Entries as their code with what it may, findings as their line and message. */
function limitsOf(text: string): readonly string[] {
  return [...readUnitLimits(text, 'mue.csv')].map((read) => {
    if (read.kind === 'finding') return `${read.finding.location} ${read.finding.message}`;
    const { code, unitsMax, adjudicationIndicator, rationale } = read.entry;
    return [code, unitsMax, adjudicationIndicator, ...(rationale === undefined ? [] : [rationale])].join(' ');
  });
}

function pairsOf(text: string): readonly string[] {
  return [...readCodePairs(text, 'pairs.txt')].map((read) => {
    if (read.kind === 'finding') return `${read.finding.location} ${read.finding.message}`;
    const { columnOne, columnTwo, effectiveFrom, effectiveTo = 'open' } = read.entry;
    return `${columnOne} ${columnTwo} ${effectiveFrom} ${effectiveTo}`;
  });
}

describe('unit limits', () => {
  it.each<[string, string]>([
    ['99213,12,1 Line Edit,', '99213 12 1'],
    ['99213,2,2 Date of Service Edit: Policy,Code Descriptor', '99213 2 2 Code Descriptor'],
    ['99213,99999,3 Date of Service Edit: Clinical,', '99213 99999 3'],
  ])('%j is read as %j', (line, expected) => expect(limitsOf(line)).toEqual([expected]));

  it.each<[string, string]>([
    ['9921,1,3 any,', 'the line does not start with a procedure code'],
    ['992130,1,3 any,', 'the line does not start with a procedure code'],
    ['99213,1x,3 any,', 'the units of 99213 are not a whole number'],
    ['99213,x1,3 any,', 'the units of 99213 are not a whole number'],
    ['99213,100000,3 any,', 'the units of 99213 are not a whole number'],
    ['99213,1,x1,', 'the adjudication indicator of 99213 does not begin with 1, 2 or 3'],
    ['99213,1,x2,', 'the adjudication indicator of 99213 does not begin with 1, 2 or 3'],
    ['99213,1,x3,', 'the adjudication indicator of 99213 does not begin with 1, 2 or 3'],
    ['99213,1,4 any,', 'the adjudication indicator of 99213 does not begin with 1, 2 or 3'],
    ['99213,1,33,', 'the adjudication indicator of 99213 does not begin with 1, 2 or 3'],
    ['99213', 'the units of 99213 are not a whole number'],
  ])('%j below a line of data is told: %s', (line, message) => {
    expect(limitsOf(`90791,1,3 any,\n${line}`)).toEqual(['90791 1 3', `mue.csv:2 ${message}`]);
  });

  it('a heading that begins like data is still a heading', () => {
    expect(limitsOf('HCPCS,Units,Indicator,Why\nCode,10,any,\n99213,2,3 any,')).toEqual(['99213 2 3']);
  });
});

describe('a CMS table', () => {
  it('is read past a byte order mark, blank lines and either end of line', () => {
    expect(limitsOf('\uFEFF99213,2,3 any,\r\n   \r\n\n90791,1,1 any,\r\n')).toEqual(['99213 2 3', '90791 1 1']);
  });

  it('keeps a comma and a quote within quotes in their cell', () => {
    expect(limitsOf('"99213"," 2 ","3 any","Policy, and ""Practice"""')).toEqual([
      '99213 2 3 Policy, and ""Practice""',
    ]);
  });

  it('has at most forty lines of heading; the next is a finding when it is no data', () => {
    expect(limitsOf('heading\n'.repeat(40))).toEqual(['mue.csv the file holds no line of data']);
    expect(limitsOf('heading\n'.repeat(41))).toEqual(['mue.csv:41 the line does not start with a procedure code']);
  });

  it('of code pairs takes a pair that ends on its first day, and one with an empty end', () => {
    expect(pairsOf('99213\t96127\t\t20150101\t20150101\t1\n99213\t96127\t\t20150101\t\t1')).toEqual([
      '99213 96127 2015-01-01 2015-01-01',
      '99213 96127 2015-01-01 open',
    ]);
  });

  it('of code pairs begins where both columns hold a code', () => {
    expect(pairsOf('99213\tColumn 2\n99213\t96127\t\t20150101\t*\t1')).toEqual(['99213 96127 2015-01-01 open']);
    expect(pairsOf('99213\t96127\t\t20150101\t*\t1\n99213')).toEqual([
      '99213 96127 2015-01-01 open',
      'pairs.txt:2 columns 1 and 2 are not two procedure codes',
    ]);
  });
});
