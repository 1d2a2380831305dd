import { describe, expect, it } from 'vitest';
import { builtInDiagnosisCodeSet } from '../../../domain/coding/diagnosis-code-set.js';
import { mapSnomedDiagnosis } from '../../../domain/coding/snomed-diagnosis-map.js';
import {
  snomedDiagnoses,
  snomedDiagnosesBySex,
  snomedNotDiagnoses,
  snomedSeventhCharacter,
} from '../../../domain/coding/snomed-diagnosis-table.js';
import { plainDate } from '../../../domain/kernel/plain-date.js';

const date = plainDate('2026-03-10');

describe('mapSnomedDiagnosis', () => {
  it.each([
    ['88805009', 'I509'],
    ['128188000', 'G809'],
    ['307426000', 'N3000'],
    ['254837009', 'C50919'],
    ['62564004', 'S060X9A'],
    ['62106007', 'S060X0A'],
    ['39898005', 'G479'],
  ])('maps concept %s to %s', (concept, code) => {
    expect(mapSnomedDiagnosis(concept, date, 'F')).toMatchObject({ kind: 'diagnosis', code });
  });

  it('chooses by sex where the code depends on it, and asks when sex is unknown', () => {
    expect(mapSnomedDiagnosis('254837009', date, 'M')).toEqual({ kind: 'diagnosis', code: 'C50929' });
    expect(mapSnomedDiagnosis('254837009', date, 'U').kind).toBe('needs_coder');
  });

  it('follows the yearly change of codes by date of service', () => {
    expect(mapSnomedDiagnosis('24700007', plainDate('2025-09-30'), 'F')).toEqual({ kind: 'diagnosis', code: 'G35' });
    expect(mapSnomedDiagnosis('24700007', plainDate('2025-10-01'), 'F')).toEqual({ kind: 'diagnosis', code: 'G35D' });
  });

  it('leaves out circumstances that are no diagnosis and asks about what it does not know', () => {
    expect(mapSnomedDiagnosis('160903007', date, 'F').kind).toBe('not_a_diagnosis');
    expect(mapSnomedDiagnosis('999999999', date, 'F').kind).toBe('needs_coder');
  });

  it('does not take a name of the language for a concept', () => {
    expect(mapSnomedDiagnosis('constructor', date, 'F').kind).toBe('needs_coder');
  });

  it('gives only codes of the built-in subset', () => {
    const codes = [
      ...Object.values(snomedDiagnoses),
      ...Object.values(snomedSeventhCharacter),
      ...Object.values(snomedDiagnosesBySex).flatMap((code) => [code.F, code.M]),
    ];
    expect(codes.filter((code) => builtInDiagnosisCodeSet.lookUp(code, date).status !== 'valid')).toEqual([]);
  });

  it('has no concept in two tables', () => {
    const concepts = [snomedDiagnoses, snomedDiagnosesBySex, snomedSeventhCharacter, snomedNotDiagnoses].flatMap(
      (table) => Object.keys(table),
    );
    expect(new Set(concepts).size).toBe(concepts.length);
  });
});
