import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parseCalendarQuarter, quarterOf } from '../../../domain/coding/calendar-quarter.js';
import { parseHcpcsFile } from '../../../domain/coding/parse-hcpcs-file.js';
import {
  buildProcedureCodeSet,
  builtInProcedureCodeSet,
  isLevelTwoCode,
} from '../../../domain/coding/procedure-code-set.js';
import { procedureTable } from '../../../domain/coding/procedure-table.js';
import { editionFor, editionText } from '../../../domain/coding/quarterly-edition.js';
import { plainDate } from '../../../domain/kernel/plain-date.js';
import { describeSamples, readSample } from '../../support/shared-samples.js';

function quarter(text: string) {
  const parsed = parseCalendarQuarter(text);
  if (parsed === null) throw new Error(`${text} is no quarter`);
  return parsed;
}

describe('calendar quarters', () => {
  it.each([
    ['2026-01-01', '2026q1'],
    ['2026-03-31', '2026q1'],
    ['2026-04-01', '2026q2'],
    ['2026-09-30', '2026q3'],
    ['2026-12-31', '2026q4'],
  ])('%s lies in %s', (date, expected) => expect(quarterOf(plainDate(date))).toBe(expected));

  it('are read in capitals too', () => expect(parseCalendarQuarter('2026Q3')).toBe('2026q3'));

  it.each(['2026q5', '26q1', '2026', '2026q0', '', '2026q12', '12026q1'])('%j is no quarter', (text) =>
    expect(parseCalendarQuarter(text)).toBeNull(),
  );
});

describe('editionFor', () => {
  const editions = [
    { quarter: quarter('2025q4'), revision: 1 },
    { quarter: quarter('2026q2'), revision: 1 },
    { quarter: quarter('2026q2'), revision: 2 },
  ];
  it.each([
    ['2026-04-01', '2026q2 revision 2'],
    ['2026-01-01', '2026q2 revision 2 (in place of 2026q1)'],
    ['2025-10-01', '2025q4'],
    ['2020-01-01', '2025q4 (in place of 2020q1)'],
    ['2026-12-31', '2026q2 revision 2 (in place of 2026q4)'],
  ])('a visit of %s is judged by %s, in whatever order they were loaded', (date, expected) => {
    for (const order of [editions, [...editions].reverse()]) {
      expect(editionText(editionFor(order, plainDate(date)), plainDate(date))).toBe(expected);
    }
  });
  it('without any it is the built-in subset, and says so', () => {
    expect(editionText(editionFor([], plainDate('2026-01-01')), plainDate('2026-01-01'))).toBe('built-in subset');
  });
});

describe('the built-in subset of HCPCS', () => {
  it.each([
    ['G2211', '2026-03-10', 'valid'],
    ['G2012', '2024-12-31', 'valid'],
    ['G2012', '2025-01-01', 'wrong_quarter'],
    ['J3490', '2026-03-10', 'not_in_subset'],
  ])('answers %s on %s with %s', (code, date, status) => {
    expect(builtInProcedureCodeSet.lookUp(code, plainDate(date)).status).toBe(status);
  });
});

describe('a loaded quarter', () => {
  const set = buildProcedureCodeSet([{ quarter: quarter('2026q3'), revision: 1, codes: ['G2211', 'J3490'] }]);
  it.each([
    ['J3490', '2026-07-01', 'valid'],
    ['Q9999', '2026-07-01', 'invalid'],
    ['Q3014', '2026-07-01', 'wrong_quarter'],
    ['Q3014', '2026-06-30', 'valid'],
    ['J3490', '2026-10-01', 'not_in_subset'],
  ])('answers %s on %s with %s: its own quarter and no other', (code, date, status) => {
    expect(set.lookUp(code, plainDate(date)).status).toBe(status);
  });
});

describe('parseHcpcsFile', () => {
  it('reads good lines, with whatever follows the code, and tells each bad one by file and line', () => {
    const parsed = parseHcpcsFile('G2211\r\n99213\nJ3490 any drug\n\nG2211\n', 'hcpcs.txt');
    expect(parsed.codes).toEqual(['G2211', 'J3490']);
    expect(parsed.findings.map(({ code, location }) => [code, location])).toEqual([
      ['hcpcs-code-malformed', 'hcpcs.txt:2'],
      ['hcpcs-code-repeated', 'hcpcs.txt:5'],
    ]);
  });
  it('reports a file without any code', () => {
    expect(parseHcpcsFile('', 'x').findings.map(({ code }) => code)).toEqual(['hcpcs-file-empty']);
  });
});

describeSamples('the official HCPCS file of 2026 q3', () => {
  const { codes, findings } = parseHcpcsFile(
    gunzipSync(readSample('codes', 'hcpcs-level2-2026q3.txt.gz')).toString('utf8'),
    'hcpcs-level2-2026q3.txt.gz',
  );
  it('is read whole and without a finding', () => {
    expect(codes).toHaveLength(8_725);
    expect(findings).toEqual([]);
  });
  it('holds every HCPCS code of our procedure table', () => {
    const ours = procedureTable.map(({ code }) => code).filter(isLevelTwoCode);
    expect(ours.filter((code) => !codes.includes(code))).toEqual([]);
  });
});
