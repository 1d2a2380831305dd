import { plainDate } from '../../../../domain/kernel/plain-date.js';
import type { Visit } from '../../../../domain/visit/visit.js';
import { aClaim, aLine, aVisit } from '../../../builders/rules.js';
import type { EditExamples } from './edit-example.js';

function diagnoses(...codes: string[]) {
  return { claim: aClaim({ diagnoses: codes }) };
}

function pointers(...diagnosisPointers: number[]) {
  return { claim: aClaim({ diagnoses: ['I10', 'E119'], lines: [aLine({ diagnosisPointers })] }) };
}

const male: Visit = { ...aVisit(), patient: { ...aVisit().patient, sex: 'M' } };
const infant: Visit = { ...aVisit(), patient: { ...aVisit().patient, birthDate: plainDate('2026-02-01') } };

export const diagnosisExamples: EditExamples = {
  'diagnosis-missing': [{ fails: diagnoses(), passes: diagnoses('I10') }],
  'diagnosis-not-valid-on-date': [{ fails: diagnoses('G35'), passes: diagnoses('G35D') }],
  'diagnosis-not-checked': [{ fails: diagnoses('A000'), passes: diagnoses('I10') }],
  'diagnosis-repeated': [{ fails: diagnoses('I10', 'I10'), passes: diagnoses('I10', 'E119') }],
  'diagnosis-pointer-outside': [{ fails: pointers(1, 3), passes: pointers(1, 2) }],
  'diagnosis-pointer-repeated': [{ fails: pointers(2, 2), passes: pointers(2, 1) }],
  'external-cause-first': [{ fails: diagnoses('W19XXXA', 'I10'), passes: diagnoses('I10', 'W19XXXA') }],
  'pregnancy-diagnosis-of-male': [
    { fails: { ...diagnoses('O039'), visit: male }, passes: { ...diagnoses('O039'), visit: aVisit() } },
    { fails: { ...diagnoses('Z3490'), visit: male }, passes: { ...diagnoses('Z713'), visit: male } },
  ],
  'newborn-diagnosis-of-adult': [{ fails: diagnoses('P0700'), passes: { ...diagnoses('P0700'), visit: infant } }],
};
