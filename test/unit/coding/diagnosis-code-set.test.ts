import { describe, expect, it } from 'vitest';
import { builtInDiagnosisCodes } from '../../../domain/coding/built-in-diagnosis-codes.js';
import {
  buildDiagnosisCodeSet,
  builtInDiagnosisCodeSet,
  fiscalYearOf,
} from '../../../domain/coding/diagnosis-code-set.js';
import { parseIcd10CmFile } from '../../../domain/coding/parse-icd10-cm-file.js';
import { plainDate } from '../../../domain/kernel/plain-date.js';

describe('fiscalYearOf', () => {
  it.each([
    ['2025-09-30', 2025],
    ['2025-10-01', 2026],
    ['2026-01-01', 2026],
    ['2026-12-31', 2027],
  ])('puts %s into fiscal year %i', (date, year) => {
    expect(fiscalYearOf(plainDate(date))).toBe(year);
  });
});

describe('the built-in subset', () => {
  it.each([
    ['I10', '2026-03-10', 'valid'],
    ['i10', '2026-03-10', 'valid'],
    ['E11.9', '2025-01-01', 'valid'],
    ['G35', '2025-09-30', 'valid'],
    ['G35', '2025-10-01', 'wrong_year'],
    ['G35D', '2025-09-30', 'wrong_year'],
    ['G35.D', '2025-10-01', 'valid'],
    ['A000', '2026-03-10', 'not_in_subset'],
    // A heading of codes that are in force says too little; while it is a code itself it is one.
    ['E11', '2026-03-10', 'invalid'],
    ['C50.9', '2026-03-10', 'invalid'],
    ['E11', '2019-03-10', 'not_in_subset'],
    ['I10', '2019-03-10', 'not_in_subset'],
  ])('answers %s on %s with %s and never as a complete set', (code, date, status) => {
    const found = builtInDiagnosisCodeSet.lookUp(code, plainDate(date));
    expect(found).toMatchObject({ status, complete: false });
  });

  it('lists each code one time, without a dot', () => {
    const codes = builtInDiagnosisCodes.map((entry) => entry.code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.every((code) => /^[A-Z]\d[0-9A-Z]{1,5}$/.test(code))).toBe(true);
  });
});

describe('a loaded official year', () => {
  const set = buildDiagnosisCodeSet([{ fiscalYear: 2026, codes: ['I10', 'A00.0'] }]);

  it('confirms and refuses codes of its year', () => {
    expect(set.lookUp('A000', plainDate('2026-01-05'))).toEqual({ status: 'valid', fiscalYear: 2026, complete: true });
    expect(set.lookUp('Q999', plainDate('2026-01-05')).status).toBe('invalid');
    expect(set.lookUp('G35', plainDate('2026-01-05')).status).toBe('wrong_year');
  });

  it('leaves the other years to the built-in subset', () => {
    expect(set.lookUp('I10', plainDate('2025-01-05'))).toEqual({ status: 'valid', fiscalYear: 2025, complete: false });
  });
});

describe('parseIcd10CmFile', () => {
  it('reads good lines and tells each bad one by file and line', () => {
    const parsed = parseIcd10CmFile(
      'A000    Cholera\r\n\r\n12345 no code\nI10     Hypertension\nI10     again\nJ00\n',
      2026,
    );
    expect(parsed.codes).toEqual(['A000', 'I10']);
    expect(parsed.findings.map((finding) => [finding.code, finding.location])).toEqual([
      ['diagnosis-code-malformed', 'icd10cm-codes-2026.txt:3'],
      ['diagnosis-code-repeated', 'icd10cm-codes-2026.txt:5'],
      ['diagnosis-description-missing', 'icd10cm-codes-2026.txt:6'],
    ]);
  });

  it('reports a file without any code', () => {
    expect(parseIcd10CmFile('', 2026).findings.map((finding) => finding.code)).toEqual(['diagnosis-file-empty']);
  });
});
