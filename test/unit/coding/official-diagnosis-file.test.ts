import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { builtInDiagnosisCodeSet } from '../../../domain/coding/diagnosis-code-set.js';
import { builtInDiagnosisCodes } from '../../../domain/coding/built-in-diagnosis-codes.js';
import { plainDate } from '../../../domain/kernel/plain-date.js';
import { parseIcd10CmFile } from '../../../domain/coding/parse-icd10-cm-file.js';
import { describeSamples, readSample } from '../../support/shared-samples.js';

describeSamples('the official ICD-10-CM file of fiscal year 2026', () => {
  const parsed = parseIcd10CmFile(gunzipSync(readSample('codes', 'icd10cm-codes-2026.txt.gz')).toString('utf8'), 2026);

  it('is read whole and without a finding', () => {
    expect(parsed.codes).toHaveLength(74_719);
    expect(parsed.findings).toEqual([]);
  });

  it('holds every code that the built-in subset gives for the year, and none that it ends before', () => {
    const official = new Set(parsed.codes);
    const inYear = builtInDiagnosisCodes.filter((entry) => (entry.from ?? 0) <= 2026 && 2026 <= (entry.to ?? 9999));
    expect(inYear.filter((entry) => !official.has(entry.code))).toEqual([]);
    const ended = builtInDiagnosisCodes.filter((entry) => (entry.to ?? 9999) < 2026);
    expect(ended.filter((entry) => official.has(entry.code))).toEqual([]);
  });

  it('holds no code that the built-in subset alone would refuse', () => {
    const refused = ['invalid', 'wrong_year'];
    const on = plainDate('2026-03-10');
    expect(parsed.codes.filter((code) => refused.includes(builtInDiagnosisCodeSet.lookUp(code, on).status))).toEqual(
      [],
    );
  });
});
