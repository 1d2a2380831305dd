import { codingSources } from '../../../../domain/coding/coding-sources.js';
import { npiFromNineDigits } from '../../../../domain/kernel/npi.js';
import type { VisitInput } from '../../../../domain/visit/visit.js';
import { aPayer, aPractice, aVisit } from '../../../builders/rules.js';
import { audioOnly, by, type CodingCases, elsewhere } from './coding-case.js';

const icd = (...codes: readonly string[]): Partial<VisitInput> => ({
  diagnoses: codes.map((code) => ({ system: 'icd-10-cm', code })),
});
const snomed = (...codes: readonly string[]): Partial<VisitInput> => ({
  diagnoses: codes.map((code) => ({ system: 'snomed-ct', code })),
});
const thirteen = [
  ...['I10', 'E119', 'E785', 'I509', 'R079', 'R7303', 'E7800'],
  ...['E039', 'E669', 'I259', 'E781', 'E109', 'I2510'],
];
const psychologist = by('clinical_psychologist');
const ownNpi = aVisit().clinician.npi;
const otherNpi = npiFromNineDigits('199990208');

function noMinutes(serviceKind: VisitInput['serviceKind'], more: Partial<VisitInput> = {}): Partial<VisitInput> {
  return { serviceKind, totalMinutes: undefined, ...more };
}

function seenBy(clinicianNpi: string | undefined, procedureCode: string, dateOfService: string): Partial<VisitInput> {
  const service = { dateOfService, groupNpi: aPractice().npi, specialtyTaxonomyCode: '207Q00000X', procedureCode };
  const own = clinicianNpi === undefined ? service : { ...service, clinicianNpi };
  return { serviceKind: 'brief_check_in', totalMinutes: 6, patientHistory: { complete: false, services: [own] } };
}

/** What a coder is asked, told or warned of beside the choice of a service; the words stand in `docs/coding-words.md`. */
export const questionCases: readonly CodingCases[] = [
  {
    rule: 'psychotherapy without minutes',
    source: codingSources.psychotherapyTime,
    cases: [
      ['of the patient alone', 'medicare', noMinutes('psychotherapy', psychologist), 'psychotherapy-minutes-missing'],
    ],
  },
  {
    rule: 'psychotherapy for crisis without minutes, and at its least',
    source: codingSources.crisisPsychotherapy,
    cases: [
      ['none', 'medicare', noMinutes('crisis_psychotherapy', psychologist), 'crisis-psychotherapy-minutes'],
      ['16', 'medicare', { ...psychologist, serviceKind: 'crisis_psychotherapy', totalMinutes: 16 }, '90832 @10'],
    ],
  },
  {
    rule: 'health behavior intervention without minutes',
    source: codingSources.healthBehavior,
    cases: [['none', 'medicare', noMinutes('health_behavior_intervention', psychologist), 'health-behavior-minutes']],
  },
  {
    rule: 'safety planning without minutes',
    source: codingSources.safetyPlanning,
    cases: [['none', 'medicare', noMinutes('safety_planning'), 'safety-planning-minutes']],
  },
  {
    rule: 'a contact without minutes',
    source: codingSources.briefCheckIn,
    cases: [
      ['none', 'medicare', noMinutes('brief_check_in'), 'brief-check-in-minutes'],
      ['none, commercial', 'summit-health', noMinutes('brief_check_in'), 'brief-check-in-minutes'],
    ],
  },
  {
    rule: 'an online evaluation without minutes',
    source: codingSources.digitalVisit,
    cases: [['none', 'summit-health', noMinutes('digital_evaluation'), 'digital-visit-not-supported']],
  },
  {
    rule: 'an interprofessional consultation without minutes',
    source: codingSources.interprofessional,
    cases: [
      [
        'of the one who treats',
        'medicare',
        noMinutes('interprofessional_consultation', { interprofessional: { role: 'treating_clinician' } }),
        'interprofessional-minutes',
      ],
      [
        'of the consultant in writing, four minutes',
        'medicare',
        {
          serviceKind: 'interprofessional_consultation',
          totalMinutes: 4,
          interprofessional: { role: 'consultant', report: 'written_only' },
        },
        'interprofessional-minutes',
      ],
    ],
  },
  {
    rule: 'a month of care without minutes',
    source: codingSources.careManagement,
    cases: [
      [
        'of staff',
        'medicare',
        noMinutes('care_management', { careProgram: 'chronic_care_by_staff' }),
        'care-management-minutes',
      ],
    ],
  },
  {
    rule: 'a service of the seven days before swallows a contact',
    source: codingSources.relatedVisit,
    cases: [
      ['the same day', 'medicare', seenBy(undefined, '99213', '2026-03-10'), 'related-service-within-seven-days'],
      ['the clinician’s own', 'medicare', seenBy(ownNpi, '99213', '2026-03-04'), 'related-service-within-seven-days'],
      ['another check-in', 'medicare', seenBy(otherNpi, '98016', '2026-03-04'), 'related-service-within-seven-days'],
    ],
  },
  {
    rule: 'other services leave a contact alone',
    source: codingSources.briefCheckIn,
    cases: [
      ['a colleague’s visit', 'medicare', seenBy(otherNpi, '99213', '2026-03-04'), '98016 @11'],
      ['a visit afterwards', 'medicare', seenBy(ownNpi, '99213', '2026-03-11'), '98016 @11'],
      ['psychotherapy', 'medicare', seenBy(ownNpi, '90834', '2026-03-04'), '98016 @11'],
    ],
  },
  {
    rule: 'the longer modality is billed',
    source: codingSources.dominantModality,
    cases: [
      ['video by a minute', 'medicare', { modalityMinutes: { audioVideo: 11, audioOnly: 10 } }, '99213 @10'],
      ['audio by a minute', 'medicare', { modalityMinutes: { audioVideo: 10, audioOnly: 11 } }, '99213-93 @10'],
      ['both as long', 'medicare', { modalityMinutes: { audioVideo: 10, audioOnly: 10 } }, 'dominant-modality-tied'],
    ],
  },
  {
    rule: 'diagnoses of the map',
    source: codingSources.diagnosisMap,
    cases: [
      ['none', 'medicare', { diagnoses: [] }, 'diagnosis-missing'],
      ['a circumstance alone', 'medicare', snomed('160903007'), 'diagnosis-missing'],
      ['mapped', 'medicare', snomed('88805009'), '99213 @10'],
      ['first one unmapped', 'medicare', snomed('999999', '88805009'), 'diagnosis-not-mapped'],
      ['later one unmapped', 'medicare', snomed('88805009', '999999'), '99213 @10'],
      ['an injury', 'medicare', snomed('62106007'), '99213 @10'],
      [
        'by a sex that is unknown',
        'medicare',
        { ...snomed('254837009'), patient: { ...aVisit().patient, sex: 'U' } },
        'diagnosis-not-mapped',
      ],
    ],
  },
  {
    rule: 'diagnoses of the source',
    source: codingSources.diagnoses,
    cases: [
      ['with the dot', 'medicare', icd('e11.9'), '99213 @10'],
      ['of another year', 'medicare', icd('I10', 'G35'), 'diagnosis-wrong-year'],
      ['outside of the subset', 'medicare', icd('A150'), '99213 @10'],
    ],
  },
  {
    rule: 'a diagnosis not written like one',
    source: codingSources.diagnosisMap,
    cases: [['words', 'medicare', icd('flu'), 'diagnosis-malformed']],
  },
  {
    rule: 'more than twelve diagnoses',
    source: codingSources.diagnosisCount,
    cases: [['the thirteenth is left out', 'medicare', icd(...thirteen), '99213 @10']],
  },
  {
    rule: 'a code of no fee schedule',
    source: codingSources.charges,
    cases: [
      ['without a charge', 'medicare', { procedures: [{ code: 'Z9999' }] }, 'charge-missing'],
      ['with its own', 'medicare', { procedures: [{ code: 'Z9999', chargeCents: 7500 }] }, 'Z9999 @10'],
    ],
  },
  {
    rule: 'a line without room for the modifier of the payer',
    source: '837P loop 2400 SV101-3 to SV101-6: four modifiers',
    cases: [
      [
        'four of the source',
        'summit-health',
        { procedures: [{ code: '99213', modifiers: ['25', 'GP', 'KX', 'CQ'] }] },
        'modifiers-full',
      ],
    ],
  },
  {
    rule: 'telehealth beside office services',
    source: codingSources.communicationTechnology,
    cases: [
      [
        'a visit and a check-in',
        'summit-health',
        { procedures: [{ code: '99213' }, { code: '98016' }] },
        'places-of-service-mixed',
      ],
    ],
  },
  {
    rule: 'the telemedicine family refused',
    source: aPayer('cobalt-mutual').source,
    cases: [
      ['of the source', 'cobalt-mutual', { procedures: [{ code: '98006' }] }, 'telemedicine-code-not-accepted'],
      ['audio-only', 'cobalt-mutual', { procedures: [{ code: '98012' }] }, 'telemedicine-code-not-accepted'],
    ],
  },
  {
    rule: 'who gave the service, told by a modifier',
    source: aPayer('mi-medicaid').source,
    cases: [
      [
        'a psychologist',
        'mi-medicaid',
        { ...psychologist, serviceKind: 'psychotherapy', totalMinutes: 45 },
        '90834-AH-95 @10',
      ],
    ],
  },
  {
    rule: 'the place of a telehealth visit',
    source: codingSources.placeOfService,
    cases: [
      ['at home', 'medicare', {}, '99213 @10'],
      ['elsewhere, by audio', 'medicare', { ...audioOnly, ...elsewhere }, '99213-93 @02'],
    ],
  },
];
