import { plainDate } from '../../../../domain/kernel/plain-date.js';
import type { Patient } from '../../../../domain/visit/visit.js';
import { aClaim, aLine, aVisit } from '../../../builders/rules.js';
import type { EditExample, EditExamples } from './edit-example.js';

function diagnoses(...codes: string[]): EditExample['fails'] {
  return { claim: aClaim({ diagnoses: codes }) };
}

function of(patient: Partial<Patient>, ...codes: string[]): EditExample['fails'] {
  return { ...diagnoses(...codes), visit: { ...aVisit(), patient: { ...aVisit().patient, ...patient } } };
}

const born2012 = { birthDate: plainDate('2012-03-10') };
const born2019 = { birthDate: plainDate('2019-03-10') };
const male = { sex: 'M' } as const;

export const diagnosisOrderExamples: EditExamples = {
  'manifestation-first': [
    { fails: diagnoses('F0280', 'G309'), passes: diagnoses('G309', 'F0280') },
    { fails: diagnoses('N08'), passes: diagnoses('N189') },
  ],
  'circumstance-first': [
    { fails: diagnoses('Z6835', 'E669'), passes: diagnoses('E669', 'Z6835') },
    { fails: diagnoses('Z590', 'F411'), passes: diagnoses('F411', 'Z590') },
  ],
  'first-listed-code-later': [{ fails: diagnoses('I10', 'Z0000'), passes: diagnoses('Z0000', 'I10') }],
  'sequela-first': [
    { fails: diagnoses('S060X0S', 'G4489'), passes: diagnoses('G4489', 'S060X0S') },
    { fails: diagnoses('S060X0S'), passes: diagnoses('S060X0A') },
  ],
  'diagnoses-exclude-each-other': [
    { fails: diagnoses('E119', 'E109'), passes: diagnoses('E119', 'E785') },
    { fails: diagnoses('F321', 'F331'), passes: diagnoses('F331', 'F411') },
  ],
  'hypertension-with-heart-or-kidney-disease': [
    { fails: diagnoses('I10', 'N183'), passes: diagnoses('I129', 'N183') },
    { fails: diagnoses('I509', 'I10'), passes: diagnoses('I110', 'I509') },
  ],
  'unspecified-illness-first': [{ fails: diagnoses('R69'), passes: diagnoses('R51') }],
  'maternity-diagnosis-age': [
    { fails: of({ birthDate: plainDate('1960-01-01') }, 'O039'), passes: of({}, 'O039') },
    { fails: of(born2019, 'O039'), passes: of(born2012, 'O039') },
  ],
  'examination-diagnosis-age': [
    { fails: of({}, 'Z00129'), passes: of(born2012, 'Z00129') },
    { fails: of(born2012, 'Z0000'), passes: of({}, 'Z0000') },
  ],
  'male-diagnosis-of-female': [
    { fails: diagnoses('N401'), passes: of(male, 'N401') },
    {
      fails: diagnoses('N529'),
      passes: { claim: aClaim({ diagnoses: ['N529'], lines: [aLine({ modifiers: ['KX', '95'] })] }) },
    },
  ],
  'female-diagnosis-of-male': [
    { fails: of(male, 'N946'), passes: diagnoses('N946') },
    { fails: of(male, 'C539'), passes: of(male, 'C61') },
  ],
};
