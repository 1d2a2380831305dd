import type { VisitInput } from '../../../../domain/visit/visit.js';
import { aClaim, aLine, aVisit } from '../../../builders/rules.js';
import type { EditExample, EditExamples } from './edit-example.js';

function billed(procedureCode: string, visit: Partial<VisitInput>, units = 1): EditExample['fails'] {
  return { claim: aClaim({ lines: [aLine({ procedureCode, units })] }), visit: aVisit(visit) };
}

export const timeAndDocumentationExamples: EditExamples = {
  'note-missing': [
    {
      fails: { visit: aVisit({ documentation: { present: false } }) },
      passes: { visit: aVisit({ documentation: { present: true } }) },
    },
  ],
  'visit-level-not-supported': [
    { fails: billed('99214', { totalMinutes: 29 }), passes: billed('99214', { totalMinutes: 30 }) },
    {
      fails: billed('99214', { totalMinutes: 5, medicalDecisionMaking: 'low' }),
      passes: billed('99214', { totalMinutes: 5, medicalDecisionMaking: 'moderate' }),
    },
    {
      fails: billed('99215', { totalMinutes: undefined, medicalDecisionMaking: 'moderate' }),
      passes: billed('99213', { totalMinutes: undefined, medicalDecisionMaking: 'high' }),
    },
  ],
  'visit-level-not-documented': [
    { fails: billed('99213', { totalMinutes: undefined }), passes: billed('99213', { totalMinutes: 20 }) },
  ],
  'new-patient-code-of-established': [
    { fails: billed('99203', { newPatient: false }), passes: billed('99203', { newPatient: true }) },
    { fails: billed('99213', { newPatient: true }), passes: billed('99213', { newPatient: undefined }) },
  ],
  'psychotherapy-minutes': [
    { fails: billed('90834', { totalMinutes: 37 }), passes: billed('90834', { totalMinutes: 38 }) },
    { fails: billed('90832', { totalMinutes: 38 }), passes: billed('90832', { totalMinutes: 37 }) },
    { fails: billed('90837', { totalMinutes: undefined }), passes: billed('90837', { totalMinutes: 300 }) },
  ],
  'check-in-minutes': [
    { fails: billed('98016', { totalMinutes: 11 }), passes: billed('98016', { totalMinutes: 10 }) },
    { fails: billed('98016', { totalMinutes: 4 }), passes: billed('98016', { totalMinutes: 5 }) },
    { fails: billed('98016', { totalMinutes: undefined }), passes: billed('98016', { totalMinutes: 7 }) },
  ],
  'audio-only-code-minutes': [
    { fails: billed('98012', { totalMinutes: 10 }), passes: billed('98012', { totalMinutes: 11 }) },
    { fails: billed('98008', { totalMinutes: undefined }), passes: billed('98004', { totalMinutes: undefined }) },
  ],
  'nutrition-units': [
    { fails: billed('97803', { totalMinutes: 22 }, 2), passes: billed('97803', { totalMinutes: 23 }, 2) },
  ],
  'visit-very-long': [
    { fails: billed('99215', { totalMinutes: 181 }), passes: billed('99215', { totalMinutes: 180 }) },
  ],
};
