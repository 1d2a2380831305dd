import { describe, expect, it } from 'vitest';
import { parseHcpcsFile } from '../../../domain/coding/parse-hcpcs-file.js';
import { parseIcd10CmFile } from '../../../domain/coding/parse-icd10-cm-file.js';

/** A finding as its reader sees it. */
function told(findings: ReturnType<typeof parseHcpcsFile>['findings']): readonly string[] {
  return findings.map(({ severity, location, message }) => `${severity} ${location}: ${message}`);
}

describe('an ICD-10-CM file', () => {
  it('tells each bad line by file and line, and reads the others', () => {
    const lines = ['I10     Essential hypertension', '', 'I10 again', '12', 'E119', 'E785  Hyperlipidemia'];
    const { codes, findings } = parseIcd10CmFile(lines.join('\r\n'), 2026);
    expect(codes).toEqual(['I10', 'E785']);
    expect(told(findings)).toEqual([
      'error icd10cm-codes-2026.txt:3: code I10 stands in the file two times',
      'error icd10cm-codes-2026.txt:4: the line does not start with an ICD-10-CM code',
      'error icd10cm-codes-2026.txt:5: code E119 stands without a description',
    ]);
    expect(findings[0]?.remedy).toBe('Load the release file of CDC/NCHS unchanged; the other lines were read.');
  });

  it('is read past a byte order mark and spaces at the end of a line', () => {
    const { codes, findings } = parseIcd10CmFile('\uFEFFI10 Essential hypertension  \nE119   \n', 2026);
    expect([codes, told(findings)]).toEqual([
      ['I10'],
      ['error icd10cm-codes-2026.txt:2: code E119 stands without a description'],
    ]);
  });

  it('may come line by line', () => {
    expect(parseIcd10CmFile(['I10 Essential hypertension', 'E119 Type 2 diabetes'], 2026).codes).toEqual([
      'I10',
      'E119',
    ]);
  });

  it('without any code is told at its last line', () => {
    expect(told(parseIcd10CmFile('\n', 2026, 'codes.txt').findings)).toEqual([
      'error codes.txt:2: the file holds no ICD-10-CM code',
    ]);
  });

  it('of another kind gives no more than a thousand findings', () => {
    const { findings } = parseIcd10CmFile('?\n'.repeat(1_001), 2026);
    expect(findings).toHaveLength(1_000);
  });
});

describe('a HCPCS file', () => {
  it('tells each bad line in words, and reads the others', () => {
    const { codes, findings } = parseHcpcsFile(
      '\uFEFFG2211\n  J3490,any drug\n99213\nG2211\tagain\n   \n',
      'codes.txt',
    );
    expect(codes).toEqual(['G2211', 'J3490']);
    expect(told(findings)).toEqual([
      'error codes.txt:3: the line does not start with a HCPCS Level II code (a letter A–V, four digits)',
      'error codes.txt:4: code G2211 stands in the file two times',
    ]);
    expect(findings[0]?.remedy).toBe('Load the release file of CMS unchanged; the other lines were read.');
  });

  it('without any code is told at its last line', () => {
    expect(told(parseHcpcsFile('\n\n', 'codes.txt').findings)).toEqual([
      'error codes.txt:3: the file holds no HCPCS Level II code',
    ]);
  });

  it('of another kind gives no more than a thousand findings', () => {
    expect(parseHcpcsFile('?\n'.repeat(1_001), 'codes.txt').findings).toHaveLength(1_000);
  });
});
